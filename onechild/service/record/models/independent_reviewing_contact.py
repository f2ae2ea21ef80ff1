"""A visit or contact by the independent reviewing officer to the child."""

from __future__ import annotations

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class IndependentReviewingContact(ChildEvent):
    reviewing_contact_id = KeyField(primary_key=True, db_default=NewKey())
    worker = reference("Worker")

    class Meta(ChildEvent.Meta):
        db_table = "independent_reviewing_contacts"
