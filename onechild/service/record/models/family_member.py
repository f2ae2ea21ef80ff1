"""A child's place in a family group: brothers, sisters and others whose work is done together."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import ChildUndatedSpell


class FamilyMember(ChildUndatedSpell):
    family_member_id = KeyField(primary_key=True, db_default=NewKey())
    family_id = models.TextField()

    class Meta(ChildUndatedSpell.Meta):
        db_table = "family_members"
