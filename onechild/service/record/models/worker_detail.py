"""What the workforce census asks about a worker as a person; for those who keep the workforce and the worker alone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class WorkerDetail(RecordRow):
    worker_detail_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    born_on = models.DateField(null=True, blank=True)
    sex = models.TextField(blank=True, db_default="")
    ethnicity = models.TextField(blank=True, db_default="")
    qualification_institution = models.TextField(blank=True, db_default="")
    qualification_level = models.TextField(blank=True, db_default="")
    route = models.TextField(blank=True, db_default="")
    organisation_role = models.TextField(blank=True, db_default="")

    class Meta(RecordRow.Meta):
        db_table = "worker_details"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["worker"], condition=Q(gone_at__isnull=True), name="worker_detail_once"),
        ]
