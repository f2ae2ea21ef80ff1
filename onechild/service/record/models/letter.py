"""A letter or a report that leaves the service, about one child or several of a family, before and after it is sent."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class LetterKind(models.TextChoices):
    """What it is for."""

    INVITATION = "invitation", "Invitation to a meeting"
    DECISION = "decision", "What was decided"
    PLAN = "plan", "A plan"
    REPORT = "report", "A report"
    OUTCOME = "outcome", "Outcome of a contact"
    OTHER = "other", "Another letter"


class LetterStatus(models.TextChoices):
    """Where it stands."""

    OPEN = "open", "Being written"
    CHECKED = "checked", "Checked"
    SENT = "sent", "Sent"
    DROPPED = "dropped", "Dropped"


class Letter(ChildEvent):
    letter_id = KeyField(primary_key=True, db_default=NewKey())
    subject = models.TextField()
    kind = models.TextField(choices=LetterKind.choices)
    group_id = models.TextField(blank=True, db_default="")
    status = models.TextField(choices=LetterStatus.choices, db_default="open")
    written_by = reference("Worker")
    written_by_name = models.TextField()
    about = models.TextField(blank=True, db_default="")
    about_id = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "letters"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="letter_known_kind", condition=Q(kind__in=LetterKind.values)),
            models.CheckConstraint(name="letter_known_status", condition=Q(status__in=LetterStatus.values)),
        ]
