"""A case supervision drawn to be read by somebody else, against the rubric of what good supervision holds."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class SupervisionReading(ChildEvent):
    reading_id = KeyField(primary_key=True, db_default=NewKey())
    note = reference("SupervisionNote", required=True)
    drawn_for = models.TextField()
    due_on = models.DateField(null=True, blank=True)
    reader = reference("Worker")
    reader_name = models.TextField(blank=True, db_default="")
    answers = models.JSONField(default=dict, db_default=models.Value({}, output_field=models.JSONField()))
    strength = models.TextField(blank=True, db_default="")
    words = models.TextField(blank=True, db_default="")
    read_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True, db_default="")
    answered_on = models.DateField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "supervision_readings"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["note"], condition=Q(gone_at__isnull=True), name="supervision_read_once"),
        ]
