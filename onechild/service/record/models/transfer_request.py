"""A team asked another to take a child over; nothing changes hands until that team accepts."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class TransferAnswer(models.TextChoices):
    """How a request to take a child over was answered."""

    ACCEPTED = "accepted", "Accepted"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"


class TransferRequest(ChildEvent):
    """`raised` are the things that the asker was told before asking, such as an assessment in the middle."""

    transfer_id = KeyField(primary_key=True, db_default=NewKey())
    batch_id = models.TextField()
    from_team = reference("Team")
    to_team = reference("Team", required=True)
    from_worker = reference("Worker")
    to_worker = reference("Worker")
    move_on = models.DateField(null=True, blank=True)
    priority = CodeField("allocation_priority", null=True, blank=True)
    reason = CodeField("sw_change_reason", null=True, blank=True)
    words = models.TextField()
    raised = models.JSONField(default=list, db_default=models.Value([], output_field=models.JSONField()))
    asked_at = models.DateTimeField()
    asked_by = reference("Worker")
    asked_by_name = models.TextField()
    answer = models.TextField(choices=TransferAnswer.choices, blank=True, db_default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_name = models.TextField(blank=True, db_default="")
    answer_words = models.TextField(blank=True, db_default="")
    move = reference("AllocationMove")

    class Meta(ChildEvent.Meta):
        db_table = "transfer_requests"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="transfer_answer_known", condition=Q(answer__in=["", *TransferAnswer.values])),
            models.CheckConstraint(
                name="transfer_refused_with_words",
                condition=~Q(answer__in=["refused", "withdrawn"]) | ~Q(answer_words=""),
                violation_error_message="Say why.",
            ),
        ]
