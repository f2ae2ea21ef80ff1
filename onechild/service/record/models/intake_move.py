"""A contact went from one stage or one holder to another: when, by whom and why."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class IntakeMove(RecordRow):
    intake_move_id = KeyField(primary_key=True, db_default=NewKey())
    intake = reference("Intake", required=True)
    moved_at = models.DateTimeField()
    from_stage = models.TextField(blank=True, db_default="")
    to_stage = models.TextField()
    holder = reference("Worker")
    moved_by = reference("Worker")
    moved_by_name = models.TextField()
    reason = models.TextField(blank=True, db_default="")

    class Meta(RecordRow.Meta):
        db_table = "intake_moves"
