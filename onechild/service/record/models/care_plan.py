"""A care plan of a looked-after child."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class CarePlan(ChildSpell):
    care_plan_id = KeyField(primary_key=True, db_default=NewKey())
    care = reference("PeriodOfCare")
    agreed_on = models.DateField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "care_plans"
