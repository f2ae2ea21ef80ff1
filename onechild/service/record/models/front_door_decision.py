"""A decision at the front door: initial, screening or final, with its moment and who decided."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildUndatedEvent


class FrontDoorDecision(ChildUndatedEvent):
    decision_id = KeyField(primary_key=True, db_default=NewKey())
    contact = reference("Contact", required=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    stage = CodeField("decision_stage", null=True, blank=True)
    outcome = CodeField("front_door_outcome", null=True, blank=True)
    screened_by = reference("Worker")
    decided_by = reference("Worker")
    reason = models.TextField(null=True, blank=True)

    class Meta(ChildUndatedEvent.Meta):
        db_table = "front_door_decisions"
