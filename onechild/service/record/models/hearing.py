"""A court hearing, held or listed."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class Hearing(ChildEvent):
    hearing_id = KeyField(primary_key=True, db_default=NewKey())
    proceedings = reference("Proceedings", required=True)
    hearing_kind = CodeField("hearing_kind", null=True, blank=True)
    held = models.BooleanField(null=True, blank=True)
    outcome = models.TextField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "hearings"
