"""What was said in a return home interview: where the child was, with whom, why, and what would help."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class InterviewNote(ChildRow):
    interview_note_id = KeyField(primary_key=True, db_default=NewKey())
    interview = reference("ReturnInterview", required=True)
    interviewer_words = models.TextField(blank=True, db_default="")
    where_words = models.TextField(blank=True, db_default="")
    with_whom = models.TextField(blank=True, db_default="")
    why = models.TextField(blank=True, db_default="")
    harm = models.TextField(blank=True, db_default="")
    childs_words = models.TextField(blank=True, db_default="")
    what_would_help = models.TextField(blank=True, db_default="")
    told_whom = models.TextField(blank=True, db_default="")

    class Meta(ChildRow.Meta):
        db_table = "interview_notes"
