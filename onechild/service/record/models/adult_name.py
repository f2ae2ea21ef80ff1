"""A name that an adult has or had, and when."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import UndatedSpell


class AdultName(UndatedSpell):
    name_id = KeyField(primary_key=True, db_default=NewKey())
    adult = reference("Adult", required=True)
    forename = models.TextField(null=True, blank=True)
    surname = models.TextField(null=True, blank=True)
    name_kind = CodeField("name_kind", null=True, blank=True)

    class Meta(UndatedSpell.Meta):
        db_table = "adult_names"
