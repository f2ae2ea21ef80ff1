"""A core group meeting under a child protection plan."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class CoreGroup(ChildEvent):
    core_group_id = KeyField(primary_key=True, db_default=NewKey())
    plan = reference("ChildProtectionPlan")
    quorate = models.BooleanField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "core_groups"
