"""Somebody disagreed with a decision: what they said, what was answered, and whether the decision stood."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class DecisionChallenge(ChildEvent):
    challenge_id = KeyField(primary_key=True, db_default=NewKey())
    decision = reference("Decision", required=True)
    made_by_name = models.TextField()
    made_by = reference("Worker")
    words = models.TextField()
    answered_on = models.DateField(null=True, blank=True)
    answered_by_name = models.TextField(blank=True, db_default="")
    answered_by = reference("Worker")
    answer = models.TextField(blank=True, db_default="")
    stood = models.BooleanField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "decision_challenges"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="challenge_in_words", condition=~Q(words=""), violation_error_message="Say what you disagree with."
            ),
            models.CheckConstraint(
                name="challenge_answered_whole",
                condition=Q(answered_on__isnull=True) | (~Q(answer="") & Q(stood__isnull=False)),
                violation_error_message="Say what you answer, and whether the decision stands.",
            ),
        ]
