"""A disability of a child; one row each, and one row NONE where a child is known to have none."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildSpell


class Disability(ChildSpell):
    disability_id = KeyField(primary_key=True, db_default=NewKey())
    started_on = models.DateField(null=True, blank=True)
    disability = CodeField("disability")

    class Meta(ChildSpell.Meta):
        db_table = "disabilities"
