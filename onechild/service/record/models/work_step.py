"""A piece of written work was sent for approval, returned for edits with what needs to change, or approved."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class WorkStepKind(models.TextChoices):
    """What happened to the work."""

    SUBMITTED = "submitted", "Sent to a manager"
    RETURNED = "returned", "Returned for edits"
    APPROVED = "approved", "Approved"
    REOPENED = "reopened", "Opened again"


class WorkStep(ChildEvent):
    """`about` names the table of the work and `about_id` its key."""

    work_step_id = KeyField(primary_key=True, db_default=NewKey())
    about = models.TextField()
    about_id = models.TextField()
    step = models.TextField(choices=WorkStepKind.choices)
    at = models.DateTimeField()
    by_worker = reference("Worker")
    by_name = models.TextField()
    words = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "work_steps"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="work_step_known", condition=Q(step__in=WorkStepKind.values)),
            models.CheckConstraint(
                name="work_returned_says_what",
                condition=~Q(step="returned") | ~Q(words=""),
                violation_error_message="Say what needs to be changed.",
            ),
        ]
