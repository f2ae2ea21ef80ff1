"""What a review of an assessed year found, whether the protected workload was kept, and what follows."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from onechild.service.record.models.fields import KeyField, NewKey, reference
from onechild.service.record.models.row import Event


class YearFinding(models.TextChoices):
    """What the review found."""

    ON_TRACK = "on_track", "On track"
    SUPPORT = "support", "Needs more support"
    CONCERN = "concern", "Cause for concern"
    PASSED = "passed", "Passed"
    FAILED = "failed", "Did not pass"


class AssessedYearNote(Event):
    note_id = KeyField(primary_key=True, db_default=NewKey())
    review = reference("AssessedYearReview", required=True)
    worker = reference("Worker", required=True)
    stage = models.TextField()
    finding = models.TextField(choices=YearFinding.choices)
    words = models.TextField()
    support = models.TextField(blank=True, db_default="")
    workload_kept = models.BooleanField(null=True, blank=True)
    workload_words = models.TextField(blank=True, db_default="")
    cases_held = models.IntegerField(null=True, blank=True)
    by_name = models.TextField()
    worker_signed_at = models.DateTimeField(null=True, blank=True)

    class Meta(Event.Meta):
        db_table = "assessed_year_notes"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(name="assessed_year_note_known", condition=Q(finding__in=YearFinding.values)),
        ]
