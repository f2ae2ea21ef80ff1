"""The contract under which a child steps down: a named worker, the outcomes carried over, a visit floor and a watch."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class StepDown(ChildEvent):
    step_down_id = KeyField(primary_key=True, db_default=NewKey())
    protection_plan = reference("ChildProtectionPlan")
    need_plan = reference("ChildInNeedPlan")
    to_early_help = models.BooleanField(db_default=False)
    early_help = reference("EarlyHelpEpisode")
    worker = reference("Worker")
    worker_words = models.TextField(blank=True, db_default="")
    visit_every_days = models.IntegerField(null=True, blank=True)
    first_visit_by = models.DateField(null=True, blank=True)
    first_review_by = models.DateField(null=True, blank=True)
    if_worse = models.TextField()
    childs_voice = models.TextField(blank=True, db_default="")
    decision = reference("Decision", required=True)

    class Meta(ChildEvent.Meta):
        db_table = "step_downs"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="step_down_has_a_named_worker",
                condition=Q(worker__isnull=False) | (Q(to_early_help=True) & ~Q(worker_words="")),
                violation_error_message="A step down needs a named worker.",
            ),
            models.CheckConstraint(
                name="step_down_has_a_visit_floor",
                condition=Q(to_early_help=True) | Q(visit_every_days__gte=1),
                violation_error_message="Say how often the child is visited at least.",
            ),
        ]
