"""A name that an adult has or had, and when."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Spell


class AdultName(Spell):
    name_id = KeyField(primary_key=True, db_default=NewKey())
    adult = reference("Adult", required=True)
    started_on = models.DateField(null=True, blank=True)
    forename = models.TextField(null=True, blank=True)
    surname = models.TextField(null=True, blank=True)
    name_kind = CodeField("name_kind", null=True, blank=True)

    class Meta(Spell.Meta):
        db_table = "adult_names"
