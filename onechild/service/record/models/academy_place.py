"""Somebody’s place in a cohort, with mentor and assessor, and how it ended."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class PlaceOutcome(models.TextChoices):
    """How it ended."""

    PASSED = "passed", "Passed"
    FAILED = "failed", "Did not pass"
    EXTENDED = "extended", "Extended"
    LEFT = "left", "Left the council"
    WITHDREW = "withdrew", "Withdrew"
    MOVED = "moved", "Moved to another cohort"


class AcademyPlace(Spell):
    place_id = KeyField(primary_key=True, db_default=NewKey())
    cohort = reference("AcademyCohort", required=True)
    worker = reference("Worker", required=True)
    mentor = reference("Worker")
    assessed_year = reference("AssessedYear")
    outcome = models.TextField(choices=PlaceOutcome.choices, blank=True, db_default="")
    outcome_words = models.TextField(blank=True, db_default="")

    class Meta(Spell.Meta):
        db_table = "academy_places"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Spell.Meta.constraints,
            models.CheckConstraint(
                name="academy_place_ended_with_outcome",
                condition=Q(ended_on__isnull=True) | ~Q(outcome=""),
                violation_error_message="Say how it ended.",
            ),
        ]
