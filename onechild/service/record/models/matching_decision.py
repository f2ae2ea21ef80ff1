"""A decision that a placement fits a child: what it meets of who the child is, and why it was chosen."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class MatchingDecision(ChildEvent):
    matching_decision_id = KeyField(primary_key=True, db_default=NewKey())
    placement = reference("Placement")
    ethnicity_met = models.BooleanField(null=True, blank=True)
    language_met = models.BooleanField(null=True, blank=True)
    religion_met = models.BooleanField(null=True, blank=True)
    cultural_plan = models.BooleanField(null=True, blank=True)
    long_term = models.BooleanField(null=True, blank=True)
    decided_by = reference("Worker")
    reasons = models.TextField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "matching_decisions"
