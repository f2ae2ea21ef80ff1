"""What is written in a child in need plan besides its outcomes: why, what the child and family want, who agreed.

It comes first: `plan_id` is the key that the plan will have, whose row is written on the day a manager approves it.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.assessment_work import WorkStatus
from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class NeedPlanNote(ChildRow):
    need_plan_note_id = KeyField(primary_key=True, db_default=NewKey())
    plan = reference("ChildInNeedPlan", required=True)
    status = models.TextField(choices=WorkStatus.choices, db_default="open")
    why = models.TextField(blank=True, db_default="")
    childs_voice = models.TextField(blank=True, db_default="")
    family_views = models.TextField(blank=True, db_default="")
    if_worse = models.TextField(blank=True, db_default="")
    agreed_by_family = models.BooleanField(null=True, blank=True)
    agreed_words = models.TextField(blank=True, db_default="")
    begins_on = models.DateField(null=True, blank=True)
    visit_every_days = models.IntegerField(null=True, blank=True)
    short_package = models.BooleanField(null=True, blank=True)
    referral = reference("Referral")
    next_review_on = models.DateField(null=True, blank=True)
    written_by = reference("Worker")

    class Meta(ChildRow.Meta):
        db_table = "need_plan_notes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan"], condition=Q(gone_at__isnull=True), name="need_plan_note_once"),
        ]
