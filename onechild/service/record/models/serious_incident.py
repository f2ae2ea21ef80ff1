"""A child's death or serious harm that must be notified."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class SeriousIncident(ChildEvent):
    serious_incident_id = KeyField(primary_key=True, db_default=NewKey())
    incident_kind = CodeField("serious_incident_kind")
    notified_on = models.DateField(null=True, blank=True)
    rapid_review_on = models.DateField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "serious_incidents"
