"""A review of a newly qualified worker's assessed year."""

from __future__ import annotations

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class AssessedYearReview(Event):
    assessed_year_review_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker", required=True)
    assessed_year = reference("AssessedYear")

    class Meta(Event.Meta):
        db_table = "assessed_year_reviews"
