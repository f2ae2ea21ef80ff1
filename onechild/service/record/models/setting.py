"""One of the council's own standards, from when to when; shown beside the law as local."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class Setting(Spell):
    setting_id = KeyField(primary_key=True, db_default=NewKey())
    setting = CodeField("setting")
    value = models.FloatField()
    team = reference("Team")
    role = CodeField("worker_role", null=True, blank=True)
    reason = models.TextField(null=True, blank=True)

    class Meta(Spell.Meta):
        db_table = "settings"
