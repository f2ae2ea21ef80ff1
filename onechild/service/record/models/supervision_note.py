"""What supervision said about one child: what was thought about, what was decided, or why nothing more is asked."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class SupervisionNote(ChildEvent):
    """Chosen for the agenda when it is made; written once `supervision` says so. `later` came after both had signed."""

    note_id = KeyField(primary_key=True, db_default=NewKey())
    session = reference("SupervisionSession")
    supervision = reference("Supervision")
    worker = reference("Worker", required=True)
    supervisor = reference("Worker")
    agenda = models.JSONField(default=list, db_default=models.Value([], output_field=models.JSONField()))
    promised = models.TextField(blank=True, db_default="")
    talked = models.TextField(blank=True, db_default="")
    childs_day = models.TextField(blank=True, db_default="")
    question = models.TextField(blank=True, db_default="")
    answer = models.TextField(blank=True, db_default="")
    decided = models.TextField(blank=True, db_default="")
    no_direction_words = models.TextField(blank=True, db_default="")
    later = models.BooleanField(default=False, db_default=False)

    class Meta(ChildEvent.Meta):
        db_table = "supervision_notes"
