"""A review of a fostering household's approval, or an unannounced visit to it."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class HouseholdReview(Event):
    household_review_id = KeyField(primary_key=True, db_default=NewKey())
    household = reference("FosteringHousehold", required=True)
    review_kind = CodeField("household_review_kind", null=True, blank=True)

    class Meta(Event.Meta):
        db_table = "household_reviews"
