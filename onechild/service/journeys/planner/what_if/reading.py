"""What a forecast starts from: each team's weeks of the past, its workers now, and the children who wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from onechild.knowledge.planning.whatif import Staff, TeamPast
from onechild.knowledge.planning.whatif.weekly import past_of
from onechild.service.journeys.planner.reading.children import waiting_on
from onechild.service.record.models import Team, TeamMembership
from onechild.service.record.queries.workforce import people, targets
from onechild.service.record.queries.workload.away import endings, off_soon
from onechild.service.record.queries.workload.loads import loads_of

PAST_WEEKS, AHEAD_WEEKS = 104, 26
A_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Start:
    """How things stand in these teams, and how they went."""

    past: tuple[TeamPast, ...]
    staff: tuple[Staff, ...]
    waiting: Mapping[str, int]
    target: float


def start_of(teams: Sequence[Team], *, today: date) -> Start:
    """This function will read the past and the present of these teams: eight queries, counts alone."""
    names = {team.pk: team.name for team in teams}
    return Start(
        past=tuple(past_of(spells=_spells(list(names), today), names=names, on=today, weeks=PAST_WEEKS)),
        staff=tuple(_staff(list(names), today)),
        waiting=waiting_on(names, today=today),
        target=targets(today=today).full_time,
    )


def _spells(team_ids: list[str], today: date) -> list[tuple[str, str, date, date | None]]:
    """Spells already put together by child in the database, so that each counts as a child of its own here."""
    with connection.cursor() as cursor:
        cursor.callproc("planner_team_spells", [team_ids, today - timedelta(weeks=PAST_WEEKS), today])
        return [(str(place), *spell) for place, spell in enumerate(cursor.fetchall())]


def _staff(team_ids: list[str], today: date) -> list[Staff]:
    rows = (
        TeamMembership.objects.filter(team_id__in=team_ids).exclude(ended_on__lte=today).exclude(started_on__gt=today)
    )
    teams = dict(rows.order_by("-started_on").values_list("worker_id", "team_id"))
    persons = {key: person for key, person in people(teams, today=today).items() if not person.manages}
    standards = targets(today=today)
    held = {
        one.person.worker_id: one
        for one in loads_of(persons, team_id=None, standards=standards, today=today, whole=False)
    }
    leaving = endings(list(persons), today=today)
    away: dict[str, list[tuple[date, date | None]]] = {}
    for off in off_soon(list(persons), today=today, ahead=timedelta(weeks=AHEAD_WEEKS)):
        away.setdefault(off.worker_id, []).append((off.first_day, off.last_day + A_DAY if off.last_day else None))
    return [
        Staff(
            worker_id=worker_id,
            team_id=teams[worker_id],
            cases=held[worker_id].cases,
            target=standards.of(person, team_id=teams[worker_id]),
            fte=1.0 if person.fte is None else person.fte,
            newly_qualified_to=person.newly_qualified_to,
            leaves_on=leaving[worker_id].last_day + A_DAY if worker_id in leaving else None,
            away=tuple(away.get(worker_id, ())),
        )
        for worker_id, person in sorted(persons.items())
    ]
