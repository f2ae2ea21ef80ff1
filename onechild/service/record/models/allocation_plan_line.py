"""What a proposed allocation says of one child: who before, who after, and why, in words."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class AllocationPlanLine(ChildRow):
    line_id = KeyField(primary_key=True, db_default=NewKey())
    plan = reference("AllocationPlan", required=True)
    group_id = models.TextField()
    work = models.TextField()
    weighs = models.FloatField()
    before_worker = reference("Worker")
    after_worker = reference("Worker")
    before_team = reference("Team")
    after_team = reference("Team")
    reasons = ArrayField(models.TextField(), default=list, db_default=[])
    by_manager = models.BooleanField(db_default=False)
    move = reference("AllocationMove")
    not_made_words = models.TextField(blank=True, db_default="")

    class Meta(ChildRow.Meta):
        db_table = "allocation_plan_lines"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["plan", "child"], condition=Q(gone_at__isnull=True), name="allocation_plan_line_once"
            ),
        ]
