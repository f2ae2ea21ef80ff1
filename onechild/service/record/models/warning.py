"""A warning note: something to know before visiting, ringing or writing, until a day by which it is looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import ChildSpell

LONGEST = timedelta(days=366)


class WarningKind(models.TextChoices):
    """What a warning is about."""

    RISKY_ADULT = "risky_adult", "An adult who may be a risk to children"
    DO_NOT_DISCLOSE = "do_not_disclose", "Do not disclose"
    CONTACT_ARRANGEMENT = "contact_arrangement", "Who may see the child, and how"
    RISK_TO_WORKER = "risk_to_worker", "Risk to a worker"
    RISK_AT_HOME = "risk_at_home", "Risk at the home"
    HARM_OUTSIDE_HOME = "harm_outside_home", "Harm outside the home"
    DOMESTIC_ABUSE_CONFERENCE = "domestic_abuse_conference", "Known to the domestic abuse conference (MARAC)"
    PROTECTION_ORDER = "protection_order", "A court order protects somebody"
    SAFEGUARDING_AGREEMENT = "safeguarding_agreement", "Safeguarding agreement"
    RESTRICTED_FILE = "restricted_file", "Part of the file is restricted"
    DUPLICATE_FILE = "duplicate_file", "There is another file about this child"


class WarningNote(ChildSpell):
    """One warning, in force or past. Renewing sets `reviewed_on` and a new `review_by`; history keeps the rest.

    A warning that specially protected work puts up at once stands until a manager has discussed it.
    """

    warning_id = KeyField(primary_key=True, db_default=NewKey())
    kind = models.TextField(choices=WarningKind.choices)
    words = models.TextField()
    adult = reference("Adult")
    review_by = models.DateField()
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_words = models.TextField(blank=True, db_default="")
    told = models.BooleanField()
    told_on = models.DateField(null=True, blank=True)
    told_how = models.TextField(blank=True, db_default="")
    not_told_reason = models.TextField(blank=True, db_default="")
    manager = reference("Worker")
    discussed_on = models.DateField(null=True, blank=True)
    end_reason = models.TextField(blank=True, db_default="")
    recorded_on = models.DateField()

    class Meta(ChildSpell.Meta):
        db_table = "warnings"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *ChildSpell.Meta.constraints,
            models.CheckConstraint(
                name="warning_known_kind",
                condition=Q(kind__in=WarningKind.values),
                violation_error_message="Choose what the warning is about.",
            ),
            models.CheckConstraint(
                name="warning_starts_by_when_written",
                condition=Q(started_on__lte=F("recorded_on")) & Q(discussed_on__lte=F("recorded_on")),
                violation_error_message="A warning can't start, or have been discussed, on a day to come.",
            ),
            models.CheckConstraint(
                name="warning_review_within_a_year",
                condition=Q(review_by__gt=F("started_on"))
                & Q(review_by__lte=Coalesce(F("reviewed_on"), F("recorded_on")) + LONGEST),
                violation_error_message="It must be reviewed within a year.",
            ),
            models.CheckConstraint(
                name="warning_told_or_why_not",
                condition=(Q(told=True) & Q(told_on__isnull=False)) | (Q(told=False) & ~Q(not_told_reason="")),
                violation_error_message="Say when the person was told, or why not.",
            ),
            models.CheckConstraint(
                name="warning_end_has_a_reason",
                condition=Q(ended_on__isnull=True) | ~Q(end_reason=""),
                violation_error_message="Say why the warning ends.",
            ),
        ]
