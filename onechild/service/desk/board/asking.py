"""What the board asks of the database: numbers by team, worker and part of the work, and the duties behind each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.workdays import london
from onechild.service.record.queries.due import LED_BY

AHEAD = timedelta(days=7)
BACK = timedelta(days=27)  # with today, 28 days
WHICH = ("due", "late", "met", "met_late")


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Duties due within seven days, late, and met in time and late within 28 days."""

    due: int = 0
    late: int = 0
    met: int = 0
    met_late: int = 0

    def __add__(self, other: Numbers) -> Numbers:
        return Numbers(**{key: getattr(self, key) + getattr(other, key) for key in WHICH})

    @property
    def any(self) -> bool:
        """Whether there is anything to say."""
        return bool(self.due or self.late or self.met or self.met_late)


@dataclass(frozen=True, kw_only=True)
class Line:
    """The numbers of one worker in one team and one part of the work; no worker where the child waits."""

    team_id: str
    worker_id: str
    topic: str
    numbers: Numbers


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A duty behind a number, of a child whom the viewer may see."""

    child_id: str
    team_id: str
    worker_id: str
    clock: str
    spell_id: str
    due_on: date
    met_on: date | None


@dataclass(frozen=True)
class Behind:
    """The duties behind a number, and how many more there are of children whom the viewer may not open."""

    duties: tuple[Duty, ...]
    hidden: int


def lines_of(*, now: datetime, team_id: str | None = None, worker_id: str | None = None, topic: str = "") -> list[Line]:
    """This function will return the board's numbers, of one team or all: one query. `worker_id` "" is of nobody's."""
    with connection.cursor() as cursor:
        cursor.callproc("desk_board", _asked(team_id, worker_id, topic, now))
        return [
            Line(
                team_id=team or "",
                worker_id=worker or "",
                topic=part,
                numbers=Numbers(due=due, late=late, met=met, met_late=met_late),
            )
            for team, worker, part, due, late, met, met_late in cursor.fetchall()
        ]


def behind(*, which: str, now: datetime, team_id: str | None = None, worker_id: str | None, topic: str = "") -> Behind:
    """This function will return the duties behind a number, those that were due first, first: one query."""
    with connection.cursor() as cursor:
        cursor.callproc("desk_board_behind", [*_asked(team_id, worker_id, topic, now), which])
        rows = cursor.fetchall()
    duties = [
        Duty(
            child_id=child,
            team_id=team or "",
            worker_id=worker or "",
            clock=clock,
            spell_id=spell,
            due_on=due_on,
            met_on=met_on,
        )
        for child, team, worker, clock, spell, _, due_on, met_on in rows
        if child
    ]
    return Behind(tuple(sorted(duties, key=lambda one: (one.due_on, one.clock, one.child_id))), len(rows) - len(duties))


def total(lines: Iterable[Line]) -> Numbers:
    """This function will return the numbers of these together."""
    return sum((line.numbers for line in lines), Numbers())


def on_the_board(topic: str = "") -> list[Clock]:
    """This function will return the clocks of children, of one part of the work or all."""
    return [one for one in CLOCKS if one.subject_kind == "child" and topic in ("", one.topic)]


def _asked(team_id: str | None, worker_id: str | None, topic: str, now: datetime) -> list[Any]:
    today = london(now)
    clocks = on_the_board(topic)
    names = [one.key for one in clocks], [one.topic.value for one in clocks], [LED_BY.get(one.key) for one in clocks]
    return [team_id, worker_id, *names, today, now, today + AHEAD, today - BACK]
