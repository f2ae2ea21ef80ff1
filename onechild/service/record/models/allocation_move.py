"""What was done about who holds a child: allocated, put on a list, transferred, a co-worker named, undone; and why."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class MoveVerb(models.TextChoices):
    """Different things, each with a name of its own."""

    ALLOCATED = "allocated", "Allocated to a worker"
    WAITS = "waits", "Put on a team’s waiting list"
    TRANSFERRED = "transferred", "Transferred"
    CO_WORKER = "co_worker", "Co-worker named"
    CO_WORKER_ENDED = "co_worker_ended", "Co-worker’s part ended"
    ENDED = "ended", "Taken out of a worker’s hands"
    PRIORITY = "priority", "Priority changed"
    MANAGER = "manager", "Named manager changed"


class AllocationMove(ChildEvent):
    """Moves made together share `batch_id`; `before` is what undoing puts back."""

    move_id = KeyField(primary_key=True, db_default=NewKey())
    verb = models.TextField(choices=MoveVerb.choices)
    batch_id = models.TextField()
    allocation = reference("Allocation")
    ended_allocation = reference("Allocation")
    from_worker = reference("Worker")
    to_worker = reference("Worker")
    from_team = reference("Team")
    to_team = reference("Team")
    reason = CodeField("sw_change_reason", null=True, blank=True)
    words = models.TextField(blank=True, db_default="")
    before = models.JSONField(default=dict, db_default=models.Value({}, output_field=models.JSONField()))
    plan = reference("AllocationPlan")
    direction = reference("Direction")
    at = models.DateTimeField()
    by_worker = reference("Worker")
    by_name = models.TextField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by_name = models.TextField(blank=True, db_default="")
    undone_words = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "allocation_moves"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="allocation_move_known", condition=Q(verb__in=MoveVerb.values)),
            models.CheckConstraint(
                name="allocation_move_undone_with_words",
                condition=Q(undone_at__isnull=True) | ~Q(undone_words=""),
                violation_error_message="Say why it is undone.",
            ),
        ]
