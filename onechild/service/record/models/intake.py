"""What somebody told the front door, before and after it is known whom it is about, until it is decided."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from onechild.service.record.models.fields import CodeField, KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class IntakeChannel(models.TextChoices):
    """How it came."""

    PARTNER_FORM = "partner_form", "Partner’s form"
    TELEPHONE = "telephone", "Telephone"
    EMAIL = "email", "E-mail or letter"
    IN_PERSON = "in_person", "In person"
    IMPORT = "import", "Imported"


class IntakeStage(models.TextChoices):
    """Where it stands on the board."""

    CONTACT = "contact", "Contact"
    INITIAL = "initial", "Initial decision"
    SCREENING = "screening", "Screening"
    FINAL = "final", "Final decision"
    DECIDED = "decided", "Decided"
    JOINED = "joined", "Joined to another"


class FamilyTold(models.TextChoices):
    """Whether the family knows of the contact."""

    YES = "yes", "Yes, and they agree"
    OBJECTS = "objects", "Yes, and they do not agree"
    NO = "no", "No"
    NOT_SAFE = "not_safe", "No: telling them could put the child at risk"


class Intake(RecordRow):
    """The sender was given the `acknowledgement`. `sensitive` hides it but from the workers in `open_to_ids`."""

    intake_id = KeyField(primary_key=True, db_default=NewKey())
    acknowledgement = models.TextField(unique=True)
    received_at = models.DateTimeField()
    channel = models.TextField(choices=IntakeChannel.choices)
    professional = models.BooleanField(null=True, blank=True)
    source_kind = CodeField("referral_source", null=True, blank=True)
    organisation = models.TextField(blank=True, db_default="")
    referrer_name = models.TextField(blank=True, db_default="")
    referrer_role = models.TextField(blank=True, db_default="")
    referrer_phone = models.TextField(blank=True, db_default="")
    referrer_email = models.TextField(blank=True, db_default="")
    words = models.TextField(blank=True, db_default="")
    support_asked = models.TextField(blank=True, db_default="")
    family_told = models.TextField(choices=FamilyTold.choices, blank=True, db_default="")
    family_told_words = models.TextField(blank=True, db_default="")
    sensitive = CodeField("restriction", null=True, blank=True)
    open_to_ids = ArrayField(models.TextField(), blank=True, default=list)
    stage = models.TextField(choices=IntakeStage.choices, db_default="contact")
    priority = CodeField("front_door_priority", null=True, blank=True)
    priority_at = models.DateTimeField(null=True, blank=True)
    urgent = models.BooleanField(null=True, blank=True)
    urgent_words = models.TextField(blank=True, db_default="")
    needed_before = models.DateTimeField(null=True, blank=True)
    needed_before_words = models.TextField(blank=True, db_default="")
    out_of_hours = models.BooleanField(db_default=False)
    holder = reference("Worker")
    screener = reference("Worker")
    suggested = CodeField("front_door_outcome", null=True, blank=True)
    suggested_words = models.TextField(blank=True, db_default="")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = reference("Worker")
    outcome = CodeField("front_door_outcome", null=True, blank=True)
    category = models.TextField(blank=True, db_default="")
    strategy_asked_at = models.DateTimeField(null=True, blank=True)
    joined_to = reference("Intake")
    joined_reason = models.TextField(blank=True, db_default="")
    told_at = models.DateTimeField(null=True, blank=True)
    told_how = models.TextField(blank=True, db_default="")
    told_words = models.TextField(blank=True, db_default="")
    told_by = reference("Worker")

    class Meta(RecordRow.Meta):
        db_table = "intakes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="intake_known_channel", condition=Q(channel__in=IntakeChannel.values)),
            models.CheckConstraint(name="intake_known_stage", condition=Q(stage__in=IntakeStage.values)),
            models.CheckConstraint(
                name="intake_known_family_told", condition=Q(family_told__in=["", *FamilyTold.values])
            ),
            models.CheckConstraint(
                name="intake_decider_is_not_screener",
                condition=Q(decided_by__isnull=True) | Q(screener__isnull=True) | ~Q(decided_by=F("screener")),
                violation_error_message="Somebody other than the screener decides.",
            ),
            models.CheckConstraint(
                name="intake_joined_to_another",
                condition=(Q(stage="joined") & Q(joined_to__isnull=False) & ~Q(joined_reason=""))
                | (~Q(stage="joined") & Q(joined_to__isnull=True)),
                violation_error_message="Say which contact it is joined to, and why.",
            ),
            models.CheckConstraint(
                name="intake_needed_before_in_words",
                condition=Q(needed_before__isnull=True) | ~Q(needed_before_words=""),
                violation_error_message="Say why it is needed before then.",
            ),
        ]
