"""A manager looked at a child’s case or pathway, and wrote what they saw and what must happen."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class Oversight(ChildEvent):
    oversight_id = KeyField(primary_key=True, db_default=NewKey())
    about = models.TextField(blank=True, db_default="")
    about_id = models.TextField(blank=True, db_default="")
    manager = reference("Worker")
    manager_name = models.TextField()
    words = models.TextField()
    next_by = models.DateField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "oversights"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="oversight_in_words",
                condition=~Q(words=""),
                violation_error_message="Say what you saw and what must happen.",
            ),
        ]
