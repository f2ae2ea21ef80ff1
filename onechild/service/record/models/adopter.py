"""A person who adopts or wishes to, and each step of the way."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import RecordRow


class Adopter(RecordRow):
    adopter_id = KeyField(primary_key=True, db_default=NewKey())
    adoptive_family_id = models.TextField(null=True, blank=True)
    sex = CodeField("sex", null=True, blank=True)
    ethnicity = CodeField("ethnicity", null=True, blank=True)
    disabled = models.BooleanField(null=True, blank=True)
    fostering_for_adoption = models.BooleanField(null=True, blank=True)
    enquired_on = models.DateField(null=True, blank=True)
    stage_1_started_on = models.DateField(null=True, blank=True)
    stage_1_ended_on = models.DateField(null=True, blank=True)
    stage_2_started_on = models.DateField(null=True, blank=True)
    stage_2_ended_on = models.DateField(null=True, blank=True)
    applied_on = models.DateField(null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    matched_on = models.DateField(null=True, blank=True)
    placed_on = models.DateField(null=True, blank=True)
    children_placed = models.BigIntegerField(null=True, blank=True)
    ordered_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    left_reason = CodeField("adopter_left_reason", null=True, blank=True)

    class Meta(RecordRow.Meta):
        db_table = "adopters"
