"""A decision drawn by chance for somebody else to read: whether they agree, and what the decider answers."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class SecondLook(ChildEvent):
    """`happened_on` is the day it was drawn; `drawn_for` the week or month of the sample."""

    second_look_id = KeyField(primary_key=True, db_default=NewKey())
    decision = reference("Decision", required=True)
    drawn_for = models.TextField()
    reader = reference("Worker")
    reader_name = models.TextField(blank=True, db_default="")
    due_on = models.DateField()
    read_on = models.DateField(null=True, blank=True)
    agrees = models.BooleanField(null=True, blank=True)
    history_used = models.BooleanField(null=True, blank=True)
    words = models.TextField(blank=True, db_default="")
    answer = models.TextField(blank=True, db_default="")
    answered_on = models.DateField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "second_looks"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["decision"], condition=Q(gone_at__isnull=True), name="second_look_once"),
            models.CheckConstraint(
                name="second_look_read_whole",
                condition=Q(read_on__isnull=True)
                | (Q(agrees__isnull=False) & Q(history_used__isnull=False) & ~Q(words="")),
                violation_error_message="Say whether you agree, whether the history was used, and why.",
            ),
        ]
