"""A plan for permanence; several may run side by side."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildUndatedSpell


class PermanencePlan(ChildUndatedSpell):
    permanence_plan_id = KeyField(primary_key=True, db_default=NewKey())
    care = reference("PeriodOfCare")
    permanence = CodeField("permanence_plan", null=True, blank=True)

    class Meta(ChildUndatedSpell.Meta):
        db_table = "permanence_plans"
