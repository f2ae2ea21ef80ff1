"""What a section 47 enquiry found, and what was concluded."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.assessment_work import WorkStatus
from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildRow


class EnquiryOutcome(models.TextChoices):
    """What the enquiry concluded."""

    NOT_SUBSTANTIATED = "not_substantiated", "Concerns not substantiated"
    NO_CONTINUING_RISK = "no_continuing_risk", "Substantiated, not at continuing risk of significant harm"
    CONTINUING_RISK = "continuing_risk", "Substantiated, at continuing risk: an initial conference"


class EnquiryNote(ChildRow):
    enquiry_note_id = KeyField(primary_key=True, db_default=NewKey())
    enquiry = reference("Section47Enquiry", required=True)
    status = models.TextField(choices=WorkStatus.choices, db_default="open")
    findings = models.TextField(blank=True, db_default="")
    childs_voice = models.TextField(blank=True, db_default="")
    voice_not_heard = models.TextField(blank=True, db_default="")
    family_views = models.TextField(blank=True, db_default="")
    partner_views = models.TextField(blank=True, db_default="")
    medical = models.TextField(blank=True, db_default="")
    analysis = models.TextField(blank=True, db_default="")
    safety_plan = models.TextField(blank=True, db_default="")
    concluded = models.TextField(choices=EnquiryOutcome.choices, blank=True, db_default="")
    reason = models.TextField(blank=True, db_default="")
    written_by = reference("Worker")

    class Meta(ChildRow.Meta):
        db_table = "enquiry_notes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                name="enquiry_known_outcome", condition=Q(concluded__in=["", *EnquiryOutcome.values])
            ),
            models.UniqueConstraint(fields=["enquiry"], condition=Q(gone_at__isnull=True), name="enquiry_note_once"),
        ]
