"""What a plan must change for a child: the worry, what will be different, how all will know; met, or carried over."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class PlanKind(models.TextChoices):
    """Of which plan."""

    PROTECTION = "protection", "Child protection plan"
    NEED = "need", "Child in need plan"
    PATHWAY = "pathway", "Safety plan of a pathway"


class PlanOutcome(ChildRow):
    plan_outcome_id = KeyField(primary_key=True, db_default=NewKey())
    plan_kind = models.TextField(choices=PlanKind.choices)
    plan_id = models.TextField()
    number = models.IntegerField(db_default=1)
    worry = models.TextField()
    outcome = models.TextField()
    known_by = models.TextField(blank=True, db_default="")
    set_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    progress = models.TextField(blank=True, db_default="")
    met_on = models.DateField(null=True, blank=True)
    met_words = models.TextField(blank=True, db_default="")
    dropped_on = models.DateField(null=True, blank=True)
    dropped_reason = models.TextField(blank=True, db_default="")
    carried_from = reference("PlanOutcome")

    class Meta(ChildRow.Meta):
        db_table = "plan_outcomes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="plan_outcome_known_kind", condition=Q(plan_kind__in=PlanKind.values)),
            models.CheckConstraint(
                name="plan_outcome_met_says_how",
                condition=Q(met_on__isnull=True) | ~Q(met_words=""),
                violation_error_message="Say how you know that it is met.",
            ),
            models.CheckConstraint(
                name="plan_outcome_dropped_says_why",
                condition=Q(dropped_on__isnull=True) | ~Q(dropped_reason=""),
                violation_error_message="Say why it no longer matters.",
            ),
        ]
