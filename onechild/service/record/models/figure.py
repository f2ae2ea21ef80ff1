"""A stored result of one measure on one day: in all, or of one team, one worker, or one worker in one team."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Figure(models.Model):
    """Numerator, denominator and value as the measure's own engine counted them.

    `by` is empty (in all), "all teams" (those that hold cases), "team", "worker" or "team and worker". `team_id` and
    `worker_id` are empty where the figure is not broken down so, and for children under no team. `adds` is what a
    worker is over target by.
    """

    figure_id = models.BigAutoField(primary_key=True)
    day = models.ForeignKey(
        "record.FigureDay", models.CASCADE, db_column="figure_day_id", related_name="figures", db_index=False
    )
    measure = models.TextField()
    version = models.IntegerField()
    by = models.TextField(blank=True, db_default="")
    team_id = models.TextField(blank=True, db_default="")
    worker_id = models.TextField(blank=True, db_default="")
    label = models.TextField(blank=True, db_default="")
    numerator = models.FloatField()
    denominator = models.FloatField(null=True)
    value = models.FloatField(null=True)
    adds = models.FloatField(null=True)

    class Meta:
        db_table = "figures"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["day", "measure", "by", "team_id", "worker_id"], name="figure_once")
        ]
