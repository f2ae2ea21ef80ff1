"""What became of a decision: a child is followed for months after a redirect, a step down or a closure."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class WatchKind(models.TextChoices):
    """After which decision the child is followed."""

    EARLY_HELP = "early_help", "Sent to early help"
    NO_FURTHER_ACTION = "no_further_action", "No further action or advice"
    STEP_DOWN = "step_down", "Stepped down from a child protection plan"
    CLOSURE = "closure", "Case closed"


class Watch(ChildSpell):
    """It begins on the day of the decision. What came back is the record’s to say."""

    watch_id = KeyField(primary_key=True, db_default=NewKey())
    kind = models.TextField(choices=WatchKind.choices)
    decision = reference("Decision", required=True)
    decided_by = reference("Worker")
    end_reason = models.TextField(blank=True, db_default="")

    class Meta(ChildSpell.Meta):
        db_table = "watches"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            models.CheckConstraint(name="watch_known_kind", condition=Q(kind__in=WatchKind.values)),
        ]
