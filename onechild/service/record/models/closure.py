"""The closing of a child’s case, asked by a worker and decided by a manager: why, what is left, and who is told."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.assessment_work import WorkStatus
from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class Closure(ChildEvent):
    closure_id = KeyField(primary_key=True, db_default=NewKey())
    referral = reference("Referral")
    status = models.TextField(choices=WorkStatus.choices, db_default="open")
    end_reason = CodeField("cin_closure_reason", null=True, blank=True)
    words = models.TextField(blank=True, db_default="")
    childs_voice = models.TextField(blank=True, db_default="")
    what_is_left = models.TextField(blank=True, db_default="")
    who_watches = models.TextField(blank=True, db_default="")
    family_told_on = models.DateField(null=True, blank=True)
    childs_explanation = models.TextField(blank=True, db_default="")
    asked_by = reference("Worker")
    decision = reference("Decision")

    class Meta(ChildEvent.Meta):
        db_table = "closures"
