"""The tables of the desk's own: what its pages make and keep."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class MadeReport(models.Model):
    """A report as it was made: its words, tables and drawings, and no child.

    `published` marks a copy without small numbers, which whoever sees suppressed figures may read. `variant` is that of
    the figures it was made from (see record's figure_variant), so that nobody reads of a child they are barred from.
    """

    made_report_id = models.BigAutoField(primary_key=True)
    variant = models.TextField(blank=True, default="")
    kind = models.TextField()
    as_at = models.DateField()
    against = models.DateField()
    published = models.BooleanField()
    facts = models.JSONField()
    figures = models.IntegerField(default=0)
    made_by = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        db_table = "made_reports"
        ordering: ClassVar[list[str]] = ["-as_at", "-made_at", "-pk"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "-as_at"], name="made_reports_of_kind")]
