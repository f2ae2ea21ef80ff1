"""A conviction, final warning or reprimand of a looked-after child."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class Conviction(ChildEvent):
    conviction_id = KeyField(primary_key=True, db_default=NewKey())
    offence = models.TextField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "convictions"
