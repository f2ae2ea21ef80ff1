"""A visit to a child, or an attempt at one; it meets a duty only where the child was seen."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class Visit(ChildEvent):
    visit_id = KeyField(primary_key=True, db_default=NewKey())
    purpose = CodeField("visit_purpose")
    plan_id = models.TextField(null=True, blank=True)
    care = reference("PeriodOfCare")
    planned_on = models.DateField(null=True, blank=True)
    seen = models.BooleanField(null=True, blank=True)
    seen_alone = models.BooleanField(null=True, blank=True)
    bedroom_seen = models.BooleanField(null=True, blank=True)
    method = CodeField("visit_method", null=True, blank=True)
    video_reason = models.TextField(null=True, blank=True)
    not_seen_reason = CodeField("not_seen_reason", null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildEvent.Meta):
        db_table = "visits"
