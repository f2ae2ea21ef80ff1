"""A power over a child that ends at a time: police protection, an emergency protection order, secure accommodation."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildSpell


class TimedPower(ChildSpell):
    timed_power_id = KeyField(primary_key=True, db_default=NewKey())
    power = CodeField("timed_power")
    began_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    asked_by_police = models.BooleanField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "timed_powers"
