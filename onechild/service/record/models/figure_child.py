"""The very rows that a figure counted, each with its child: a child's record too, and guarded as one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class FigureChild(models.Model):
    """One row of the denominator of a measure on a day; `counted` says whether the numerator has it.

    `adds` is what the row adds to a sum, such as the hours of the worker or the changes of worker.
    """

    figure_child_id = models.BigAutoField(primary_key=True)
    day = models.ForeignKey(
        "record.FigureDay", models.CASCADE, db_column="figure_day_id", related_name="+", db_index=False
    )
    measure = models.TextField()
    child = models.ForeignKey(
        "record.Child", models.DO_NOTHING, db_column="child_id", related_name="+", db_constraint=False
    )
    worker_id = models.TextField(blank=True, db_default="")
    team_id = models.TextField(blank=True, db_default="")
    counted_on = models.DateField()
    counted = models.BooleanField()
    adds = models.FloatField(null=True)

    class Meta:
        db_table = "figure_children"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["day", "measure", "counted", "team_id", "worker_id", "child"], name="figure_child_listed"
            )
        ]
