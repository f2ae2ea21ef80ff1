"""Who somebody is to a child, from when to when."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildUndatedSpell


class Relationship(ChildUndatedSpell):
    relationship_id = KeyField(primary_key=True, db_default=NewKey())
    related_child = reference("Child")
    related_adult = reference("Adult")
    relation = CodeField("relation")
    parental_responsibility = models.BooleanField(null=True, blank=True)
    same_household = models.BooleanField(null=True, blank=True)

    class Meta(ChildUndatedSpell.Meta):
        db_table = "relationships"
