"""The children behind a figure, and the figure added up again from those very children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from onechild.knowledge.measures.drawing import marked
from onechild.knowledge.measures.filling import GROUPED_ON, Counts, filled
from onechild.knowledge.measures.model import By, Figure, Measure, Shape
from onechild.knowledge.measures.question import Question


@dataclass(frozen=True, slots=True)
class Behind:
    """One row behind a figure's denominator: whose it is, whether the numerator counts it, and what it adds to a sum.

    `moment` numbers the moments of the question from 0.
    """

    moment: int
    row_id: str
    child_id: str
    worker_id: str | None
    team_id: str | None
    counted_on: date
    counted: bool
    adds: float | None


def behind(question: Question, *measures: Measure) -> dict[str, list[Behind]]:
    """The rows behind each measure, by its key, in the order of moment, team, worker, child.

    Measures that count the same rows are read together, in one query.
    """
    for measure in measures:
        question.refuse_what_cannot_be_counted(measure)
    alike = defaultdict(list)
    for measure in measures:
        alike[measure.rows, measure.counted_on, measure.basis].append(measure)
    found: dict[str, list[Behind]] = {}
    for together in alike.values():
        rows = marked(question, tuple(together)).to_pyarrow().to_pylist()
        rows.sort(key=lambda row: (row["moment"], *(row[name] or "" for name in ORDER)))
        found |= {measure.key: _of(rows, number) for number, measure in enumerate(together)}
    return found


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
    return filled(question, measure, {key: _counts(measure, group) for key, group in groups.items()}, by=by)


def _of(rows: list[dict[str, Any]], number: int) -> list[Behind]:
    inside, yes, adds = f"in_{number}", f"yes_{number}", f"adds_{number}"
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
        )
        for row in rows
        if row[inside]
    ]


def _counts(measure: Measure, rows: list[Behind]) -> Counts:
    units = {getattr(row, measure.unit) for row in rows}
    counted = {getattr(row, measure.unit) for row in rows if row.counted}
    if measure.per:
        return Counts(len(counted), _sum({getattr(row, measure.per.unit): row.adds for row in rows}))
    if measure.shape is Shape.MEAN:
        return Counts(_sum({getattr(row, measure.unit): row.adds for row in rows}), len(units))
    return Counts(len(counted), len(units))


def _sum(adds: dict[str, float | None]) -> float | None:
    known = [number for number in adds.values() if number is not None]
    return sum(known) if len(known) == len(adds) else None
