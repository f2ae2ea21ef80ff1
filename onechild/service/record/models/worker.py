"""A social worker, personal adviser, manager or other practitioner."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import RecordRow


class Worker(RecordRow):
    worker_id = KeyField(primary_key=True, db_default=NewKey())
    qualified_on = models.DateField(null=True, blank=True)
    newly_qualified_to = models.DateField(null=True, blank=True)
    registered = models.BooleanField(null=True, blank=True)

    class Meta(RecordRow.Meta):
        db_table = "workers"
