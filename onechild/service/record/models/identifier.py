"""A number by which another system or service knows the child, such as a unique pupil number or an NHS number."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildUndatedSpell


class Identifier(ChildUndatedSpell):
    identifier_id = KeyField(primary_key=True, db_default=NewKey())
    identifier_kind = CodeField("identifier_kind")
    value = models.TextField()
    system = models.TextField(null=True, blank=True)

    class Meta(ChildUndatedSpell.Meta):
        db_table = "identifiers"
