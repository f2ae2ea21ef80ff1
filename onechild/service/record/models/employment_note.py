"""Where a worker came from and went to, as the workforce census asks, and the reason in words."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class EmploymentNote(RecordRow):
    employment_note_id = KeyField(primary_key=True, db_default=NewKey())
    employment = reference("Employment", required=True)
    start_origin = models.TextField(blank=True, db_default="")
    leaver_destination = models.TextField(blank=True, db_default="")
    reason_leave = models.TextField(blank=True, db_default="")
    words = models.TextField(blank=True, db_default="")

    class Meta(RecordRow.Meta):
        db_table = "employment_notes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["employment"], condition=Q(gone_at__isnull=True), name="employment_note_once"
            ),
        ]
