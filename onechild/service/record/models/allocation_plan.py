"""A proposed allocation of a team’s work, as it was asked for and solved, until a manager makes it so or drops it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class AllocationPlanKind(models.TextChoices):
    """What the plan is about."""

    WAITING = "waiting", "The waiting list"
    LEAVER = "leaver", "A worker leaves"
    TEAM = "team", "The whole team"
    COUNCIL = "council", "All teams"


class AllocationPlanState(models.TextChoices):
    """How far it has come."""

    DRAFT = "draft", "Proposed"
    MADE = "made", "Made so"
    DROPPED = "dropped", "Dropped"


class AllocationPlan(Event):
    """`loads` and `proofs` name workers and no child: children stand in lines that only those see who may."""

    plan_id = KeyField(primary_key=True, db_default=NewKey())
    kind = models.TextField(choices=AllocationPlanKind.choices)
    team = reference("Team")
    leaver = reference("Worker")
    leaves_on = models.DateField(null=True, blank=True)
    rules = models.JSONField(default=dict, db_default=models.Value({}, output_field=models.JSONField()))
    loads = models.JSONField(default=list, db_default=models.Value([], output_field=models.JSONField()))
    proofs = models.JSONField(default=list, db_default=models.Value([], output_field=models.JSONField()))
    seconds = models.FloatField(null=True, blank=True)
    solved_at = models.DateTimeField(null=True, blank=True)
    by_worker = reference("Worker")
    by_name = models.TextField()
    state = models.TextField(choices=AllocationPlanState.choices, db_default="draft")
    made_at = models.DateTimeField(null=True, blank=True)
    made_by_name = models.TextField(blank=True, db_default="")
    words = models.TextField(blank=True, db_default="")

    class Meta(Event.Meta):
        db_table = "allocation_plans"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="allocation_plan_known_kind", condition=Q(kind__in=AllocationPlanKind.values)),
            models.CheckConstraint(
                name="allocation_plan_known_state", condition=Q(state__in=AllocationPlanState.values)
            ),
        ]
