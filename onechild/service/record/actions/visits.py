"""Records a visit, once for a whole group of brothers and sisters, and says which duties it met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.diary import met, plan, planned_for
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Child, ChildProtectionPlan, PeriodOfCare, Visit, VisitNote
from onechild.service.record.queries.visits_met import Met, met_by


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What the visit was for one child. `seen_alone` and `bedroom_seen` may be unknown; `not_seen_reason` is a code."""

    child: Child
    seen: bool
    seen_alone: bool | None = None
    bedroom_seen: bool | None = None
    not_seen_reason: str | None = None
    childs_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """The visits written, one a child, and the duties that they met."""

    visits: tuple[Visit, ...]
    met: tuple[Met, ...]


def record(
    *,
    children: Sequence[Seen],
    on: date,
    purpose: str,
    method: str,
    worker_id: str | None,
    by: Person,
    today: date,
    place: str = "",
    words: str = "",
    aim: str = "",
    direct_work: str = "",
    video_reason: str = "",
    next_on: date | None = None,
    planned_round: str = "",
    from_transcript: bool = False,
) -> Recorded:
    """Record one visit to one or several children on a day, and work out their clocks in the same transaction.

    `purpose` and `method` are codes of visit_purpose and visit_method, `place` one of VisitPlace. `planned_round` names
    the plan that it was, where it was made on another day. With `next_on` the next one is put in the worker's diary.
    """
    ids = sorted({seen.child.pk for seen in children})
    with change_set(by=by, kind="edit", words="Visit recorded"):
        locked(ids)
        plans = _plans(ids, on, purpose)
        planned = planned_for(child_ids=ids, worker_id=worker_id, on=on, round_id=planned_round)
        visits = tuple(
            Visit.objects.create(
                child=seen.child,
                happened_on=on,
                purpose=purpose,
                method=method,
                worker_id=worker_id,
                planned_on=planned[seen.child.pk].planned_on if seen.child.pk in planned else None,
                seen=seen.seen,
                seen_alone=seen.seen_alone if seen.seen else None,
                bedroom_seen=seen.bedroom_seen,
                not_seen_reason=None if seen.seen else seen.not_seen_reason,
                video_reason=video_reason or None,
                recorded_on=today,
                **plans.get(seen.child.pk, {}),
            )
            for seen in children
        )
        whole = {
            "place": place,
            "words": words,
            "aim": aim,
            "direct_work": direct_work,
            "next_on": next_on,
            "from_transcript": from_transcript,
        }
        _keep_notes(children, visits, whole, today=today)
        met(visits, planned)
        if next_on and worker_id:
            plan(
                children=[seen.child for seen in children],
                worker_id=worker_id,
                kind="visit",
                purpose=purpose,
                on=next_on,
                by=by,
                today=today,
            )
        renew(ids)
        return Recorded(visits=visits, met=met_by(visits))


def recorded_already(*, child_ids: Sequence[str], on: date, worker_id: str | None) -> bool:
    """This function will say whether OneChild already has a visit by this worker to one of these children that day."""
    mine = Visit.objects.filter(origin__isnull=True, worker_id=worker_id, happened_on=on)
    return mine.filter(child_id__in=child_ids).exists()


def _keep_notes(children: Sequence[Seen], visits: Sequence[Visit], whole: Mapping[str, Any], *, today: date) -> None:
    for seen, visit in zip(children, visits, strict=True):
        if seen.childs_words or any(whole.values()):
            VisitNote.objects.create(
                child=seen.child, visit=visit, childs_words=seen.childs_words, recorded_on=today, **whole
            )


def _plans(ids: Sequence[str], on: date, purpose: str) -> dict[str, dict[str, str]]:
    """The plan or the period of care that a visit of this purpose belongs to, for each child who has one that day."""
    held = Q(ended_on__isnull=True) | Q(ended_on__gte=on)
    if purpose == "child_protection":
        plans = ChildProtectionPlan.objects.filter(held, child_id__in=ids, started_on__lte=on)
        return {child: {"plan_id": plan} for child, plan in plans.values_list("child_id", "plan_id")}
    if purpose == "looked_after":
        care = PeriodOfCare.objects.filter(held, child_id__in=ids, started_on__lte=on)
        return {child: {"care_id": period} for child, period in care.values_list("child_id", "care_id")}
    return {}
