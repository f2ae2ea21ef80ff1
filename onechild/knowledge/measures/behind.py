"""The children behind a figure, and the figure added up again from those very children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

import ibis
import ibis.expr.types as ir

from onechild.knowledge.measures.drawing import alike, marked
from onechild.knowledge.measures.filling import GROUPED_ON, Counts, filled
from onechild.knowledge.measures.model import By, Figure, Measure, Shape
from onechild.knowledge.measures.population import population_at
from onechild.knowledge.measures.question import Question


@dataclass(frozen=True, slots=True)
class Behind:
    """One row behind a figure's denominator: whose it is, whether the numerator counts it, and what it adds to a sum.

    `base` is what it adds to the denominator, in a RATIO of two sums. `moment` numbers the moments from 0.
    """

    moment: int
    row_id: str
    child_id: str | None
    worker_id: str | None
    team_id: str | None
    counted_on: date
    counted: bool
    adds: float | None
    base: float | None = None


def behind(question: Question, *measures: Measure) -> dict[str, list[Behind]]:
    """The rows behind each measure, by its key, in the order of moment, team, worker, child.

    Measures that count the same rows are read together, in one query.
    """
    for measure in measures:
        question.refuse_what_cannot_be_counted(measure)
    found: dict[str, list[Behind]] = {}
    for together in alike(measures):
        rows = listed(question, together).to_pyarrow().to_pylist()
        rows.sort(key=lambda row: (row["moment"], *(row[name] or "" for name in ORDER)))
        found |= {measure.key: _of(rows, number, measure) for number, measure in enumerate(together)}
    return found


def listed(question: Question, measures: tuple[Measure, ...]) -> ir.Table:
    """The rows of measures that are alike, each once: moment, row_id, child_id, worker_id, team_id, counted_on, marks.

    The team is that of the rows, or of the child on the day counted.
    """
    rows = marked(question, measures, cuts=_cuts(measures))
    worker = rows["worker_id"] if "worker_id" in rows.columns else ibis.null("string")
    team = rows["team_id"] if "team_id" in rows.columns else ibis.null("string")
    marks = [f"{mark}_{number}" for number in range(len(measures)) for mark in ("in", "yes", "adds", "base")]
    return rows.select("moment", "row_id", "child_id", "counted_on", *marks, worker_id=worker, team_id=team).distinct()


def _cuts(measures: tuple[Measure, ...]) -> tuple[str, ...]:
    """Rows of children have a team; rows of households, complaints and others need have none."""
    return ("team",) if any("team" in measure.breakdowns for measure in measures) else ()


ORDER = ("team_id", "worker_id", "child_id", "row_id")


def tally(
    question: Question, measure: Measure, rows: Iterable[Behind], *, by: By | None = None, caseholding: bool = False
) -> list[Figure]:
    """Add up a measure from the rows behind it: the same figures as the engine's, for pages that show both."""
    teams = {(n, team) for n, moment in enumerate(question.moments) for team in question.caseholding_teams(moment)}
    groups: dict[tuple[Any, ...], list[Behind]] = defaultdict(list)
    for row in rows:
        if not caseholding or (row.moment, row.team_id) in teams:
            groups[(row.moment, *([getattr(row, GROUPED_ON[by])] if by else []))].append(row)
    counts = {
        key: _counts(measure, group, population_at(question, measure, key[0]) if by is None else None)
        for key, group in groups.items()
    }
    return filled(question, measure, counts, by=by)


def _of(rows: list[dict[str, Any]], number: int, measure: Measure) -> list[Behind]:
    inside, yes, adds, base = (f"{mark}_{number}" for mark in ("in", "yes", "adds", "base"))
    return [
        Behind(
            moment=row["moment"],
            row_id=row["row_id"],
            child_id=row["child_id"],
            worker_id=row["worker_id"],
            team_id=row["team_id"],
            counted_on=row["counted_on"],
            counted=row[yes],
            adds=row[adds],
            base=row[base] if measure.two_sums else None,
        )
        for row in rows
        if row[inside]
    ]


def _counts(measure: Measure, rows: list[Behind], population: float | None) -> Counts:
    units = {getattr(row, measure.unit) for row in rows}
    counted = {getattr(row, measure.unit) for row in rows if row.counted}
    each = {getattr(row, measure.unit): row.adds for row in rows}
    if measure.per and measure.two_sums:
        return Counts(_sum(each), _sum({getattr(row, measure.per.unit): row.base for row in rows}))
    if measure.per:
        return Counts(len(counted), _sum({getattr(row, measure.per.unit): row.adds for row in rows}))
    if measure.shape is Shape.MEAN:
        return Counts(_sum(each), len(units))
    if measure.shape is Shape.SUM:
        return Counts(_sum(each), None)
    if measure.shape is Shape.MEDIAN:
        known = [number for number in each.values() if number is not None]
        return Counts(len(known), len(known), median(known)) if known else Counts(0, 0)
    if measure.shape is Shape.RATE:
        return Counts(len(counted), population)
    return Counts(len(counted), len(units))


def _sum(adds: dict[str, float | None]) -> float | None:
    known = [number for number in adds.values() if number is not None]
    return sum(known) if len(known) == len(adds) else None
