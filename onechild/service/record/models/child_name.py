"""A name that a child has or had, and when."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildSpell


class ChildName(ChildSpell):
    name_id = KeyField(primary_key=True, db_default=NewKey())
    started_on = models.DateField(null=True, blank=True)
    forename = models.TextField(null=True, blank=True)
    surname = models.TextField(null=True, blank=True)
    name_kind = CodeField("name_kind", null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "child_names"
