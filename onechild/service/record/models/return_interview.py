"""An independent return home interview, held or offered, after a child was missing."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildUndatedEvent


class ReturnInterview(ChildUndatedEvent):
    interview_id = KeyField(primary_key=True, db_default=NewKey())
    missing = reference("MissingEpisode")
    offered_on = models.DateField(null=True, blank=True)
    accepted = models.BooleanField(null=True, blank=True)
    not_held_reason = models.TextField(null=True, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)

    class Meta(ChildUndatedEvent.Meta):
        db_table = "return_interviews"
