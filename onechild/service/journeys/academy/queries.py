"""What waits for a worker in the academy: an observation or a review of their year to read and sign; a review owed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.urls import reverse

from onechild.service.record.models import AssessedYear, AssessedYearNote, Obligation, PracticeObservation
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names
from onechild.service.record.queries.work.waiting import Somebody, Waiting

REVIEW = "assessed-year-review"


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> Sequence[Waiting]:
    """This function will return what the viewer has to sign, and reviews that they owe as assessor: four queries."""
    if not viewer.worker_id:
        return []
    unsigned = PracticeObservation.objects.filter(worker_id=viewer.worker_id, worker_signed_at=None)
    found = [
        Waiting(
            title=f"{row.observer_name} observed your practice",
            does="Read it, and add your own words",
            page=reverse("observation", args=[row.pk]),
        )
        for row in unsigned.order_by("happened_on")
    ]
    notes = AssessedYearNote.objects.filter(worker_id=viewer.worker_id, worker_signed_at=None).select_related("review")
    found += [
        Waiting(
            title="Your assessed year was reviewed",
            does="Read the review and sign it",
            page=reverse("assessed-year", args=[note.review.assessed_year_id]),
        )
        for note in notes
        if note.review.assessed_year_id
    ]
    return [*found, *_to_review(viewer.worker_id, today)]


def _to_review(assessor_id: str, today: date) -> list[Waiting]:
    years = {row.worker_id: row for row in AssessedYear.objects.filter(assessor_id=assessor_id, ended_on=None)}
    owed = Obligation.objects.filter(
        subject_kind="worker", subject_id__in=list(years), clock=REVIEW, met_on=None, ended_on=None
    )
    names = worker_names(years)
    return [
        Waiting(
            title=f"Review the assessed year of {names.get(row.subject_id, NO_WORKER_NAME)}",
            does="Review it",
            page=reverse("assessed-year-review", args=[years[row.subject_id].pk]),
            due_on=row.due_on,
        )
        for row in owed.filter(started_on__lte=today).order_by("due_on")
    ]
