"""A plan for permanence; several may run side by side."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class PermanencePlan(ChildSpell):
    permanence_plan_id = KeyField(primary_key=True, db_default=NewKey())
    started_on = models.DateField(null=True, blank=True)
    care = reference("PeriodOfCare")
    permanence = CodeField("permanence_plan", null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "permanence_plans"
