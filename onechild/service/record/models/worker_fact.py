"""What matters when work is shared out: the languages a worker speaks and the areas they visit."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class WorkerFact(RecordRow):
    worker_fact_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    languages = ArrayField(models.TextField(), default=list, db_default=[])
    areas = ArrayField(models.TextField(), default=list, db_default=[])

    class Meta(RecordRow.Meta):
        db_table = "worker_facts"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["worker"], condition=Q(gone_at__isnull=True), name="worker_fact_once"),
        ]
