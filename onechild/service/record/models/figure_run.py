"""One working-out of the council's figures: when, from what, and how it went."""

from __future__ import annotations

from django.db import models


class FigureRun(models.Model):
    """The latest run of a variant says when its figures were last found to be right, even where nothing was written.

    `variant` is empty, or names the children left out for whoever is barred from them. `made_from` is a fingerprint of
    the definitions; `change_set_id` the last change to the record that was read. `known_at` is when the last of the
    `change_sets` changes that were read took effect: as known then, the record is what was counted.
    """

    figure_run_id = models.BigAutoField(primary_key=True)
    variant = models.TextField(blank=True, db_default="")
    as_at = models.DateField()
    computed_at = models.DateTimeField()
    change_set_id = models.BigIntegerField()
    change_sets = models.BigIntegerField(db_default=0)
    known_at = models.DateTimeField(null=True)
    made_from = models.TextField()
    days_written = models.IntegerField()

    class Meta:
        db_table = "figure_runs"
