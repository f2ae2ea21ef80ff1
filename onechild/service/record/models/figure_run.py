"""One working-out of the council's figures: when, from what, and how it went."""

from __future__ import annotations

from django.db import models


class FigureRun(models.Model):
    """The latest run of a variant says when its figures were last found to be right, even where nothing was written.

    `variant` is empty, or names the children left out for whoever is barred from them. `made_from` is a fingerprint of
    the definitions; `change_set_id` the last change to the record that was read.
    """

    figure_run_id = models.BigAutoField(primary_key=True)
    variant = models.TextField(blank=True, db_default="")
    as_at = models.DateField()
    computed_at = models.DateTimeField()
    change_set_id = models.BigIntegerField()
    made_from = models.TextField()
    days_written = models.IntegerField()

    class Meta:
        db_table = "figure_runs"
