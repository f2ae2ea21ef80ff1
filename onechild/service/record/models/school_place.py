"""A school that a child is on the roll of."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import ChildSpell


class SchoolPlace(ChildSpell):
    school_place_id = KeyField(primary_key=True, db_default=NewKey())
    school_urn = models.TextField(null=True, blank=True)
    year_group = models.BigIntegerField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "school_places"
