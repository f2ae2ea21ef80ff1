"""When workers will be away, and which visits to their children fall in it and have nobody to cover them.

What is away now is said without its kind; of what is to come, only the kinds that OneChild itself keeps.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q

from onechild.service.record.models import Absence, Allocation, Cover, Employment, WorkerLimit
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.duty_words import VISITS

# What a manager may plan, and others may be told is coming. Illness and parental leave are the workforce team's alone.
PLANNED = ("annual_leave", "training", "other")
AHEAD = timedelta(days=28)
ENDING = timedelta(days=60)


@dataclass(frozen=True, kw_only=True)
class Off:
    """Days on which a worker is away; no last day where nobody knows. `leave` is annual leave."""

    absence_id: str
    worker_id: str
    first_day: date
    last_day: date | None
    leave: bool

    def until(self, today: date) -> date:
        """The last day to look at: of an absence without end, four weeks from today."""
        return self.last_day or max(today, self.first_day) + AHEAD

    def holds(self, day: date, today: date) -> bool:
        """Whether a day falls in it; what is late already waits for somebody from its first day on."""
        return self.first_day <= max(day, today) <= self.until(today)


@dataclass(frozen=True, kw_only=True)
class Falls:
    """A child's visit that falls in a worker's time away, and who covers on that day; nobody where empty."""

    off: Off
    due: Due
    covered_by: str = ""


@dataclass(frozen=True, kw_only=True)
class Ending:
    """The last day of somebody's employment, soon to come."""

    worker_id: str
    last_day: date
    agency: bool


def off_soon(worker_ids: Collection[str], *, today: date, ahead: timedelta = AHEAD) -> list[Off]:
    """This function will return when these workers are away from today to `ahead`, the earliest first: one query."""
    rows = Absence.objects.filter(worker_id__in=list(worker_ids), started_on__lte=today + ahead)
    rows = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today)).exclude(ended_on=F("started_on"))
    rows = rows.filter(Q(absence_kind__in=PLANNED) | Q(started_on__lte=today))
    return [
        Off(
            absence_id=row.pk,
            worker_id=row.worker_id,
            first_day=row.started_on,
            last_day=row.ended_on - timedelta(days=1) if row.ended_on else None,
            leave=row.absence_kind == "annual_leave",
        )
        for row in rows.order_by("started_on", "pk")
    ]


def falling(offs: Collection[Off], holders: Mapping[str, str], *, today: date) -> list[Falls]:
    """This function will return the visits that fall in time away, of `holders` (child to lead worker): two queries.

    Each child stands once in a spell, with the visit due first in it.
    """
    by_worker: dict[str, list[Off]] = {}
    for off in offs:
        by_worker.setdefault(off.worker_id, []).append(off)
    children = [child_id for child_id, worker_id in holders.items() if worker_id in by_worker]
    if not children:
        return []
    last = max(off.until(today) for off in offs)
    dues = [due for due in due_for(children, today=today, until=last) if due.clock in VISITS]
    covers = _covers(by_worker, today)
    found: dict[tuple[str, str], Falls] = {}
    for due in sorted(dues, key=lambda due: (due.due_on, due.clock, due.child_id)):
        for off in by_worker[holders[due.child_id]]:
            if off.holds(due.due_on, today):
                by = _covered(covers.get((due.child_id, off.worker_id), []), max(due.due_on, today))
                found.setdefault((off.absence_id, due.child_id), Falls(off=off, due=due, covered_by=by))
    return list(found.values())


def limits_now(worker_ids: Collection[str], *, today: date) -> dict[str, WorkerLimit]:
    """This function will return the limit that holds for each of these workers, as far as the viewer may know.

    One query.
    """
    rows = WorkerLimit.objects.filter(worker_id__in=list(worker_ids), started_on__lte=today)
    rows = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    return {row.worker_id: row for row in rows.order_by("started_on", "pk")}


def begun_by(worker_ids: Collection[str]) -> dict[str, list[date]]:
    """This function will return from which days each of these workers led a child, ever: one query."""
    found: dict[str, list[date]] = defaultdict(list)
    rows = Allocation.objects.filter(role="lead", worker_id__in=list(worker_ids))
    for worker_id, on in rows.values_list("worker_id", "started_on"):
        found[str(worker_id)].append(on)
    return found


def left_of(limit: WorkerLimit, begun: Iterable[date]) -> int | None:
    """This function will return how many children more a limit allows; None where it names no number.

    `begun` are the days from which the worker led a child: who began since the limit did is taken off.
    """
    if limit.at_most_new is None:
        return None
    return max(limit.at_most_new - sum(on >= limit.started_on for on in begun), 0)


def endings(worker_ids: Collection[str], *, today: date) -> dict[str, Ending]:
    """This function will return whose employment ends in the next 60 days, with none after it: one query."""
    rows = Employment.objects.filter(worker_id__in=list(worker_ids))
    rows = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today))
    last: dict[str, Employment | None] = {}
    for row in rows.order_by("worker_id", F("ended_on").asc(nulls_last=True)):
        last[row.worker_id] = row if row.ended_on else None
    return {
        worker_id: Ending(
            worker_id=worker_id, last_day=row.ended_on - timedelta(days=1), agency=row.employment_kind == "agency"
        )
        for worker_id, row in last.items()
        if row and row.ended_on and row.ended_on <= today + ENDING
    }


def _covers(worker_ids: Collection[str], today: date) -> dict[tuple[str, str], list[Cover]]:
    found: dict[tuple[str, str], list[Cover]] = {}
    for row in Cover.objects.filter(worker_id__in=list(worker_ids), ended_on__gt=today).order_by("started_on", "pk"):
        found.setdefault((row.child_id, row.worker_id), []).append(row)
    return found


def _covered(covers: Collection[Cover], day: date) -> str:
    held = (one for one in covers if one.started_on <= day and one.ended_on and one.ended_on > day)
    return next((one.by_worker_id for one in held), "")
