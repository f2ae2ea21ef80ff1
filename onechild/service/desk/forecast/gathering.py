"""What the arithmetic needs of the record: who owes which duties in six weeks, what each takes, and who has time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Max, Q

from onechild.knowledge.forecast.capacity import Away, Hours, last_day, minutes_lost, minutes_there
from onechild.knowledge.forecast.minutes import setting_of, value_of
from onechild.knowledge.forecast.model import Minutes, Work
from onechild.knowledge.forecast.turns import turns_to_come
from onechild.service.record.models import Absence, Employment
from onechild.service.record.queries.caseload import Held, open_allocations
from onechild.service.record.queries.due import Due, due_for
from onechild.service.record.queries.duty_words import PARTS
from onechild.service.record.queries.standards import held
from onechild.service.record.queries.workforce import Person, people

NOBODY = ""
LATE_WITHIN = timedelta(days=6)  # what is late already is to be done within a week


@dataclass(frozen=True, kw_only=True)
class Item:
    """A duty as work: `again` where it is a turn to come, which nobody owes yet."""

    work: Work
    due: Due
    due_on: date
    again: bool


@dataclass(frozen=True, kw_only=True)
class Time:
    """A worker's minutes on each day, those that absence takes, and what is known of the hours."""

    there: Minutes
    lost: Minutes
    away: tuple[Away, ...]
    hours_known: bool
    leaves_on: date | None


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """Every worker with their work and time; the work of children who wait stands under nobody."""

    people: Mapping[str, Person]
    items: Mapping[str, list[Item]]
    time: Mapping[str, Time]
    hours: Hours


def gathered(worker_ids: Collection[str], *, team_id: str = "", today: date) -> Gathered:
    """This function will return what these workers owe and have in six weeks, and the team's own waiting: six queries.

    Duties of children whom the viewer may not be told of are left out.
    """
    known = people(worker_ids, today=today)
    values = {one.standard.setting: one.now.row.value for one in held(today=today) if one.now}
    holding = _holding(known, team_id, today)
    dues = due_for(sorted({one.child_id for one in holding}), today=today, until=last_day(today))
    hours = Hours(
        a_day=value_of("working_hours_a_day", values), direct_share=value_of("working_hours_direct_share", values)
    )
    items: dict[str, list[Item]] = {worker_id: [] for worker_id in known}
    parts: dict[tuple[str, str], set[str]] = {}
    for one in holding:
        parts.setdefault((one.child_id, one.role), set()).add(one.worker_id)
    for due in dues:
        for worker_id in sorted(parts.get((due.child_id, PARTS.get(due.owner, "")), ())):
            items.setdefault(worker_id, []).extend(_items(due, values, today))
    return Gathered(people=known, items=items, time=_times(known, hours, today), hours=hours)


def _holding(known: Collection[str], team_id: str, today: date) -> list[Held]:
    theirs = Q(worker_id__in=list(known))
    waiting = Q(worker_id=None, team_id=team_id, role="lead") if team_id else Q(pk__in=())
    rows = open_allocations(today).filter(theirs | waiting).values_list("child_id", "worker_id", "team_id", "role")
    return [
        Held(child_id=child, worker_id=worker or NOBODY, team_id=team or "", role=role, since=today)
        for child, worker, team, role in rows.distinct()
    ]


def _items(due: Due, values: Mapping[str, float], today: date) -> Iterable[Item]:
    minutes = round(value_of(setting_of(due.law, visit=due.words.next_kind == "visit"), values))
    key = f"{due.child_id} {due.clock} {due.spell_id}"
    first = Work(max(due.due_on, today + LATE_WITHIN) if due.late else due.due_on, f"{key} 0", today, minutes)
    yield Item(work=first, due=due, due_on=due.due_on, again=False)
    coming = turns_to_come(due.law, within=due.within, due_on=due.due_on, today=today, until=last_day(today))
    for number, (from_on, due_on) in enumerate(coming, start=1):
        work = replace(first, due_on=due_on, key=f"{key} {number}", from_on=from_on)
        yield Item(work=work, due=due, due_on=due_on, again=True)


def _times(known: Mapping[str, Person], hours: Hours, today: date) -> dict[str, Time]:
    away = _absences(known, today)
    leaving = _leaving(known, today)
    found = {}
    for worker_id, person in known.items():
        fte, spells, until = (
            person.fte if person.fte is not None else 1.0,
            away.get(worker_id, ()),
            leaving.get(worker_id),
        )
        found[worker_id] = Time(
            there=minutes_there(hours, fte=fte, today=today, away=spells, until=until),
            lost=minutes_lost(hours, fte=fte, today=today, away=spells, until=until),
            away=spells,
            hours_known=person.fte is not None,
            leaves_on=until,
        )
    return found


def _absences(known: Collection[str], today: date) -> dict[str, tuple[Away, ...]]:
    here = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    rows = Absence.objects.filter(here, worker_id__in=list(known), started_on__lte=last_day(today))
    found: dict[str, tuple[Away, ...]] = {}
    for worker_id, started_on, ended_on in rows.order_by("started_on").values_list(
        "worker_id", "started_on", "ended_on"
    ):
        found[worker_id] = (*found.get(worker_id, ()), (started_on, ended_on))
    return found


def _leaving(known: Collection[str], today: date) -> dict[str, date]:
    """The last day in post of those who leave within six weeks, or have left."""
    rows = Employment.objects.filter(worker_id__in=list(known)).order_by().values_list("worker_id")
    staying = set(rows.filter(ended_on__isnull=True).values_list("worker_id", flat=True))
    last = dict(rows.annotate(Max("ended_on")))
    return {
        worker_id: ended_on - timedelta(days=1)
        for worker_id, ended_on in last.items()
        if ended_on and worker_id not in staying and ended_on <= last_day(today)
    }
