"""A request for an education, health and care needs assessment, and what became of it."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class EhcRequest(ChildEvent):
    ehc_request_id = KeyField(primary_key=True, db_default=NewKey())
    decided_on = models.DateField(null=True, blank=True)
    outcome = CodeField("ehc_request_outcome", null=True, blank=True)
    assessment_decided_on = models.DateField(null=True, blank=True)
    assessment_outcome = CodeField("ehc_assessment_outcome", null=True, blank=True)
    exception_applies = models.BooleanField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "ehc_requests"
