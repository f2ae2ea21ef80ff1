"""Somebody told the council about a child; one row for each child in the contact."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class Contact(ChildEvent):
    contact_id = KeyField(primary_key=True, db_default=NewKey())
    received_at = models.DateTimeField(null=True, blank=True)
    source_kind = CodeField("referral_source", null=True, blank=True)
    source_words = models.TextField(null=True, blank=True)
    priority = CodeField("front_door_priority", null=True, blank=True)
    already_open = models.BooleanField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildEvent.Meta):
        db_table = "contacts"
