"""A rule that protects a newly qualified worker was set aside for one child, by whom and why; never silently."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class CaseloadException(ChildEvent):
    exception_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    allocation = reference("Allocation")
    rule = models.TextField()
    words = models.TextField()
    by_worker = reference("Worker")
    by_name = models.TextField()
    co_worker = reference("Worker")
    look_again_on = models.DateField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "caseload_exceptions"
