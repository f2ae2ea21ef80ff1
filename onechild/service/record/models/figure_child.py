"""The very rows that a figure counted, each with its child: a child's record too, and guarded as one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class FigureChild(models.Model):
    """One row of the denominator of a measure at a day or in a month; `counted` says whether the numerator has it.

    `row_id` names the row as the measure does; a row of a worker, a household or a complaint has no child. `adds` is
    what the row adds to a sum, such as the changes of worker, and `base` what it adds to the denominator. Behind a
    figure of twelve months stand the rows of its months, by the day they are counted on.
    """

    figure_child_id = models.BigAutoField(primary_key=True)
    day = models.ForeignKey(
        "record.FigureDay", models.CASCADE, db_column="figure_day_id", related_name="+", db_index=False
    )
    measure = models.TextField()
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
        db_table = "figure_children"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["day", "measure", "counted", "team_id", "worker_id", "child"], name="figure_child_listed"
            )
        ]
