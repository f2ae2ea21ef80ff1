"""A personal education plan of a looked-after child, made or reviewed."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class PersonalEducationPlan(ChildEvent):
    education_plan_id = KeyField(primary_key=True, db_default=NewKey())
    step = CodeField("plan_step", null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "personal_education_plans"
