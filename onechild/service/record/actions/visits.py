"""Records a visit, once for a whole group of brothers and sisters, and says which duties it met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Child, ChildProtectionPlan, Obligation, PeriodOfCare, Visit, VisitNote


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
class Met:
    """A duty that the visit met, and when the next under the same clock is due; none where none follows."""

    child_id: str
    clock: str
    due_on: date
    met_on: date
    next_due_on: date | None


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
) -> Recorded:
    """Record one visit to one or several children on a day, and work out their clocks in the same transaction.

    `purpose` and `method` are codes of visit_purpose and visit_method, `place` one of VisitPlace.
    """
    ids = sorted({seen.child.pk for seen in children})
    with change_set(by=by, kind="edit", words="Visit recorded"):
        locked(ids)
        before = _met_on(ids, on).keys()
        plans = _plans(ids, on, purpose)
        visits = tuple(
            Visit.objects.create(
                child=seen.child,
                happened_on=on,
                purpose=purpose,
                method=method,
                worker_id=worker_id,
                seen=seen.seen,
                seen_alone=seen.seen_alone if seen.seen else None,
                bedroom_seen=seen.bedroom_seen,
                not_seen_reason=None if seen.seen else seen.not_seen_reason,
                recorded_on=today,
                **plans.get(seen.child.pk, {}),
            )
            for seen in children
        )
        _keep_notes(children, visits, place=place, words=words, today=today)
        renew(ids)
        met = {key: row for key, row in _met_on(ids, on).items() if key not in before}
        return Recorded(visits=visits, met=_with_next(met, on))


def recorded_already(*, child_ids: Sequence[str], on: date, worker_id: str | None) -> bool:
    """This function will say whether OneChild already has a visit by this worker to one of these children that day."""
    mine = Visit.objects.filter(origin__isnull=True, worker_id=worker_id, happened_on=on)
    return mine.filter(child_id__in=child_ids).exists()


def _keep_notes(children: Sequence[Seen], visits: Sequence[Visit], *, place: str, words: str, today: date) -> None:
    for seen, visit in zip(children, visits, strict=True):
        if place or words or seen.childs_words:
            VisitNote.objects.create(
                child=seen.child,
                visit=visit,
                place=place,
                words=words,
                childs_words=seen.childs_words,
                recorded_on=today,
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


def _met_on(ids: Sequence[str], on: date) -> dict[tuple[str, str, str], Obligation]:
    """The duties that were met on a day, by child, clock and spell."""
    return {_key(row): row for row in Obligation.objects.filter(child_id__in=ids, met_on=on)}


def _with_next(met: Mapping[tuple[str, str, str], Obligation], on: date) -> tuple[Met, ...]:
    """Each duty met, with the one that its being met began."""
    children = {child_id for child_id, _, _ in met}
    begun = {_key(row): row.due_on for row in Obligation.objects.filter(child_id__in=children, started_on=on)}
    return tuple(
        Met(child_id=key[0], clock=row.clock, due_on=row.due_on, met_on=on, next_due_on=begun.get(key))
        for key, row in met.items()
    )


def _key(row: Obligation) -> tuple[str, str, str]:
    return (row.child_id or "", row.clock, row.spell_id)
