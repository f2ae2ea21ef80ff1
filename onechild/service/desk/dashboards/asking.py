"""What the live pages ask of the database: counts in full, and children only as far as the viewer may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

WEEKS_OF_SOURCES = 4
BACK_DAYS = 91  # how soon a child counts as having come back: three months
SENT_DAYS = 91  # how long before that the children were sent to early help


@dataclass(frozen=True)
class Waiting:
    """A contact that waits for a decision: how far it is, and whether it is over its time. Of whom is not told."""

    stage: str
    priority: str
    born_on: date | None
    source_kind: str
    received_on: date
    late: bool


@dataclass(frozen=True)
class Since:
    """The days that the counts of the front door are of."""

    today: date
    week_from: date
    recent: date
    early_from: date
    early_to: date


@dataclass(frozen=True)
class Case:
    """One child before court (`part` "before") or in it ("court"); no `child_id` where the viewer may not see them."""

    part: str
    child_id: str
    team_id: str
    started_on: date
    letter_on: date | None
    first_meeting_on: date | None
    due_on: date | None
    extended: bool


@dataclass(frozen=True)
class Hearing:
    """A hearing that is listed, or (`held`) the day of the last one that was held."""

    child_id: str
    team_id: str
    on: date
    kind: str
    held: bool


def since(today: date) -> Since:
    """This function will return the days to count over: the week from Monday, four weeks, and early help before."""
    early_to = today - timedelta(days=BACK_DAYS)
    return Since(
        today=today,
        week_from=today - timedelta(days=today.weekday()),
        recent=today - timedelta(weeks=WEEKS_OF_SOURCES) + timedelta(days=1),
        early_from=early_to - timedelta(days=SENT_DAYS - 1),
        early_to=early_to,
    )


def waiting(today: date) -> list[Waiting]:
    """This function will return the contacts that wait for a decision: one query."""
    return [
        Waiting(stage, priority or "", born, source or "", received, late)
        for stage, priority, born, source, received, late in _called("desk_front_door_waiting", [today])
    ]


def counts(days: Since) -> dict[tuple[str, str], tuple[int, int]]:
    """This function will return what came and what was decided: one query. See the function for what each is."""
    asked = [days.today, days.week_from, days.recent, days.early_from, days.early_to, BACK_DAYS]
    return {(what, key): (n, m or 0) for what, key, n, m in _called("desk_front_door_counts", asked)}


def cases(today: date) -> list[Case]:
    """This function will return each child before court or in it, the longest first: one query."""
    found = [
        Case(part, child or "", team or "", started, letter, met, due, extended)
        for part, child, team, started, letter, met, due, extended in _called("desk_before_court", [today])
    ]
    return sorted(found, key=lambda one: (one.part, one.started_on, one.child_id))


def hearings(today: date, until: date) -> list[Hearing]:
    """This function will return the hearings listed, the next first, and the day of the last held: one query."""
    found = [
        Hearing(child or "", team or "", on, kind or "", held)
        for child, team, on, kind, held in _called("desk_hearings", [today, until])
    ]
    return sorted(found, key=lambda one: (one.on, one.kind, one.child_id))


def _called(name: str, asked: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.callproc(name, asked)
        return list(cursor.fetchall())
