"""A happening in a child’s chronology that somebody marked as significant, and why."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class SignificantMark(ChildEvent):
    mark_id = KeyField(primary_key=True, db_default=NewKey())
    about = models.TextField()
    about_id = models.TextField()
    words = models.TextField()
    marked_by = reference("Worker")
    marked_by_name = models.TextField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "significant_marks"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["child", "about", "about_id"],
                condition=Q(gone_at__isnull=True) & Q(ended_on__isnull=True),
                name="significant_once",
            ),
            models.CheckConstraint(
                name="significant_in_words",
                condition=~Q(words=""),
                violation_error_message="Say why it is significant.",
            ),
        ]
