"""A time somewhere that is no placement: hospital, a residential school, custody, a home that the council provides."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildSpell


class Stay(ChildSpell):
    stay_id = KeyField(primary_key=True, db_default=NewKey())
    stay_kind = CodeField("stay_kind")
    words = models.TextField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "stays"
