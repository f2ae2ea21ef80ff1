"""A referral and the episode of need it opened: from the day it was received to the day the case closed."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class Referral(ChildSpell):
    referral_id = KeyField(primary_key=True, db_default=NewKey())
    source_kind = CodeField("referral_source", null=True, blank=True)
    source_words = models.TextField(null=True, blank=True)
    primary_need = CodeField("primary_need", null=True, blank=True)
    no_further_action = models.BooleanField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    referrer_told_on = models.DateField(null=True, blank=True)
    end_reason = CodeField("cin_closure_reason", null=True, blank=True)
    contact = reference("Contact")
    conference_on = models.DateField(null=True, blank=True)
    team = reference("Team")
    worker = reference("Worker")

    class Meta(ChildSpell.Meta):
        db_table = "referrals"
