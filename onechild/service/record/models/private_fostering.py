"""A private fostering arrangement."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class PrivateFostering(ChildSpell):
    private_fostering_id = KeyField(primary_key=True, db_default=NewKey())
    notified_on = models.DateField(null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildSpell.Meta):
        db_table = "private_fostering"
