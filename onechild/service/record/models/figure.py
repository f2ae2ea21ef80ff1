"""A stored result of one measure at one moment: in all, or of one team, one worker, or one group of another cut."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Figure(models.Model):
    """Numerator, denominator and value as the measure's own engine counted them.

    `by` is empty (in all), "all teams" (those that hold cases), "team", "worker", "team and worker", or the key of
    another cut, whose code is `cut` (empty where it is not recorded). `team_id` and `worker_id` are empty where the
    figure is not broken down so, and for children under no team. `adds` is what a worker is over target by. `own_rows`
    marks a figure over twelve months whose rows are not those of its months.
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
    cut = models.TextField(blank=True, db_default="")
    label = models.TextField(blank=True, db_default="")
    numerator = models.FloatField()
    denominator = models.FloatField(null=True)
    value = models.FloatField(null=True)
    adds = models.FloatField(null=True)
    own_rows = models.BooleanField(db_default=False)

    class Meta:
        db_table = "figures"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["day", "measure", "by", "cut", "team_id", "worker_id"], name="figure_once")
        ]
