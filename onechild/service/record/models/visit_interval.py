"""A stricter visit interval, set for one child under a plan, from a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class VisitInterval(ChildSpell):
    visit_interval_id = KeyField(primary_key=True, db_default=NewKey())
    child_protection_plan = reference("ChildProtectionPlan")
    child_in_need_plan = reference("ChildInNeedPlan")
    every_days = models.BigIntegerField(null=True, blank=True)
    reason = models.TextField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "visit_intervals"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            models.CheckConstraint(
                name="visit_interval_of_one_plan",
                condition=models.Q(origin__isnull=False)
                | models.Q(child_protection_plan__isnull=False, child_in_need_plan__isnull=True)
                | models.Q(child_protection_plan__isnull=True, child_in_need_plan__isnull=False),
                violation_error_message="It is set under one plan.",
            ),
            models.CheckConstraint(
                name="visit_interval_of_days",
                condition=models.Q(origin__isnull=False) | models.Q(every_days__isnull=False, every_days__gte=1),
                violation_error_message="It is one day at least.",
            ),
        ]
