"""A term of the council's schools."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import Spell


class SchoolTerm(Spell):
    school_term_id = KeyField(primary_key=True, db_default=NewKey())
    name = models.TextField(null=True, blank=True)

    class Meta(Spell.Meta):
        db_table = "school_terms"
