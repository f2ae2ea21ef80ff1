"""Plans, moves and cancels visits and meetings in a worker's diary, and says which visit an entry became."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time

from django.db.models import Q

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import Child, Cover, DiaryEntry, Visit
from onechild.service.record.models.fields import NewKey


def plan(
    *,
    children: Sequence[Child],
    worker_id: str,
    kind: str,
    purpose: str | None,
    on: date,
    by: Person,
    today: date,
    starts_at: time | None = None,
    minutes: int | None = None,
    place: str = "",
) -> list[DiaryEntry]:
    """Plan one visit or meeting with one or several children; the rows share a round, whose id is the first row's."""
    with change_set(by=by, kind="edit", words="Planned in the diary"):
        locked(sorted(child.pk for child in children))
        made: list[DiaryEntry] = []
        for child in children:
            entry = DiaryEntry.objects.create(
                child=child,
                round_id=made[0].round_id if made else NewKey(),
                worker_id=worker_id,
                kind=kind,
                purpose=purpose if kind == "visit" else None,
                planned_on=on,
                starts_at=starts_at,
                minutes=minutes,
                place=place,
                made_by=by.name,
                recorded_on=today,
            )
            entry.refresh_from_db(fields=["round_id"])
            made.append(entry)
        return made


def move(
    *,
    entries: Sequence[DiaryEntry],
    on: date,
    starts_at: time | None,
    minutes: int | None,
    reason: str,
    seen_version: int,
    by: Person,
) -> None:
    """Move a whole round to another day or hour; the days before stay in history. Raises Stale."""
    typed = {"planned_on": on, "starts_at": starts_at, "minutes": minutes, "moved_reason": reason}
    with change_set(by=by, kind="edit", words="Moved in the diary"):
        rows = _locked(entries)
        changed(rows[0], seen_version=seen_version, typed=typed)
        DiaryEntry.objects.filter(pk__in=[row.pk for row in rows]).update(**typed)


def cancel(*, entries: Sequence[DiaryEntry], reason: str, seen_version: int, by: Person, today: date) -> None:
    """Cancel a whole round, with why. Raises Stale."""
    with change_set(by=by, kind="edit", words="Cancelled in the diary"):
        rows = _locked(entries)
        changed(rows[0], seen_version=seen_version, typed={"cancelled_reason": reason})
        DiaryEntry.objects.filter(pk__in=[row.pk for row in rows]).update(cancelled_on=today, cancelled_reason=reason)


def link(*, entries: Sequence[DiaryEntry], visit: Visit, by: Person) -> None:
    """Say which visit a round became: of its other children, the visits that the same worker made that day."""
    with change_set(by=by, kind="edit", words="Diary entry and visit put together"):
        rows = _locked(entries)
        same = Visit.objects.filter(happened_on=visit.happened_on, worker_id=visit.worker_id, seen__isnull=False)
        made = {one.child_id: one.pk for one in same.filter(child_id__in=[row.child_id for row in rows])}
        for row in rows:
            if became := visit.pk if row.child_id == visit.child_id else made.get(row.child_id):
                DiaryEntry.objects.filter(pk=row.pk).update(visit_id=became)


def planned_for(
    *, child_ids: Sequence[str], worker_id: str | None, on: date, round_id: str = ""
) -> dict[str, DiaryEntry]:
    """This function will return, by child, the plan that a visit of this worker on the day was.

    It is that of the round named, else the first of the day, by the worker or whoever they covered for.
    """
    waiting = DiaryEntry.objects.filter(child_id__in=child_ids, kind="visit", visit=None, cancelled_on=None)
    found: dict[str, DiaryEntry] = {}
    if round_id:
        found = {one.child_id: one for one in waiting.filter(round_id=round_id, worker_id=worker_id or "")}
    for child_id in set(child_ids) - found.keys():
        covered = Cover.objects.filter(
            child_id=child_id, by_worker_id=worker_id or "", started_on__lte=on, ended_on__gt=on
        )
        theirs = Q(worker_id=worker_id or "") | Q(worker_id__in=covered.values("worker_id"))
        first = waiting.filter(theirs, child_id=child_id, planned_on=on).order_by("starts_at", "pk").first()
        if first is not None:
            found[child_id] = first
    return found


def met(visits: Sequence[Visit], planned: Mapping[str, DiaryEntry]) -> None:
    """Mark what was planned with each child as what these visits are.

    Part of a write that has begun its change-set and locked the children.
    """
    for visit in visits:
        if entry := planned.get(visit.child_id):
            DiaryEntry.objects.filter(pk=entry.pk).update(visit_id=visit.pk)


def _locked(entries: Sequence[DiaryEntry]) -> list[DiaryEntry]:
    locked(sorted({entry.child_id for entry in entries}))
    rows = DiaryEntry.objects.select_for_update(no_key=True).filter(pk__in=[entry.pk for entry in entries])
    return list(rows.order_by("pk"))
