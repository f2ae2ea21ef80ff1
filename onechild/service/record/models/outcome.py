"""An outcome of a contact, referral, assessment, section 47 enquiry or conference; several may stand together."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildUndatedEvent


class Outcome(ChildUndatedEvent):
    outcome_id = KeyField(primary_key=True, db_default=NewKey())
    outcome_of = CodeField("outcome_of")
    outcome_of_id = models.TextField()
    outcome = CodeField("outcome")

    class Meta(ChildUndatedEvent.Meta):
        db_table = "outcomes"
