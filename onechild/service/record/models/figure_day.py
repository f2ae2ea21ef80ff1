"""A day, a month or twelve months that figures are stored for, and as known at which moment."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class FigureDay(models.Model):
    """As at the end of `to_on`, or over the time from `from_on` to it. `content` tells whether anything changed.

    `kind` is "day", "month", "year" (the twelve months to a day), or "rows": a month without figures of its own whose
    rows stand behind longer ones, as the month under way. `known_at` is when the facts were read: a month end is read
    again each time, as known now.
    """

    figure_day_id = models.BigAutoField(primary_key=True)
    variant = models.TextField(blank=True, db_default="")
    kind = models.TextField(db_default="day")
    from_on = models.DateField(null=True)
    to_on = models.DateField()
    known_at = models.DateTimeField()
    content = models.TextField()

    class Meta:
        db_table = "figure_days"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["variant", "to_on", "from_on"], name="figure_day_once", nulls_distinct=False
            )
        ]
