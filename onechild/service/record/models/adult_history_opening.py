"""A decision to open the record of an adult’s own childhood for the assessment of a child: by whom, why, until when."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class AdultHistoryOpening(ChildEvent):
    opening_id = KeyField(primary_key=True, db_default=NewKey())
    assessment = reference("Assessment")
    adult = reference("Adult", required=True)
    opened_child = reference("Child", required=True)
    opened_for = reference("Worker", required=True)
    opened_for_name = models.TextField()
    decision = reference("Decision", required=True)
    decided_by_name = models.TextField()
    ends_on = models.DateField()
    asked_words = models.TextField(blank=True, db_default="")

    class Meta(ChildEvent.Meta):
        db_table = "adult_history_openings"
