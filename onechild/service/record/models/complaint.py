"""A complaint under section 26 of the Children Act 1989, through its stages."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import Event


class Complaint(Event):
    complaint_id = KeyField(primary_key=True, db_default=NewKey())
    stage_1_extended_on = models.DateField(null=True, blank=True)
    stage_1_answered_on = models.DateField(null=True, blank=True)
    stage_2_requested_on = models.DateField(null=True, blank=True)
    stage_2_extended_on = models.DateField(null=True, blank=True)
    stage_2_answered_on = models.DateField(null=True, blank=True)
    panel_requested_on = models.DateField(null=True, blank=True)
    panel_met_on = models.DateField(null=True, blank=True)
    panel_reported_on = models.DateField(null=True, blank=True)
    panel_answered_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta(Event.Meta):
        db_table = "complaints"
