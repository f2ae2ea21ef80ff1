"""A review of a child in need plan."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class ChildInNeedReview(ChildEvent):
    review_id = KeyField(primary_key=True, db_default=NewKey())
    plan = reference("ChildInNeedPlan")
    plan_continues = models.BooleanField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "child_in_need_reviews"
