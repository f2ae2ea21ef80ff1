"""A child protection plan."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.overlaps import no_overlap
from onechild.service.record.models.row import ChildSpell


class ChildProtectionPlan(ChildSpell):
    plan_id = KeyField(primary_key=True, db_default=NewKey())
    referral = reference("Referral")
    conference = reference("Conference")
    initial_category = CodeField("abuse_category", null=True, blank=True)
    latest_category = CodeField("abuse_category", null=True, blank=True)
    previous_plans = models.BigIntegerField(null=True, blank=True)
    of_other_council = models.BooleanField(null=True, blank=True)
    end_reason = CodeField("plan_end_reason", null=True, blank=True)
    visit_every_days = models.BigIntegerField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "child_protection_plans"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            no_overlap(
                "child_protection_plan_no_overlap", message="There is another child protection plan on these days."
            ),
        ]
