"""A strategy discussion or meeting between agencies."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class StrategyDiscussion(ChildEvent):
    discussion_id = KeyField(primary_key=True, db_default=NewKey())
    held_at = models.DateTimeField(null=True, blank=True)
    enquiry = reference("Section47Enquiry")
    began_enquiry = models.BooleanField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildEvent.Meta):
        db_table = "strategy_discussions"
