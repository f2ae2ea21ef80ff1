"""An education, health and care plan."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class EhcPlan(ChildSpell):
    ehc_plan_id = KeyField(primary_key=True, db_default=NewKey())
    ehc_request = reference("EhcRequest")
    end_reason = CodeField("ehcp_cease_reason", null=True, blank=True)
    last_reviewed_on = models.DateField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "ehc_plans"
