"""A factor that an assessment found; one row each."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class AssessmentFactor(ChildEvent):
    factor_id = KeyField(primary_key=True, db_default=NewKey())
    happened_on = models.DateField(null=True, blank=True)
    assessment = reference("Assessment", required=True)
    factor = CodeField("assessment_factor")

    class Meta(ChildEvent.Meta):
        db_table = "assessment_factors"
