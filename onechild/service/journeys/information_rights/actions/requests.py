"""Takes in a subject access request, stops and starts its clock, decides on its lines, closes it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from onechild.service.access.models import User
from onechild.service.journeys.information_rights.models import KEEP, REDACT, Decision, Disclosure, Pause, SubjectAccess


class NotPossible(Exception):
    """It can't be done now, and the message says why."""


def take_in(*, child_id: str, asked_by: str, on_behalf_of: str, received_on: date, by: User) -> SubjectAccess:
    """Note a request on the day it came."""
    return SubjectAccess.objects.create(
        child_id=child_id, asked_by=asked_by, on_behalf_of=on_behalf_of, received_on=received_on, taken_in_by=by
    )


def ask(*, request: SubjectAccess, asked_for: str, on: date) -> Pause:
    """Stop the clock while the person is asked for something; NotPossible while an answer is awaited already."""
    _open(request)
    if request.pauses.filter(answered_on=None).exists():
        raise NotPossible("The clock stands still already: an answer is awaited.")
    if on < request.received_on:
        raise NotPossible("Nothing can be asked before the request came.")
    return Pause.objects.create(child_id=request.child_id, request=request, asked_on=on, asked_for=asked_for)


def answered(*, request: SubjectAccess, on: date) -> None:
    """Start the clock again with the person's answer."""
    pause = request.pauses.filter(answered_on=None).first()
    if pause is None:
        raise NotPossible("The clock is running: no answer is awaited.")
    if on < pause.asked_on:
        raise NotPossible("The answer can't come before the question.")
    Pause.objects.filter(pk=pause.pk).update(answered_on=on)


def extend(*, request: SubjectAccess, reason: str, on: date, due_on: date) -> None:
    """Take two more months for a complex request; the person must be told within the first month."""
    _open(request)
    if request.extended_on:
        raise NotPossible("The time was extended already.")
    if on > due_on:
        raise NotPossible("The first month is over: it is too late to extend.")
    SubjectAccess.objects.filter(pk=request.pk).update(extended_on=on, extended_reason=reason)


def decide(*, request: SubjectAccess, lines: dict[str, tuple[str, str]], by: User, at: datetime) -> int:
    """Keep or redact lines, each with a reason where it is redacted; what was decided before stays on record."""
    _open(request)
    for line, (decided, reason) in lines.items():
        if decided not in {KEEP, REDACT}:
            raise NotPossible("Choose to keep the line or to redact it.")
        if decided == REDACT and not reason.strip():
            raise NotPossible(f"Say why this is redacted: {line}")
    made = [
        Decision(
            child_id=request.child_id, request=request, line=line, decided=decided, reason=reason, decided_by=by,
            decided_at=at,
        )
        for line, (decided, reason) in lines.items()
    ]  # fmt: skip
    return len(Decision.objects.bulk_create(made))


@transaction.atomic
def close(*, request: SubjectAccess, undecided: int, sent_words: str, by: User, on: date, at: datetime) -> None:
    """Close a request that was answered, and enter what was sent in the register; refused while lines are undecided."""
    _open(request)
    if undecided:
        raise NotPossible(f"{undecided} lines about other people are not decided yet.")
    SubjectAccess.objects.filter(pk=request.pk).update(closed_on=on, sent_words=sent_words)
    redacted = Decision.objects.filter(request=request, decided=REDACT).values("line").distinct().count()
    Disclosure.objects.create(
        child_id=request.child_id, told_to=request.asked_by, told_what=sent_words, basis="subject_access",
        left_out=f"{redacted} lines about other people", told_on=on, signed_by=by, signed_at=at,
    )  # fmt: skip


def _open(request: SubjectAccess) -> None:
    if request.closed_on:
        raise NotPossible("This request was closed already.")
