"""A permanence arrangement that a looked-after child had before, here or elsewhere."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildRow


class PreviousPermanence(ChildRow):
    previous_permanence_id = KeyField(primary_key=True, db_default=NewKey())
    permanence = CodeField("previous_permanence", null=True, blank=True)
    ordered_on = models.DateField(null=True, blank=True)
    ordered_words = models.TextField(null=True, blank=True)
    council = models.TextField(null=True, blank=True)

    class Meta(ChildRow.Meta):
        db_table = "previous_permanence"
