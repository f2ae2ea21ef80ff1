"""A case note: a visit, correspondence or something else; one row for each child it is about."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class NoteKind(models.TextChoices):
    """What it is a note of."""

    VISIT = "visit", "Visit"
    CORRESPONDENCE = "correspondence", "Correspondence"
    OTHER = "other", "Something else"


class NoteWay(models.TextChoices):
    """How correspondence went."""

    CALL_IN = "call_in", "They rang"
    CALL_OUT = "call_out", "We rang"
    MAIL_IN = "mail_in", "They wrote"
    MAIL_OUT = "mail_out", "We wrote"
    MESSAGE = "message", "Text or other message"
    MEETING = "meeting", "Met"


class CaseNote(ChildEvent):
    case_note_id = KeyField(primary_key=True, db_default=NewKey())
    kind = models.TextField(choices=NoteKind.choices)
    group_id = models.TextField(blank=True, db_default="")
    at = models.TimeField(null=True, blank=True)
    subject = models.TextField()
    words = models.TextField()
    childs_words = models.TextField(blank=True, db_default="")
    way = models.TextField(choices=NoteWay.choices, blank=True, db_default="")
    with_whom = models.TextField(blank=True, db_default="")
    from_transcript = models.BooleanField(db_default=False)
    significant = models.BooleanField(db_default=False)
    significance = models.TextField(blank=True, db_default="")
    pinned = models.BooleanField(db_default=False)
    about_others = models.BooleanField(db_default=False)
    visit = reference("Visit")
    worker = reference("Worker")
    written_by_name = models.TextField()
    written_at = models.DateTimeField()
    removal_asked_by = models.TextField(blank=True, db_default="")
    removed_on = models.DateField(null=True, blank=True)
    removed_by_name = models.TextField(blank=True, db_default="")
    removed_reason = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "case_notes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="case_note_known_kind", condition=Q(kind__in=NoteKind.values)),
            models.CheckConstraint(name="case_note_known_way", condition=Q(way__in=["", *NoteWay.values])),
            models.CheckConstraint(
                name="case_note_removed_says_why",
                condition=Q(removed_on__isnull=True) | (~Q(removed_reason="") & ~Q(removal_asked_by="")),
                violation_error_message="Say who asked for it to be removed, and why.",
            ),
            models.CheckConstraint(
                name="case_note_significance_in_words",
                condition=Q(significant=False) | ~Q(significance=""),
                violation_error_message="Say why it is significant.",
            ),
        ]
