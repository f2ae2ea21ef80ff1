"""A factor that an assessment found; one row each."""

from __future__ import annotations

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildUndatedEvent


class AssessmentFactor(ChildUndatedEvent):
    factor_id = KeyField(primary_key=True, db_default=NewKey())
    assessment = reference("Assessment", required=True)
    factor = CodeField("assessment_factor")

    class Meta(ChildUndatedEvent.Meta):
        db_table = "assessment_factors"
