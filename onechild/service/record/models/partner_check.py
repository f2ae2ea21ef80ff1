"""What a partner agency was asked about the family of a contact, on what ground, and what it answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import RecordRow


class Agency(models.TextChoices):
    """Who is asked."""

    POLICE = "police", "Police"
    HEALTH = "health", "Health"
    SCHOOL = "school", "School or nursery"
    EARLY_HELP = "early_help", "Early help"
    HOUSING = "housing", "Housing"
    ADULT_CARE = "adult_care", "Adult social care"
    PROBATION = "probation", "Probation"
    DOMESTIC_ABUSE = "domestic_abuse", "Domestic abuse service"
    SUBSTANCE_USE = "substance_use", "Substance use service"
    YOUTH_JUSTICE = "youth_justice", "Youth justice"
    OTHER = "other", "Another"


class SharingGround(models.TextChoices):
    """On what ground information is shared."""

    CONSENT = "consent", "The family agrees"
    RISK_OF_HARM = "risk_of_harm", "A child may be at risk of significant harm"
    NOT_SAFE_TO_ASK = "not_safe_to_ask", "Asking the family could put a child or somebody else at risk"
    CRIME = "crime", "To prevent or detect a serious crime"


class PartnerCheck(RecordRow):
    check_id = KeyField(primary_key=True, db_default=NewKey())
    intake = reference("Intake", required=True)
    agency = models.TextField(choices=Agency.choices)
    agency_words = models.TextField(blank=True, db_default="")
    ground = models.TextField(choices=SharingGround.choices)
    ground_words = models.TextField(blank=True, db_default="")
    asked_at = models.DateTimeField()
    asked_by = reference("Worker")
    asked_words = models.TextField(blank=True, db_default="")
    chased_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by_words = models.TextField(blank=True, db_default="")
    nothing_known = models.BooleanField(null=True, blank=True)
    words = models.TextField(blank=True, db_default="")

    class Meta(RecordRow.Meta):
        db_table = "partner_checks"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="check_known_agency", condition=Q(agency__in=Agency.values)),
            models.CheckConstraint(name="check_known_ground", condition=Q(ground__in=SharingGround.values)),
            models.CheckConstraint(
                name="check_without_consent_says_why",
                condition=Q(ground="consent") | ~Q(ground_words=""),
                violation_error_message="Say why information is shared without consent.",
            ),
            models.CheckConstraint(
                name="check_answered_whole",
                condition=Q(answered_at__isnull=True) | Q(nothing_known=True) | ~Q(words=""),
                violation_error_message="Say what the agency answered.",
            ),
        ]
