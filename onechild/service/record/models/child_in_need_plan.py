"""A child in need plan."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.overlaps import no_overlap
from onechild.service.record.models.row import ChildSpell


class ChildInNeedPlan(ChildSpell):
    plan_id = KeyField(primary_key=True, db_default=NewKey())
    referral = reference("Referral")
    stepped_down = models.BooleanField(null=True, blank=True)
    short_package = models.BooleanField(null=True, blank=True)
    end_reason = CodeField("plan_end_reason", null=True, blank=True)
    visit_every_days = models.BigIntegerField(null=True, blank=True)
    team = reference("Team")
    worker = reference("Worker")

    class Meta(ChildSpell.Meta):
        db_table = "child_in_need_plans"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            no_overlap("child_in_need_plan_no_overlap", message="There is another child in need plan on these days."),
        ]
