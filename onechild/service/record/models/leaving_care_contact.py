"""A contact between a care leaver and the personal adviser or the service."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class LeavingCareContact(ChildEvent):
    leaving_care_contact_id = KeyField(primary_key=True, db_default=NewKey())
    method = CodeField("visit_method", null=True, blank=True)
    at_provided_accommodation = models.BooleanField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildEvent.Meta):
        db_table = "leaving_care_contacts"
