"""A substance misuse problem found, and what was done."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class SubstanceMisuse(ChildEvent):
    substance_misuse_id = KeyField(primary_key=True, db_default=NewKey())
    substance = models.TextField(null=True, blank=True)
    intervention_offered = models.BooleanField(null=True, blank=True)
    intervention_received = models.BooleanField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "substance_misuse"
