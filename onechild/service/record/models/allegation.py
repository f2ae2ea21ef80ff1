"""An allegation against somebody who works with children."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import Event


class Allegation(Event):
    allegation_id = KeyField(primary_key=True, db_default=NewKey())
    sector = CodeField("allegation_sector", null=True, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    resolved_on = models.DateField(null=True, blank=True)

    class Meta(Event.Meta):
        db_table = "allegations"
