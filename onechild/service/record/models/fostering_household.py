"""A fostering household, from its approval."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import Spell


class FosteringHousehold(Spell):
    household_id = KeyField(primary_key=True, db_default=NewKey())
    household_kind = CodeField("household_kind", null=True, blank=True)
    places = models.BigIntegerField(null=True, blank=True)
    end_reason = CodeField("household_end_reason", null=True, blank=True)

    class Meta(Spell.Meta):
        db_table = "fostering_households"
