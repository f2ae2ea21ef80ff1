"""A Strengths and Difficulties Questionnaire by the main carer, or the reason there is none."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey
from onechild.service.record.models.row import ChildEvent


class StrengthsAndDifficulties(ChildEvent):
    questionnaire_id = KeyField(primary_key=True, db_default=NewKey())
    score = models.BigIntegerField(null=True, blank=True)
    no_score_reason = CodeField("sdq_reason", null=True, blank=True)

    class Meta(ChildEvent.Meta):
        db_table = "strengths_and_difficulties"
