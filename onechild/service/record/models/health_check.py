"""A health assessment or dental check of a looked-after child, asked for, held or refused."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildUndatedEvent


class HealthCheck(ChildUndatedEvent):
    health_check_id = KeyField(primary_key=True, db_default=NewKey())
    check_kind = CodeField("health_check_kind")
    check_status = CodeField("ssd_health_check_status", null=True, blank=True)
    requested_on = models.DateField(null=True, blank=True)
    reported_on = models.DateField(null=True, blank=True)

    class Meta(ChildUndatedEvent.Meta):
        db_table = "health_checks"
