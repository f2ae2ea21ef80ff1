"""The yearly answers of the SSDA903 on a looked-after child's health and conduct, as at 31 March."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class CareYearOutcome(ChildEvent):
    care_year_outcome_id = KeyField(primary_key=True, db_default=NewKey())
    sdq_score = models.BigIntegerField(null=True, blank=True)
    sdq_reason = CodeField("sdq_reason", null=True, blank=True)
    convicted = models.BooleanField(null=True, blank=True)
    development_checked = models.BooleanField(null=True, blank=True)
    immunised = models.BooleanField(null=True, blank=True)
    teeth_checked = models.BooleanField(null=True, blank=True)
    health_assessed = models.BooleanField(null=True, blank=True)
    substance_misuse = models.BooleanField(null=True, blank=True)
    intervention_received = models.BooleanField(null=True, blank=True)
    intervention_offered = models.BooleanField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "care_year_outcomes"
