"""Who holds the front door between two moments, out of hours: a named worker with a number to ring."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class OutOfHoursHolder(RecordRow):
    holder_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    name = models.TextField()
    phone = models.TextField(blank=True, db_default="")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta(RecordRow.Meta):
        db_table = "out_of_hours_holders"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="out_of_hours_ends_after_it_starts", condition=Q(ends_at__gt=F("starts_at"))),
        ]
