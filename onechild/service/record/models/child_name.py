"""A name that a child has or had, and when."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildUndatedSpell


class ChildName(ChildUndatedSpell):
    name_id = KeyField(primary_key=True, db_default=NewKey())
    forename = models.TextField(null=True, blank=True)
    surname = models.TextField(null=True, blank=True)
    name_kind = CodeField("name_kind", null=True, blank=True)

    class Meta(ChildUndatedSpell.Meta):
        db_table = "child_names"
