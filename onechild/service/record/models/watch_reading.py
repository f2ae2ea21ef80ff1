"""What its decider learned when a child came back after a decision: written by them, never taken from a page view."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class WatchReading(ChildEvent):
    """`came_back` is the table of the referral, contact, enquiry or plan, and `came_back_id` its key."""

    watch_reading_id = KeyField(primary_key=True, db_default=NewKey())
    watch = reference("Watch", required=True)
    came_back = models.TextField()
    came_back_id = models.TextField()
    came_back_on = models.DateField()
    read_by = reference("Worker")
    read_by_name = models.TextField()
    learned = models.TextField()

    class Meta(ChildEvent.Meta):
        db_table = "watch_readings"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="watch_reading_in_words",
                condition=~Q(learned=""),
                violation_error_message="Say what you take from it.",
            ),
            models.UniqueConstraint(
                fields=["watch", "came_back_id", "read_by"], condition=Q(gone_at__isnull=True), name="watch_read_once"
            ),
        ]
