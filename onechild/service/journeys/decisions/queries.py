"""What waits for somebody here: a child who came back, a second look to read or to answer, a challenge to answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from onechild.service.journeys.decisions.second_looks.actions import had_a_part
from onechild.service.journeys.decisions.watching.queries import followed_by
from onechild.service.record.models import DecisionChallenge, SecondLook
from onechild.service.record.queries.names import heads
from onechild.service.record.queries.work.waiting import Somebody, Waiting

READERS = ("audit_work", "decide_contact")


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return what waits for the viewer: about a dozen queries, none of it ticked by anybody."""
    back = [one for one in followed_by(viewer, today=today) if one.unread]
    looks = [*_to_read(viewer), *_to_answer(viewer)]
    said = list(_challenges(viewer))
    ids = {*(one.watch.child_id for one in back), *(row.child_id for row, _ in looks), *(row.child_id for row in said)}
    named = heads(ids, today=today)
    found = [
        Waiting(
            title=f"Came back after your decision, as {unread.words}",
            does="Write what you take from it",
            page=reverse("decision-learn", args=[one.watch.pk, unread.row_id]),
            why=one.watch.decision.outcome_words,
            child_ids=(one.watch.child_id,),
        )
        for one in back
        if (unread := one.unread) and one.watch.child_id in named
    ]
    found += [_look(row, does) for row, does in looks if row.child_id in named]
    return found + [_challenge(row) for row in said if row.child_id in named]


def _to_read(viewer: Somebody) -> Iterator[tuple[SecondLook, str]]:
    """What nobody has taken, or the viewer has; never what they had a part in."""
    if not any(map(viewer.may, READERS)):
        return
    free = Q(reader_name="") | Q(reader_name=viewer.name)
    for row in SecondLook.objects.select_related("decision").filter(free, read_on__isnull=True).order_by("due_on"):
        if not had_a_part(row.decision, worker_id=viewer.worker_id, name=viewer.name):
            yield row, "Take a second look"


def _to_answer(viewer: Somebody) -> Iterator[tuple[SecondLook, str]]:
    """What a reader did not agree with, for whoever decided."""
    rows = SecondLook.objects.select_related("decision").filter(agrees=False, answered_on__isnull=True)
    for row in rows.filter(_by("decision__", viewer)):
        yield row, "Answer the second look"


def _challenges(viewer: Somebody) -> Iterator[DecisionChallenge]:
    rows = DecisionChallenge.objects.select_related("decision").filter(answered_on__isnull=True)
    yield from rows.filter(_by("decision__", viewer)).exclude(made_by_name=viewer.name)


def _by(path: str, viewer: Somebody) -> Q:
    named = Q(**{f"{path}decided_by_name": viewer.name})
    if not viewer.worker_id:
        return named
    return Q(**{f"{path}decided_by_id": viewer.worker_id}) | named & Q(**{f"{path}decided_by__isnull": True})


def _look(row: SecondLook, does: str) -> Waiting:
    return Waiting(
        title=f"Second look at “{row.decision.outcome_words}”",
        does=does,
        page=reverse("second-look", args=[row.pk]),
        why=f"Decided by {row.decision.decided_by_name}",
        child_ids=(row.child_id,),
        due_on=row.due_on if row.read_on is None else None,
    )


def _challenge(row: DecisionChallenge) -> Waiting:
    return Waiting(
        title=f"{row.made_by_name} challenges your decision",
        does="Answer",
        page=reverse("decision-answer", args=[row.decision_id, row.pk]),
        why=row.decision.outcome_words,
        child_ids=(row.child_id,),
    )
