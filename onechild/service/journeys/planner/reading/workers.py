"""The workers of a plan's teams: targets, what they hold, leave, limits, languages and areas; counts, never why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from onechild.knowledge.planning.gathering import ChildRow, WorkerRow
from onechild.service.record.models import TeamMembership, WorkerFact
from onechild.service.record.queries.workforce import Person, people, targets
from onechild.service.record.queries.workload.away import AHEAD, begun_by, endings, left_of, limits_now, off_soon
from onechild.service.record.queries.workload.loads import Held, loads_of

A_DAY, SOON = timedelta(days=1), timedelta(days=28)  # whoever leaves so soon takes nobody new


@dataclass(frozen=True, kw_only=True)
class Staff:
    """The workers as the planner takes them, and what their lines say of them."""

    rows: tuple[WorkerRow, ...]
    persons: Mapping[str, Person]
    held: Mapping[str, Held]
    unseen: int


def staff_of(
    team_ids: Collection[str], *, children: Sequence[ChildRow], takes_none: Collection[str], on: date, today: date
) -> Staff:
    """This function will return who is of these teams on the day or holds a child of theirs: about eleven queries."""
    teams = _teams(team_ids, children, on)
    persons = people(teams, today=on)
    standards = targets(today=on)
    held = {one.person.worker_id: one for one in loads_of(persons, team_id=None, standards=standards, today=today)}
    seen, weighed = _seen(children)
    limits, facts = limits_now(teams, today=on), _facts(teams)
    begun = begun_by(limits)
    leaving = {worker_id: one.last_day for worker_id, one in endings(teams, today=on).items()}
    away: defaultdict[str, list[tuple[date, date | None]]] = defaultdict(list)
    for off in off_soon(teams, today=today, ahead=on - today + AHEAD):
        away[off.worker_id].append((off.first_day, off.last_day + A_DAY if off.last_day else None))
    areas: defaultdict[str, set[str]] = defaultdict(set)
    for child in children:
        if child.worker_id and child.area:
            areas[child.worker_id].add(child.area)
    rows = []
    for worker_id, person in sorted(persons.items()):
        spared = worker_id in takes_none or (worker_id in leaving and leaving[worker_id] <= on + SOON)
        limit = limits.get(worker_id)
        spoken, visits = facts.get(worker_id, ((), ()))
        rows.append(
            WorkerRow(
                worker_id=worker_id,
                name=person.name,
                team_id=teams[worker_id],
                target=standards.of(person, team_id=teams[worker_id]),
                fte=person.fte,
                manages=person.manages,
                newly_qualified=person.newly_qualified(on),
                away=tuple(away[worker_id]),
                at_most_new=0 if spared else left_of(limit, begun.get(worker_id, ())) if limit else None,
                languages=frozenset(spoken),
                areas=frozenset({*visits, *areas[worker_id]}),
                leaves_on=leaving[worker_id] + A_DAY if worker_id in leaving else None,
                unseen_cases=max(0, held[worker_id].cases - seen[worker_id]),
                unseen_weighs=max(0.0, held[worker_id].load - weighed[worker_id]),
            )
        )
    return Staff(rows=tuple(rows), persons=persons, held=held, unseen=sum(row.unseen_cases for row in rows))


def _teams(team_ids: Collection[str], children: Sequence[ChildRow], on: date) -> dict[str, str]:
    """Whose team each worker plans in: where they hold most, else where they are a member."""
    current = Q(started_on__isnull=True) | Q(started_on__lte=on)
    rows = TeamMembership.objects.filter(
        current & (Q(ended_on__isnull=True) | Q(ended_on__gt=on)), team_id__in=team_ids
    ).order_by("-started_on", "pk")
    found = dict(rows.values_list("worker_id", "team_id"))
    holds: dict[str, Counter[str]] = defaultdict(Counter)
    for child in children:
        if child.worker_id:
            holds[child.worker_id][child.team_id] += 1
    return found | {worker_id: counted.most_common(1)[0][0] for worker_id, counted in holds.items()}


def _seen(children: Sequence[ChildRow]) -> tuple[Counter[str], defaultdict[str, float]]:
    seen: Counter[str] = Counter()
    weighed: defaultdict[str, float] = defaultdict(float)
    for child in children:
        if child.worker_id:
            seen[child.worker_id] += 1
            weighed[child.worker_id] += child.weighs
    return seen, weighed


def _facts(worker_ids: Collection[str]) -> dict[str, tuple[list[str], list[str]]]:
    rows = WorkerFact.objects.filter(worker_id__in=worker_ids)
    return {row.worker_id: (row.languages, [area.upper() for area in row.areas]) for row in rows}
