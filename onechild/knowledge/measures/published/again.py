"""Counts a published figure again over a store, and says whether it is the same to the child."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.behind import Behind, behind
from onechild.knowledge.measures.engine import figures
from onechild.knowledge.measures.model import Figure, Measure
from onechild.knowledge.measures.preparing import prepare
from onechild.knowledge.measures.question import Moment, Question


@dataclass(frozen=True, order=True)
class Row:
    """One row behind a figure, as it is kept: unknown texts are empty, numbers are rounded to the millionth."""

    row_id: str
    child_id: str
    worker_id: str
    team_id: str
    counted_on: date
    counted: bool
    adds: float


@dataclass(frozen=True)
class Again:
    """A figure counted again: in all, by its groups, and the rows behind it in their order."""

    whole: Figure
    groups: tuple[Figure, ...]
    rows: tuple[Row, ...]


def count_again(store: Store, measure: Measure, when: Moment, *, by: str = "") -> Again:
    """Count a measure at a moment over a store that has no clocks yet; CannotProceed where it can't be counted."""
    prepare(store, [measure])
    question = Question(store, (when,))
    [whole] = figures(question, measure)
    groups = tuple(figures(question, measure, by=by)) if by else ()
    return Again(whole, groups, as_rows(behind(question, measure)[measure.key]))


def as_rows(found: Iterable[Behind]) -> tuple[Row, ...]:
    """This function will return rows behind a figure as they are kept, in their order."""
    return tuple(
        sorted(
            Row(
                row_id=row.row_id or "",
                child_id=row.child_id or "",
                worker_id=row.worker_id or "",
                team_id=row.team_id or "",
                counted_on=row.counted_on,
                counted=bool(row.counted),
                adds=number(row.adds),
            )
            for row in found
        )
    )


def number(adds: float | None) -> float:
    """A number to the millionth; an unknown one stands before every known one."""
    return float("-inf") if adds is None else round(float(adds), 6)


def same_figure(told: Sequence[float | None], again: Figure) -> bool:
    """Whether numerator, denominator and value are those that were told, to the millionth."""
    found = (again.numerator, again.denominator, again.value)
    return all(_same(one, other) for one, other in zip(told, found, strict=True))


def _same(one: float | None, other: float | None) -> bool:
    return one is other if one is None or other is None else abs(one - other) < 0.000001
