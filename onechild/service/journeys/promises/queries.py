"""What waits for somebody here: promises that are late, disputes to answer, challenges to answer or to take on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.urls import reverse

from onechild.service.journeys.promises.ledger.lines import page_of
from onechild.service.record.models import EscalationStage
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.promises import Promise, open_promises
from onechild.service.record.queries.work.challenges import Challenge, waiting_challenges
from onechild.service.record.queries.work.waiting import Somebody, Waiting


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> list[Waiting]:
    """This function will return what waits for the viewer: some fifteen queries, none of it ticked by anybody."""
    late = [one for one in _mine(viewer, today) if one.late(today) and one.case_open]
    disputed = [one for one in _given(viewer, today) if one.disputed_on]
    said = list(_challenges(viewer, today))
    ids = {one.child_id for one in (*late, *disputed)} | {one.row.child_id for one, _ in said}
    named = heads(ids, today=today)
    found = [_late(one, named[one.child_id]) for one in late if one.child_id in named]
    found += [_dispute(one, named[one.child_id]) for one in disputed if one.child_id in named]
    return found + [
        _challenge(one, does, named[one.row.child_id], today) for one, does in said if one.row.child_id in named
    ]


def _mine(viewer: Somebody, today: date) -> list[Promise]:
    return open_promises(owner_id=viewer.worker_id, today=today) if viewer.worker_id else []


def _given(viewer: Somebody, today: date) -> list[Promise]:
    return open_promises(given_by_id=viewer.worker_id, today=today) if viewer.worker_id else []


def _challenges(viewer: Somebody, today: date) -> Iterator[tuple[Challenge, str]]:
    """What was put to the viewer; of their own, what was answered, and what was not by its day."""
    for one in waiting_challenges(name=viewer.name, worker_id=viewer.worker_id):
        asked = one.last.to_worker_id == viewer.worker_id if one.last.to_worker_id else one.last.to_words == viewer.name
        if one.last.answered_on is None and asked and one.last.stage != EscalationStage.CAFCASS:
            yield one, "Answer"
        elif one.last.answered_on is not None and _raised(one, viewer):
            yield one, "Accept it or take it further"
        elif one.last.due_on < today and _raised(one, viewer):
            yield one, "Take it further"


def _raised(one: Challenge, viewer: Somebody) -> bool:
    if one.row.raised_by_id:
        return bool(one.row.raised_by_id == viewer.worker_id)
    return bool(one.row.raised_by_name == viewer.name)


def _late(one: Promise, head: Head) -> Waiting:
    return Waiting(
        title=f"Promise: {one.words}",
        does="Say what has happened",
        page=page_of(one, head.la_child_id),
        why=f"{one.source_words}{f', {one.given_by}' if one.given_by else ''}",
        child_ids=(one.child_id,),
        due_on=one.due_on,
    )


def _dispute(one: Promise, head: Head) -> Waiting:
    return Waiting(
        title=f"{one.owner} disputes what you gave",
        does="Answer",
        page=reverse("promise-answer", args=[head.la_child_id, one.key]),
        why=one.words,
        child_ids=(one.child_id,),
    )


def _challenge(one: Challenge, does: str, head: Head, today: date) -> Waiting:
    late = " No answer came by its day." if one.last.answered_on is None and one.last.due_on < today else ""
    return Waiting(
        title=f"Challenge by {one.row.raised_by_name}: {one.row.get_about_display().lower()}",
        does=does,
        page=reverse("challenge", args=[head.la_child_id, one.row.pk]),
        why=f"{one.last.get_stage_display()}, put to {one.last.to_words}.{late}",
        child_ids=(one.row.child_id,),
        due_on=one.last.due_on if one.last.answered_on is None else one.settle_by,
    )
