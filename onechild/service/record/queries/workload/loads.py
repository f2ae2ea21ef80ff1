"""What workers hold against their targets, in the measures' own way of counting."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from onechild.service.record.queries.duty_words import VISITS
from onechild.service.record.queries.workforce import Person, Targets, is_over
from onechild.service.record.queries.workload.weights import ORDER, weights

AHEAD = timedelta(days=28)


@dataclass(frozen=True, kw_only=True)
class Held:
    """What one worker holds. `here` are the cases under the team asked for, `cases` all, in any team."""

    person: Person
    here: int
    cases: int
    families: int
    load: float
    target: float
    visits: int
    visits_late: int

    @property
    def over(self) -> bool:
        """Whether there are more cases than the worker's own target; not asked of a manager."""
        return bool(self.cases) and not self.person.manages and is_over(self.cases, self.target)

    @property
    def over_by_load(self) -> bool:
        """The same by weighted load."""
        return bool(self.cases) and not self.person.manages and is_over(self.load, self.target)

    @property
    def against(self) -> float:
        """Cases above the target, or below it."""
        return self.cases - self.target


def loads_of(
    persons: Mapping[str, Person], *, team_id: str | None, standards: Targets, today: date, whole: bool = True
) -> list[Held]:
    """This function will return what these workers hold, most over target first: three queries.

    Without `whole`, only their cases are counted: no families, weighted load or visits. One query.
    """
    counts = _counts(list(persons), team_id, today, whole=whole)
    visits = _visits(list(persons), today) if whole else {}
    weighed = weights(today=today) if whole else None
    found = []
    for worker_id, person in persons.items():
        here, cases, families, *standings = counts.get(worker_id, (0, 0, 0, *(0 for _ in ORDER)))
        due, late = visits.get(worker_id, (0, 0))
        found.append(
            Held(
                person=person,
                here=here,
                cases=cases,
                families=families,
                load=weighed.load(cases, dict(zip(ORDER, standings, strict=True))) if weighed else float(cases),
                target=standards.of(person, team_id=team_id),
                visits=due,
                visits_late=late,
            )
        )
    return sorted(found, key=lambda one: (one.person.manages, -one.against, one.person.name))


def _counts(
    worker_ids: Collection[str], team_id: str | None, today: date, *, whole: bool
) -> dict[str, tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.callproc("access_worker_loads", [list(worker_ids), team_id, today, whole])
        return {row[0]: tuple(row[1:]) for row in cursor.fetchall()}


def _visits(worker_ids: Collection[str], today: date) -> dict[str, tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.callproc("access_visits_due", [list(worker_ids), list(VISITS), today, today + AHEAD])
        return {worker_id: (visits, late) for worker_id, visits, late in cursor.fetchall()}
