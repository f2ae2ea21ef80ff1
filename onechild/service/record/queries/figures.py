"""Answers from stored figures: what was worked out for the latest day and month ends, and the rows behind it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection

from onechild.knowledge.measures.behind import Behind
from onechild.knowledge.measures.model import Basis, Figure, Measure
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.workdays.years import month_end
from onechild.service.record.models import Figure as Stored
from onechild.service.record.models import FigureChild, FigureDay

DAY, MONTH, YEAR, ROWS = "day", "month", "year", "rows"
ALL, ALL_TEAMS, TEAM, WORKER, TEAM_AND_WORKER = "", "all teams", "team", "worker", "team and worker"
Key = tuple[str, Moment, str]


@dataclass(frozen=True)
class Many:
    """How many rows stand behind a figure, and how many of them the viewer may not open."""

    behind: int
    hidden: int


@dataclass(frozen=True)
class Kept:
    """A day, month or year that figures are stored for."""

    number: int
    kind: str
    moment: Moment


class StoredAnswers:
    """Stored figures, as `knowledge.measures.answers.Answers`.

    `variant` names whose: that of the viewer unless it is said, and "" for jobs, which see every child. What is
    expected together is read in one query; nothing is read twice.
    """

    def __init__(self, variant: str | None = None) -> None:
        self._asked_variant = variant
        self._found: dict[Key, list[Stored]] = {}

    def latest_day(self) -> date | None:
        """The latest day that figures are stored as at."""
        return max((one.moment.to_on for one in self.kept if one.kind == DAY), default=None)

    def ends(self) -> list[date]:
        """The month ends that figures are stored for, the newest first."""
        found = {one.moment.to_on for one in self.kept if one.kind in (DAY, MONTH)}
        return sorted((day for day in found if day == month_end(day)), reverse=True)

    def moments(self, measure: Measure, *, monthly: bool = False) -> list[Moment]:
        """The moments that a measure is stored for, the newest first: days, twelve months, or (`monthly`) months."""
        kind = DAY if measure.basis is Basis.AS_AT else MONTH if monthly else YEAR
        return [one.moment for one in self.kept if one.kind == kind]

    def expect(self, measures: Iterable[Measure], moments: Collection[Moment], *, by: Collection[str] = (ALL,)) -> None:
        """Read the figures of measures at moments in one query."""
        numbers = {self._numbers[moment].number: moment for moment in moments if moment in self._numbers}
        keys = [measure.key for measure in measures]
        wanted = {(key, moment, one) for key in keys for moment in moments for one in by} - self._found.keys()
        if not wanted:
            return
        self._found |= {key: [] for key in wanted}
        rows = Stored.objects.filter(day_id__in=list(numbers), measure__in=keys, by__in=list(by))
        for row in rows.order_by("figure_id"):
            key = (row.measure, numbers[row.day_id], row.by)
            if key in wanted:
                self._found[key].append(row)

    def stored(self, measure: Measure, when: Moment, by: str = ALL) -> list[Stored]:
        """The stored rows themselves."""
        key = (measure.key, when, by)
        if key not in self._found:
            self.expect([measure], [when], by=(by,))
        return self._found[key]

    def figures(self, measure: Measure, when: Moment, by: str = ALL, *, caseholding: bool = False) -> list[Figure]:
        """As `Answers.figures`: what was counted, in all or of each group; none where nothing is stored."""
        rows = self.stored(measure, when, ALL_TEAMS if caseholding and by == ALL else by)
        return [figure_of(row, when) for row in rows]

    def one(self, measure: Measure, when: Moment) -> Figure | None:
        """The figure in all; None where it is not stored."""
        return next(iter(self.figures(measure, when)), None)

    def series(self, measure: Measure, by: str = ALL, key: str = "", *, monthly: bool | None = None) -> list[Figure]:
        """A figure at every month end, the oldest first; over a period, month by month unless `monthly` is False.

        `key` is the code of a group of `by`, or the id of a team or worker.
        """
        months = monthly is not False
        moments = [
            moment for moment in self.moments(measure, monthly=months) if moment.to_on == month_end(moment.to_on)
        ]
        self.expect([measure], moments, by=(by,))
        rows = [(row, moment) for moment in reversed(moments) for row in self.stored(measure, moment, by)]
        return [figure_of(row, moment) for row, moment in rows if not by or code_of(row) == key]

    def behind(self, measure: Measure, when: Moment) -> list[Behind]:
        """As `Answers.behind`, of children whom the viewer may open."""
        found = FigureChild.objects.filter(
            day_id__in=self._days(measure, when), measure=measure.key, counted_on__range=_range(when)
        )
        rows = found.order_by("team_id", "worker_id", "child_id", "row_id")
        return [
            Behind(
                moment=0,
                row_id=row.row_id,
                child_id=row.child_id,
                worker_id=row.worker_id or None,
                team_id=row.team_id or None,
                counted_on=row.counted_on,
                counted=row.counted,
                adds=row.adds,
            )
            for row in rows
        ]

    def children_behind(
        self,
        measure: Measure,
        when: Moment,
        *,
        counted: bool | None = None,
        team: str | None = None,
        worker: str | None = None,
        skip: int = 0,
        take: int = 25,
    ) -> list[FigureChild]:
        """One page of the rows that the viewer may open, for the web; two queries. A row may have no child."""
        what = [self._days(measure, when), *_range(when), measure.key, counted, team, worker, skip, take]
        with connection.cursor() as cursor:
            cursor.callproc("figure_rows_seen", what)
            numbers = [number for (number,) in cursor.fetchall()]
        there = FigureChild.objects.in_bulk(numbers)
        return [there[number] for number in numbers if number in there]

    def how_many_behind(
        self,
        measure: Measure,
        when: Moment,
        *,
        counted: bool | None = None,
        team: str | None = None,
        worker: str | None = None,
    ) -> Many:
        """How many rows there are, and how many the viewer may not open, for the web; one query."""
        with connection.cursor() as cursor:
            what = [self._days(measure, when), *_range(when), measure.key, counted, team, worker]
            cursor.callproc("figure_rows_behind", what)
            behind, hidden = cursor.fetchone()
        return Many(behind or 0, hidden or 0)

    @cached_property
    def kept(self) -> list[Kept]:
        """Every day, month and year that is stored, the newest first; two queries."""
        days = FigureDay.objects.filter(variant=self.variant).order_by("-to_on", "-from_on")
        return [
            Kept(number, kind, Moment(from_on, to_on))
            for number, kind, from_on, to_on in days.values_list("pk", "kind", "from_on", "to_on")
        ]

    @cached_property
    def variant(self) -> str:
        """Whose figures these are."""
        if self._asked_variant is not None:
            return self._asked_variant
        with connection.cursor() as cursor:
            cursor.callproc("figure_variant")
            return str(cursor.fetchone()[0])

    @cached_property
    def _numbers(self) -> dict[Moment, Kept]:
        return {one.moment: one for one in self.kept if one.kind != ROWS}

    def _days(self, measure: Measure, when: Moment) -> list[int]:
        """The numbers of the days that hold the rows: its own, or those of the months that a longer time is made of."""
        own = self._numbers.get(when)
        if when.from_on is None or (own and own.kind == MONTH) or self._has_own_rows(measure, when):
            return [own.number] if own else []
        return [one.number for one in self.kept if one.kind in (MONTH, ROWS) and overlap(one.moment, when)]

    def _has_own_rows(self, measure: Measure, when: Moment) -> bool:
        return any(row.own_rows for row in self.stored(measure, when)) if when in self._numbers else False


def figure_of(row: Stored, when: Moment) -> Figure:
    """This function will return a stored figure as the measure's engine counted it."""
    numerator, denominator, value = map(_whole, (row.numerator, row.denominator, row.value))
    assert numerator is not None  # noqa: S101  the column is never empty
    return Figure(when.from_on, when.to_on, numerator, denominator, value, group=_group(row))


def code_of(row: Stored) -> str:
    """The code, or the id of the team or worker, that tells a group from the others."""
    return row.team_id if row.by == TEAM else row.worker_id if row.by == WORKER else row.cut


def overlap(one: Moment, other: Moment) -> bool:
    """Whether two periods have a day in common."""
    first, second = one.from_on or one.to_on, other.from_on or other.to_on
    return first <= other.to_on and second <= one.to_on


def _whole(number: float | None) -> float | None:
    """Whole numbers whole, as the engine gives them."""
    return int(number) if number is not None and number.is_integer() else number


def _group(row: Stored) -> tuple[tuple[str, str | None], ...]:
    if row.by in (ALL, ALL_TEAMS):
        return ()
    if row.by == TEAM:
        return (("team", row.label or None), ("team_id", row.team_id or None))
    if row.by == WORKER:
        return (("worker", row.worker_id or None),)
    if row.by == TEAM_AND_WORKER:
        return (("team_id", row.team_id or None), ("worker", row.worker_id or None))
    return ((row.by, row.label), (f"{row.by}_code", row.cut or None))


def _range(when: Moment) -> Sequence[Any]:
    """As at a day every row is counted on that day; over a period from its first day to its last."""
    return when.from_on or date.min, when.to_on
