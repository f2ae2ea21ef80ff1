"""A conference that is planned, and, once it was held, what it heard and decided for one child."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.assessment_work import WorkStatus
from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class ConferenceArrangement(ChildRow):
    arrangement_id = KeyField(primary_key=True, db_default=NewKey())
    conference_kind = CodeField("conference_kind")
    meeting_id = models.TextField(blank=True, db_default="")
    enquiry = reference("Section47Enquiry")
    plan = reference("ChildProtectionPlan")
    referral = reference("Referral")
    planned_for = models.DateTimeField(null=True, blank=True)
    place = models.TextField(blank=True, db_default="")
    chair = reference("Worker")
    asked_by = reference("Worker")
    why = models.TextField(blank=True, db_default="")
    interpreter = models.TextField(blank=True, db_default="")
    childs_part = models.TextField(blank=True, db_default="")
    report = models.TextField(blank=True, db_default="")
    report_status = models.TextField(choices=WorkStatus.choices, db_default="open")
    conference = reference("Conference")
    quorum_words = models.TextField(blank=True, db_default="")
    summary = models.TextField(blank=True, db_default="")
    strengths = models.TextField(blank=True, db_default="")
    worries = models.TextField(blank=True, db_default="")
    reason = models.TextField(blank=True, db_default="")
    contingency = models.TextField(blank=True, db_default="")
    core_group_on = models.DateField(null=True, blank=True)
    next_on = models.DateField(null=True, blank=True)
    decisions_sent_on = models.DateField(null=True, blank=True)
    decisions_sent_how = models.TextField(blank=True, db_default="")
    cancelled_on = models.DateField(null=True, blank=True)
    cancelled_reason = models.TextField(blank=True, db_default="")

    class Meta(ChildRow.Meta):
        db_table = "conference_arrangements"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="conference_cancelled_says_why",
                condition=Q(cancelled_on__isnull=True) | ~Q(cancelled_reason=""),
                violation_error_message="Say why it is cancelled.",
            ),
        ]
