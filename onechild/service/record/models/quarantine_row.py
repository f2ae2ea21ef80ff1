"""A value or a whole row of a source that could not be read, kept whole until somebody mends it."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import RecordRow


class QuarantineRow(RecordRow):
    quarantine_id = KeyField(primary_key=True, db_default=NewKey())
    file = models.TextField()
    place = models.TextField()
    line = models.BigIntegerField(null=True, blank=True)
    table_name = models.TextField(null=True, blank=True)
    column_name = models.TextField(null=True, blank=True)
    value = models.TextField(null=True, blank=True)
    reason = models.TextField()
    row_refused = models.BooleanField(null=True, blank=True)
    row_values = models.TextField(null=True, blank=True)

    class Meta(RecordRow.Meta):
        db_table = "quarantine"
