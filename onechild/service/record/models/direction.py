"""Something that somebody with the authority to do so said must be done for a child, by whom and by when."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class Direction(ChildEvent):
    direction_id = KeyField(primary_key=True, db_default=NewKey())
    given_in = CodeField("direction_source", null=True, blank=True)
    given_in_id = models.TextField(null=True, blank=True)
    given_by = reference("Worker")
    owner = reference("Worker")
    words = models.TextField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_reason = models.TextField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "directions"
