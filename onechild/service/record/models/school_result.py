"""A child's attendance and attainment over one school year."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class SchoolResult(ChildEvent):
    school_result_id = KeyField(primary_key=True, db_default=NewKey())
    sessions_possible = models.BigIntegerField(null=True, blank=True)
    sessions_missed = models.BigIntegerField(null=True, blank=True)
    attainment_8 = models.FloatField(null=True, blank=True)
    matched = models.BooleanField(null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "school_results"
