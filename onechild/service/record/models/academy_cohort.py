"""A group who learn together: newly qualified workers, students, apprentices."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class CohortKind(models.TextChoices):
    """Who they are."""

    NEWLY_QUALIFIED = "newly_qualified", "Newly qualified, in the assessed year"
    STUDENT = "student", "Students on placement"
    APPRENTICE = "apprentice", "Social work apprentices"
    STEP_UP = "step_up", "Step Up to Social Work"
    FRONTLINE = "frontline", "Approach Social Work (Frontline)"
    RETURNER = "returner", "Returning to social work"


class AcademyCohort(Spell):
    cohort_id = KeyField(primary_key=True, db_default=NewKey())
    name = models.TextField()
    kind = models.TextField(choices=CohortKind.choices)
    places = models.IntegerField(null=True, blank=True)
    lead = reference("Worker")
    words = models.TextField(blank=True, db_default="")

    class Meta(Spell.Meta):
        db_table = "academy_cohorts"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Spell.Meta.constraints,
            models.CheckConstraint(name="academy_cohort_known", condition=Q(kind__in=CohortKind.values)),
        ]
