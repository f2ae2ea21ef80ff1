"""Something that happened to a promise: its owner or day changed, evidence came, it was kept, disputed or withdrawn."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class DirectionStepKind(models.TextChoices):
    """What happened to it."""

    GIVEN = "given", "Given"
    PASSED = "passed", "Passed to another worker with the case"
    OWNER = "owner", "Owner changed"
    DUE = "due", "Day changed"
    NEWS = "news", "Progress written"
    KEPT = "kept", "Kept"
    DISPUTED = "disputed", "Disputed"
    UPHELD = "upheld", "Stands after a dispute"
    CHANGED = "changed", "Changed after a dispute"
    WITHDRAWN = "withdrawn", "Withdrawn"
    REOPENED = "reopened", "Opened again"


class DirectionStep(ChildEvent):
    step_id = KeyField(primary_key=True, db_default=NewKey())
    direction = reference("Direction", required=True)
    step = models.TextField(choices=DirectionStepKind.choices)
    at = models.DateTimeField()
    by_worker = reference("Worker")
    by_name = models.TextField()
    words = models.TextField(blank=True, db_default="")
    from_owner = reference("Worker")
    to_owner = reference("Worker")
    from_due_on = models.DateField(null=True, blank=True)
    to_due_on = models.DateField(null=True, blank=True)
    evidence_kind = models.TextField(blank=True, db_default="")
    evidence_id = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "direction_steps"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="direction_step_known", condition=Q(step__in=DirectionStepKind.values)),
            models.CheckConstraint(
                name="direction_kept_with_evidence",
                condition=~Q(step__in=["kept", "disputed", "withdrawn", "due", "reopened", "upheld", "changed"])
                | ~Q(words=""),
                violation_error_message="Say what shows it, or why.",
            ),
        ]
