"""A review of a looked-after child's case; a series of meetings counts as held on the day it was completed."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildUndatedEvent


class LookedAfterReview(ChildUndatedEvent):
    review_id = KeyField(primary_key=True, db_default=NewKey())
    care = reference("PeriodOfCare")
    target_on = models.DateField(null=True, blank=True)
    cancelled = models.BooleanField(null=True, blank=True)
    participation = CodeField("review_participation", null=True, blank=True)
    worker = reference("Worker")

    class Meta(ChildUndatedEvent.Meta):
        db_table = "looked_after_reviews"
