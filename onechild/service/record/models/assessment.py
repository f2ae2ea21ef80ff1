"""A child and family assessment under section 17: from the day it began to the day a manager authorised it."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class Assessment(ChildSpell):
    assessment_id = KeyField(primary_key=True, db_default=NewKey())
    referral = reference("Referral")
    assessment_kind = CodeField("assessment_kind", null=True, blank=True)
    internal_review_on = models.DateField(null=True, blank=True)
    child_seen = models.BooleanField(null=True, blank=True)
    needs_support = models.BooleanField(null=True, blank=True)
    of_open_child = models.BooleanField(null=True, blank=True)
    team = reference("Team")
    worker = reference("Worker")

    class Meta(ChildSpell.Meta):
        db_table = "assessments"
