"""Pre-proceedings under the Public Law Outline, from the decision to begin them."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class PreProceedings(ChildSpell):
    pre_proceedings_id = KeyField(primary_key=True, db_default=NewKey())
    referral = reference("Referral")
    family_id = models.TextField(null=True, blank=True)
    gateway_outcome = CodeField("plo_legal_gateway_outcome", null=True, blank=True)
    letter_on = models.DateField(null=True, blank=True)
    family_group_offered = models.BooleanField(null=True, blank=True)
    family_group_held = models.BooleanField(null=True, blank=True)
    first_meeting_on = models.DateField(null=True, blank=True)
    review_meetings = models.BigIntegerField(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    outcome = CodeField("plo_pre_proceedings_outcome", null=True, blank=True)
    outcome_words = models.TextField(null=True, blank=True)
    application_on = models.DateField(null=True, blank=True)
    letter_of_issue_on = models.DateField(null=True, blank=True)
    parents_represented = CodeField("plo_yes_no_unknown", null=True, blank=True)
    plans_in_referral = models.BigIntegerField(null=True, blank=True)
    earlier_pre_proceedings = models.BigIntegerField(null=True, blank=True)
    earlier_proceedings = models.BigIntegerField(null=True, blank=True)

    class Meta(ChildSpell.Meta):
        db_table = "pre_proceedings"
