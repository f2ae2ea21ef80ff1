"""A child protection conference: initial, transfer in or review; one row for each child."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildEvent


class Conference(ChildEvent):
    conference_id = KeyField(primary_key=True, db_default=NewKey())
    conference_kind = CodeField("conference_kind")
    enquiry = reference("Section47Enquiry")
    referral = reference("Referral")
    plan = reference("ChildProtectionPlan")
    meeting_id = models.TextField(null=True, blank=True)
    target_on = models.DateField(null=True, blank=True)
    led_to_plan = models.BooleanField(null=True, blank=True)
    plan_continues = models.BooleanField(null=True, blank=True)
    quorate = models.BooleanField(null=True, blank=True)
    participation = CodeField("review_participation", null=True, blank=True)
    team = reference("Team")
    worker = reference("Worker")

    class Meta(ChildEvent.Meta):
        db_table = "conferences"
