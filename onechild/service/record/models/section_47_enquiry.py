"""An enquiry under section 47: from the strategy discussion that began it."""

from __future__ import annotations

from django.db import models

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell


class Section47Enquiry(ChildSpell):
    enquiry_id = KeyField(primary_key=True, db_default=NewKey())
    referral = reference("Referral")
    conference_not_required = models.BooleanField(null=True, blank=True)
    conference_decided_on = models.DateField(null=True, blank=True)
    conference_target_on = models.DateField(null=True, blank=True)
    no_further_action = models.BooleanField(null=True, blank=True)
    team = reference("Team")
    worker = reference("Worker")

    class Meta(ChildSpell.Meta):
        db_table = "section_47_enquiries"
