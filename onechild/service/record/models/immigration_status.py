"""An immigration status, such as unaccompanied asylum-seeking child, from when to when."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildUndatedSpell


class ImmigrationStatus(ChildUndatedSpell):
    immigration_status_id = KeyField(primary_key=True, db_default=NewKey())
    status = CodeField("immigration_status")
    status_words = models.TextField(null=True, blank=True)

    class Meta(ChildUndatedSpell.Meta):
        db_table = "immigration_statuses"
