"""What one worker hands to the next about a child: what must be known, and what the child wants them to know."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class Handover(ChildEvent):
    handover_id = KeyField(primary_key=True, db_default=NewKey())
    allocation = reference("Allocation")
    ended_allocation = reference("Allocation")
    from_worker = reference("Worker")
    to_worker = reference("Worker")
    words = models.TextField(blank=True, db_default="")
    childs_words = models.TextField(blank=True, db_default="")
    childs_words_on = models.DateField(null=True, blank=True)
    not_asked_words = models.TextField(blank=True, db_default="")
    meet_on = models.DateField(null=True, blank=True)
    met_on = models.DateField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    finished_by_name = models.TextField(blank=True, db_default="")
    read_at = models.DateTimeField(null=True, blank=True)
    read_by_name = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "handovers"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="handover_asks_the_child",
                condition=Q(finished_at__isnull=True) | ~Q(childs_words="") | ~Q(not_asked_words=""),
                violation_error_message="Write what the child wants the next worker to know, or why nobody asked.",
            ),
        ]
