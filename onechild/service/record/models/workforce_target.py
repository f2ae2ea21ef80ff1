"""Where the workforce should be by a day, and where it started: the line that a trajectory is drawn against."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import Spell


class WorkforceTargetKind(models.TextChoices):
    """What is aimed at."""

    AGENCY_RATE = "agency_rate", "Agency workers, per cent of full-time equivalents"
    VACANCY_RATE = "vacancy_rate", "Vacancies, per cent of posts"
    NEWLY_QUALIFIED = "newly_qualified", "Newly qualified workers begun in the year"
    TURNOVER = "turnover", "Workers who left in the year, per cent"
    CONVERSIONS = "conversions", "Agency workers who became permanent in the year"


class WorkforceTarget(Spell):
    target_id = KeyField(primary_key=True, db_default=NewKey())
    target = models.TextField(choices=WorkforceTargetKind.choices)
    from_value = models.FloatField()
    value = models.FloatField()
    reach_by = models.DateField()
    words = models.TextField()
    set_by_name = models.TextField()

    class Meta(Spell.Meta):
        db_table = "workforce_targets"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Spell.Meta.constraints,
            models.CheckConstraint(name="workforce_target_known", condition=Q(target__in=WorkforceTargetKind.values)),
            models.CheckConstraint(
                name="workforce_target_reached_later",
                condition=Q(reach_by__gt=models.F("started_on")),
                violation_error_message="The day to reach it by is after the day it starts.",
            ),
        ]
