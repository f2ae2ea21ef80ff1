"""Something that somebody agreed to do under a plan: who, by when, and when it was done."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class PlanAction(ChildRow):
    plan_action_id = KeyField(primary_key=True, db_default=NewKey())
    plan_outcome = reference("PlanOutcome", required=True)
    words = models.TextField()
    owner = reference("Worker")
    owner_words = models.TextField(blank=True, db_default="")
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_words = models.TextField(blank=True, db_default="")

    class Meta(ChildRow.Meta):
        db_table = "plan_actions"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="plan_action_has_an_owner",
                condition=Q(owner__isnull=False) | ~Q(owner_words=""),
                violation_error_message="Say who does it.",
            ),
        ]
