"""Rows that were loaded and that contradict one another or the calendar; for somebody at the source to look at."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class Finding(RecordRow):
    finding_id = KeyField(primary_key=True, db_default=NewKey())
    finding_kind = CodeField("finding_kind")
    child = reference("Child")
    table_name = models.TextField()
    row_id = models.TextField(null=True, blank=True)
    other_row_id = models.TextField(null=True, blank=True)
    words = models.TextField()

    class Meta(RecordRow.Meta):
        db_table = "findings"
