"""The rows that stood behind a published figure, each with its child: guarded, and erased with the child's record."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class PublishedFigureChild(models.Model):
    """One row of the denominator as it was published; `counted` says whether the numerator had it."""

    published_figure_child_id = models.BigAutoField(primary_key=True)
    published = models.ForeignKey(
        "record.PublishedFigure", models.CASCADE, db_column="published_id", related_name="+", db_index=False
    )
    row_id = models.TextField(blank=True, db_default="")
    child = models.ForeignKey(
        "record.Child", models.DO_NOTHING, db_column="child_id", related_name="+", db_constraint=False, null=True
    )
    worker_id = models.TextField(blank=True, db_default="")
    team_id = models.TextField(blank=True, db_default="")
    counted_on = models.DateField()
    counted = models.BooleanField()
    adds = models.FloatField(null=True)
    base = models.FloatField(null=True)

    class Meta:
        db_table = "published_figure_children"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["published", "counted", "child"], name="published_child_listed"),
        ]
