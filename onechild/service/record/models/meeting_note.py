"""The note of a core group, a child in need meeting or a review: what was said, by the child too, and the next day."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class MeetingNote(ChildRow):
    meeting_note_id = KeyField(primary_key=True, db_default=NewKey())
    about = models.TextField()
    about_id = models.TextField()
    meeting_id = models.TextField(blank=True, db_default="")
    words = models.TextField(blank=True, db_default="")
    childs_words = models.TextField(blank=True, db_default="")
    family_words = models.TextField(blank=True, db_default="")
    progress = models.TextField(blank=True, db_default="")
    next_on = models.DateField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildRow.Meta):
        db_table = "meeting_notes"
