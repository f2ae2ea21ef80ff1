"""A special educational need named in a plan, by rank."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildUndatedEvent


class EhcNeed(ChildUndatedEvent):
    ehc_need_id = KeyField(primary_key=True, db_default=NewKey())
    ehc_plan = reference("EhcPlan")
    need = CodeField("sen_need_type", null=True, blank=True)
    need_rank = models.BigIntegerField(null=True, blank=True)

    class Meta(ChildUndatedEvent.Meta):
        db_table = "ehc_needs"
