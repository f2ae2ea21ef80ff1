"""A worker's name and numbers."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class WorkerName(RecordRow):
    worker_name_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    name = models.TextField(null=True, blank=True)
    staff_number = models.TextField(null=True, blank=True)
    registration_number = models.TextField(null=True, blank=True)
    job_title = models.TextField(null=True, blank=True)

    class Meta(RecordRow.Meta):
        db_table = "worker_names"
