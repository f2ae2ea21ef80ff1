"""A decision that changes a child's life, why it was made, and the words that the child can read."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class DecisionExplained(ChildEvent):
    explanation_id = KeyField(primary_key=True, db_default=NewKey())
    decision_kind = CodeField("life_decision", null=True, blank=True)
    decided_by = reference("Worker")
    options = models.TextField(null=True, blank=True)
    reasons = models.TextField(null=True, blank=True)
    explained_on = models.DateField(null=True, blank=True)
    childs_words = models.TextField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "decisions_explained"
