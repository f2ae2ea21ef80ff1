"""Counts every measure at every day: one question for the days and one for the months, each counted by the engine."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from onechild.errors import CannotProceed
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures import caseload
from onechild.knowledge.measures.behind import Behind
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.drawing import marked
from onechild.knowledge.measures.engine import counted_by, figures
from onechild.knowledge.measures.filling import Counts
from onechild.knowledge.measures.model import Basis, By, Figure, Measure
from onechild.knowledge.measures.question import Question, moments_of
from onechild.service.exchange.figures.days import Days

ALL, ALL_TEAMS, TEAM, WORKER, TEAM_AND_WORKER = "", "all teams", "team", "worker", "team and worker"
LISTED = ("child_id", "worker_id", "team_id", "counted_on", "counted", "adds")


@dataclass(frozen=True)
class Result:
    """One figure of a measure at a moment, with what it is broken down by."""

    measure: Measure
    by: str
    figure: Figure
    team_id: str = ""
    worker_id: str = ""
    label: str = ""
    adds: float | None = None


@dataclass(frozen=True)
class Counting:
    """Every measure of a store at the days and months; what a store can't tell is left out."""

    store: Store
    days: Days

    @cached_property
    def as_at(self) -> Question:
        """The question of the days, the latest first."""
        return Question(self.store, moments_of(as_ats=self.days.as_ats))

    @cached_property
    def months(self) -> Question:
        """The question of the months, the newest first."""
        return Question(self.store, moments_of(periods=self.days.months))

    def question(self, measure: Measure) -> Question:
        """The question that a measure is asked in."""
        return self.as_at if measure.basis is Basis.AS_AT else self.months

    @cached_property
    def measures(self) -> list[Measure]:
        """The measures that the record can tell: their clocks have what they need."""
        return [measure for measure in MEASURES.values() if self._can(measure)]

    def _can(self, measure: Measure) -> bool:
        try:
            self.question(measure).refuse_what_cannot_be_counted(measure)
        except CannotProceed:
            return False
        return bool(self.question(measure).moments)

    @cached_property
    def results(self) -> list[Result]:
        """Every figure, in the order of measures."""
        return [result for measure in self.measures for result in self._of(measure)]

    def _of(self, measure: Measure) -> Iterator[Result]:
        question = self.question(measure)
        yield from (Result(measure, ALL, one) for one in self.asked(measure))
        yield from (Result(measure, ALL_TEAMS, one) for one in self.asked(measure, caseholding=True))
        for one in self.asked(measure, by="team"):
            yield Result(measure, TEAM, one, team_id=one.of("team_id") or "", label=one.of("team") or "")
        if "worker" in measure.breakdowns:
            over = self._over(measure)
            for one in figures(question, measure, by="worker"):
                worker = one.of("worker") or ""
                yield Result(measure, WORKER, one, worker_id=worker, adds=over.get((one.to_on, worker)))
            found = counted_by(question, measure, "team_id", "worker_id")
            for (moment, team, worker), counts in sorted(found.items(), key=lambda item: tuple(map(str, item[0]))):
                one = _figure(measure, question, moment, counts)
                yield Result(
                    measure, TEAM_AND_WORKER, one, team or "", worker or "", adds=over.get((one.to_on, worker))
                )

    def asked(self, measure: Measure, *, by: By | None = None, caseholding: bool = False) -> list[Figure]:
        """The figures of a measure at every moment; asked of the engine once."""
        key = (measure.key, by, caseholding)
        if key not in self._kept:
            self._kept[key] = figures(self.question(measure), measure, by=by, caseholding=caseholding)
        return self._kept[key]

    @cached_property
    def _kept(self) -> dict[tuple[str, By | None, bool], list[Figure]]:
        return {}

    @cached_property
    def behind(self) -> dict[str, pa.Table]:
        """The rows behind each measure by its key: moment, child_id, worker_id, team_id, counted_on, counted, adds.

        Measures of the same rows are drawn together. Rows are in an order of their own, so that two workings-out of the
        same record give the same bytes.
        """
        alike: dict[Any, list[Measure]] = defaultdict(list)
        for measure in self.measures:
            alike[measure.rows, measure.counted_on, measure.basis].append(measure)
        found = {}
        for together in alike.values():
            rows = marked(self.question(together[0]), tuple(together)).to_pyarrow()
            for number, measure in enumerate(together):
                found[measure.key] = _listed(rows, number)
        return found

    def over_target(self, moment: int) -> list[Behind]:
        """The rows of workers over target at a moment, for the table of how far over."""
        rows = self.behind[caseload.WORKERS_OVER_TARGET.key]
        kept = rows.filter(pc.and_(pc.equal(rows["moment"], moment), rows["counted"])).to_pylist()
        return [
            Behind(1, "", row["child_id"], row["worker_id"], row["team_id"], row["counted_on"], True, row["adds"])
            for row in kept
        ]

    def _over(self, measure: Measure) -> dict[tuple[date, str], float]:
        if measure is not caseload.WORKERS_OVER_TARGET:
            return {}
        rows = self.behind[measure.key].group_by(["moment", "worker_id"]).aggregate([("adds", "max")]).to_pylist()
        days = [moment.to_on for moment in self.as_at.moments]
        return {(days[row["moment"]], row["worker_id"]): row["adds_max"] for row in rows}


def _figure(measure: Measure, question: Question, moment: int, counts: Counts) -> Figure:
    at = question.moments[moment]
    whole = counts.denominator
    numerator = round(float(counts.numerator or 0), 6)
    value = numerator if measure.shape.value == "count" else numerator / whole if whole else None
    return Figure(at.from_on, at.to_on, numerator, whole, value)


def _listed(rows: pa.Table, number: int) -> pa.Table:
    inside = rows.filter(rows[f"in_{number}"])
    table = pa.table(
        {
            "moment": inside["moment"],
            "child_id": inside["child_id"],
            "worker_id": pc.fill_null(inside["worker_id"].cast(pa.string()), ""),
            "team_id": pc.fill_null(inside["team_id"].cast(pa.string()), ""),
            "counted_on": inside["counted_on"],
            "counted": inside[f"yes_{number}"],
            "adds": pc.round(inside[f"adds_{number}"].cast(pa.float64()), 6),
        }
    )
    return table.sort_by([(name, "ascending") for name in ("moment", *LISTED)])
