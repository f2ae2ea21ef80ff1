"""Counts every measure at every moment: measures of the same rows together, at the days, the months and the years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import ibis.expr.types as ir
import pyarrow as pa

from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.behind import Behind
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.cuts import CUTS
from onechild.knowledge.measures.cutting.joining import column_of, with_cut
from onechild.knowledge.measures.drawing import alike, marked
from onechild.knowledge.measures.model import Basis, By, Figure, Measure
from onechild.knowledge.measures.question import Moment, Question
from onechild.knowledge.measures.rows.register import ROWS
from onechild.knowledge.measures.topics import caseload
from onechild.service.exchange.figures.days import Days
from onechild.service.exchange.figures.grouping import (
    Groups,
    by_cut,
    by_team_and_worker,
    counted_at_once,
    cuts_of,
    in_all,
)
from onechild.service.exchange.figures.rows_behind import rows_behind
from onechild.service.record.queries.figures import ALL, ALL_TEAMS, TEAM, TEAM_AND_WORKER, WORKER

OVER = caseload.WORKERS_OVER_TARGET
BehindAll = dict[tuple[str, Moment], pa.Table]


@dataclass(frozen=True)
class Result:
    """One figure of a measure at a moment, with what it is broken down by."""

    measure: Measure
    by: str
    figure: Figure
    team_id: str = ""
    worker_id: str = ""
    cut: str = ""
    label: str = ""
    adds: float | None = None
    own_rows: bool = False


@dataclass(frozen=True)
class Counting:
    """Every measure of a store at the days, months and years; what a store can't tell is left out."""

    store: Store
    days: Days
    catalogue: Sequence[Measure] = tuple(MEASURES.values())

    @cached_property
    def as_at(self) -> Question:
        """The question of the days, the latest first."""
        return Question(self.store, tuple(self.days.as_ats))

    @cached_property
    def months(self) -> Question:
        """The question of the months, the newest first, and after them the parts that have no figures of their own."""
        return Question(self.store, (*self.days.months, *self.days.parts))

    @cached_property
    def years(self) -> Question:
        """The question of the twelve months to each day, the latest first."""
        return Question(self.store, tuple(self.days.years))

    @cached_property
    def measures(self) -> list[Measure]:
        """The measures that the record can tell: their clocks have what they need."""
        return [one for one in self.catalogue if self.question(one).moments and self.question(one).can_count(one)]

    def question(self, measure: Measure) -> Question:
        """The question that a measure is asked in day by day or month by month."""
        return self.as_at if measure.basis is Basis.AS_AT else self.months

    @cached_property
    def results(self) -> list[Result]:
        """Every figure, in the order of measures."""
        return [result for measure in self.measures for result in self._worked[0][measure.key]]

    @cached_property
    def behind(self) -> BehindAll:
        """The rows behind each measure by its key and moment: days, months, parts, and years that are no sum of them.

        Rows are in an order of their own, so that two workings-out of the same record give the same bytes.
        """
        return self._worked[1]

    def asked(
        self, measure: Measure, *, by: By | None = None, caseholding: bool = False, years: bool = False
    ) -> list[Figure]:
        """The figures of a measure at every day or month, or over every year: in all, of all teams, or by team."""
        long = years and measure.basis is Basis.PERIOD
        question = self.years if long else self.question(measure)
        among = set(question.moments)
        wanted = ALL_TEAMS if caseholding and by is None else by or ALL
        return [
            one.figure
            for one in self._worked[0][measure.key]
            if one.by == wanted and Moment(one.figure.from_on, one.figure.to_on) in among
        ]

    def over_target(self, moment: int) -> list[Behind]:
        """The rows of workers over target at a moment, for the table of how far over."""
        return [
            Behind(
                moment=1,
                row_id=row["row_id"],
                child_id=row["child_id"],
                worker_id=row["worker_id"],
                team_id=row["team_id"],
                counted_on=row["counted_on"],
                counted=True,
                adds=row["adds"],
            )
            for row in self.behind[OVER.key, self.as_at.moments[moment]].to_pylist()
            if row["counted"]
        ]

    @cached_property
    def _worked(self) -> tuple[dict[str, list[Result]], BehindAll]:
        results: dict[str, list[Result]] = {measure.key: [] for measure in self.measures}
        behind: BehindAll = {}
        for number, same in enumerate(alike(self.measures)):
            question = self.question(same[0])
            rows = self._kept(question, same, f"marked_{number}")
            behind |= rows_behind(question, rows, same)
            figures = len(self.days.months) if question is self.months else len(question.moments)
            self._count(question, rows, same, results, behind, many=figures)
            if question is self.months and self.years.moments:
                own = "moment" in ROWS[same[0].rows](question).columns
                long = self._kept(self.years, same, f"years_{number}") if own else self._of_years(rows, number)
                behind |= rows_behind(self.years, long, same) if own else {}
                self._count(self.years, long, same, results, behind, many=len(self.years.moments), own=own)
        return results, behind

    def _kept(self, question: Question, same: Sequence[Measure], name: str) -> ir.Table:
        """The rows with their marks and cuts, kept in the store after each: all at once is too deep a question."""
        rows = self.store.put(f"figures_{name}", marked(question, tuple(same), cuts=()))
        for key in cuts_of(same):
            if column_of(key) not in rows.columns:
                rows = self.store.put(f"figures_{name}_{key}", with_cut(question, rows, CUTS[key]))
        return rows

    def _of_years(self, rows: ir.Table, number: int) -> ir.Table:
        """The rows of months, each beside every year that it is counted in."""
        asked = self.years.asked
        inside = [rows.counted_on >= asked.from_on, rows.counted_on <= asked.to_on]
        columns = [name for name in rows.columns if name != "moment"]
        long = rows.join(asked, inside).select(asked.moment, *(rows[name] for name in columns))
        return self.store.put(f"figures_years_{number}", long)

    def _count(
        self,
        question: Question,
        rows: ir.Table,
        same: Sequence[Measure],
        results: dict[str, list[Result]],
        behind: BehindAll,
        *,
        many: int,
        own: bool = False,
    ) -> None:
        """The first `many` moments have figures; those of the latest day and months are broken down further."""
        single = question is self.months
        narrow = [n for n in range(many) if question.moments[n].to_on in self.days.cut and not single]
        found = counted_at_once(question, rows, same, narrow=narrow)
        told = {(moment.from_on, moment.to_on) for moment in question.moments[:many]}
        for measure, groups in zip(same, found, strict=True):
            over = _over(behind) if measure is OVER else {}
            results[measure.key] += [
                one
                for one in self._results(question, measure, groups, narrow, over, own=own)
                if (one.figure.from_on, one.figure.to_on) in told
            ]

    def _results(
        self,
        question: Question,
        measure: Measure,
        groups: Groups,
        narrow: Sequence[int],
        over: dict[tuple[date, str], float],
        *,
        own: bool,
    ) -> Iterator[Result]:
        yield from (Result(measure, ALL, one, own_rows=own) for one in in_all(question, measure, groups))
        if TEAM in measure.breakdowns:
            yield from (Result(measure, ALL_TEAMS, one) for one in in_all(question, measure, groups, ALL_TEAMS))
            for one in by_cut(question, measure, groups, TEAM, range(len(question.moments))):
                yield Result(measure, TEAM, one, team_id=one.of("team_id") or "", label=one.of("team") or "")
        for key in measure.breakdowns:
            if key not in (TEAM, WORKER) and narrow:
                for one in by_cut(question, measure, groups, key, narrow):
                    yield Result(measure, key, one, cut=one.of(f"{key}_code") or "", label=one.of(key) or "")
        if WORKER in measure.breakdowns and narrow:
            for one in by_cut(question, measure, groups, WORKER, narrow):
                worker = one.of("worker") or ""
                yield Result(measure, WORKER, one, worker_id=worker, adds=over.get((one.to_on, worker)))
            if TEAM in measure.breakdowns:
                for one, team, worker in by_team_and_worker(question, measure, groups):
                    yield Result(measure, TEAM_AND_WORKER, one, team, worker, adds=over.get((one.to_on, worker)))


def _over(behind: BehindAll) -> dict[tuple[date, str], float]:
    """By how many cases each worker is over target on each day."""
    return {
        (moment.to_on, row["worker_id"]): row["adds_max"]
        for (measure, moment), rows in behind.items()
        if measure == OVER.key
        for row in rows.group_by("worker_id").aggregate([("adds", "max")]).to_pylist()
    }
