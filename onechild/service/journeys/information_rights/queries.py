"""Reads of information rights that other pages need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from onechild.service.journeys.information_rights.clock import Answer, answer
from onechild.service.journeys.information_rights.models import Rectification, SubjectAccess
from onechild.service.record.models import Child


def notes_for(child_ids: Iterable[str]) -> dict[str, list[Rectification]]:
    """This function will return the rectification notes beside each of these children's records, newest first."""
    found: dict[str, list[Rectification]] = defaultdict(list)
    for note in Rectification.objects.filter(child_id__in=list(child_ids)).order_by("-raised_on", "-pk"):
        found[note.child_id].append(note)
    return found


def clock_of(request: SubjectAccess, *, today: date) -> Answer:
    """This function will return when a request must be answered, or had to be."""
    pauses = [(pause.asked_on, pause.answered_on) for pause in request.pauses.all()]
    return answer(
        received_on=request.received_on,
        extended=request.extended_on is not None,
        pauses=pauses,
        today=request.closed_on or today,
    )


def due_for_review(*, today: date) -> QuerySet[Child]:
    """This function will return the children whose record need not be kept any longer and is not held, oldest first."""
    return Child.objects.filter(keep_until__lt=today, legal_hold="").order_by("keep_until", "pk")
