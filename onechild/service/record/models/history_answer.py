"""What a pattern in the family’s history means now, as whoever assesses answered it, and what it was drawn from."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class HistoryAnswer(ChildRow):
    """`pattern` is the key of the pattern and of what it is about; `sources` lists tables and keys of the rows."""

    answer_id = KeyField(primary_key=True, db_default=NewKey())
    assessment = reference("Assessment", required=True)
    pattern = models.TextField()
    says = models.TextField()
    sources = models.JSONField(default=list)
    means_now = models.TextField()
    answered_by = reference("Worker")
    answered_by_name = models.TextField()

    class Meta(ChildRow.Meta):
        db_table = "history_answers"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["assessment", "pattern"], condition=Q(gone_at__isnull=True), name="history_answered_once"
            ),
            models.CheckConstraint(
                name="history_answer_in_words",
                condition=~Q(means_now=""),
                violation_error_message="Say what it means now.",
            ),
        ]
