"""A young mother known to the council, and her child."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class Mother(ChildRow):
    mother_id = KeyField(primary_key=True, db_default=NewKey())
    her_child = reference("Child")
    her_child_born_on = models.DateField(null=True, blank=True)

    class Meta(ChildRow.Meta):
        db_table = "mothers"
