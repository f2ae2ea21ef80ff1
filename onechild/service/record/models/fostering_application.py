"""An application to foster, from the day it was received to the agency's decision."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class FosteringApplication(Event):
    fostering_application_id = KeyField(primary_key=True, db_default=NewKey())
    household = reference("FosteringHousehold")
    panel_on = models.DateField(null=True, blank=True)
    panel_minutes_on = models.DateField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta(Event.Meta):
        db_table = "fostering_applications"
