"""What was said in a worker’s own supervision: for the two of them alone."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class PersonalSupervision(Event):
    personal_id = KeyField(primary_key=True, db_default=NewKey())
    session = reference("SupervisionSession", required=True)
    worker = reference("Worker", required=True)
    supervisor = reference("Worker")
    wellbeing = models.TextField(blank=True, db_default="")
    workload = models.TextField(blank=True, db_default="")
    learning = models.TextField(blank=True, db_default="")
    practice = models.TextField(blank=True, db_default="")
    agreed = models.TextField(blank=True, db_default="")
    worker_words = models.TextField(blank=True, db_default="")

    class Meta(Event.Meta):
        db_table = "personal_supervisions"
