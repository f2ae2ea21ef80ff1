"""Whether a looked-after child's immunisations were up to date, as known on a day."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class Immunisation(ChildEvent):
    immunisation_id = KeyField(primary_key=True, db_default=NewKey())
    up_to_date = models.BooleanField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "immunisations"
