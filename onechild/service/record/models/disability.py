"""A disability of a child; one row each, and one row NONE where a child is known to have none."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildUndatedSpell


class Disability(ChildUndatedSpell):
    disability_id = KeyField(primary_key=True, db_default=NewKey())
    disability = CodeField("disability")

    class Meta(ChildUndatedSpell.Meta):
        db_table = "disabilities"
