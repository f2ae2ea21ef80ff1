"""A request for information that law gives a time for."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import Event


class InformationRequest(Event):
    information_request_id = KeyField(primary_key=True, db_default=NewKey())
    request_kind = CodeField("information_request_kind")
    identity_on = models.DateField(null=True, blank=True)
    extended_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta(Event.Meta):
        db_table = "information_requests"
