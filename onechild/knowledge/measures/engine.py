"""Asks measures of a store: figures with numerator and denominator, counted by the engine at any size."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import ibis.expr.types as ir
from ibis import _

from onechild.errors import CannotProceed
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.behind import Behind, behind
from onechild.knowledge.measures.drawing import drawn
from onechild.knowledge.measures.filling import GROUPED_ON, Counts, filled
from onechild.knowledge.measures.model import By, Figure, Measure, Per, Shape
from onechild.knowledge.measures.question import Question, moments_of, whole


def calculate(
    store: Store,
    measure: Measure,
    *,
    as_ats: Sequence[date] = (),
    periods: Sequence[tuple[date, date]] = (),
    by: By | None = None,
    target: float | None = None,
) -> list[Figure]:
    """Count a measure at each day or over each period in one go, in all or by team or worker.

    A measure read from the clocks needs `clocks.building.build(store)` first. This function will raise CannotProceed
    where the measure is counted the other way (as at, or over a period) or cannot be broken down so.
    """
    return figures(Question(store, moments_of(as_ats=as_ats, periods=periods), target), measure, by=by)


def who(
    store: Store,
    measure: Measure,
    *,
    as_ats: Sequence[date] = (),
    periods: Sequence[tuple[date, date]] = (),
    target: float | None = None,
) -> list[Behind]:
    """Name the rows of the denominator, each with its child (and worker and team), and whether it was counted.

    This function will raise CannotProceed where the measure is counted the other way.
    """
    question = Question(store, moments_of(as_ats=as_ats, periods=periods), target)
    return behind(question, measure)[measure.key]


def figures(question: Question, measure: Measure, *, by: By | None = None, caseholding: bool = False) -> list[Figure]:
    """The figures of one measure for a question whose rows are drawn once for all the measures asked.

    `caseholding` counts only what lies with the teams that hold cases.
    """
    question.refuse_what_cannot_be_counted(measure)
    if by and by not in measure.breakdowns:
        known = " or ".join(measure.breakdowns) or "nothing"
        raise CannotProceed(f"the measure {measure.key} can be broken down by {known}, not by {by}")
    rows = drawn(question, measure, teamed=by == "team", caseholding=caseholding)
    grouped = ["moment", *([GROUPED_ON[by]] if by else [])]
    return filled(question, measure, _counted(rows, measure, grouped), by=by)


def counted_by(question: Question, measure: Measure, *columns: str) -> dict[tuple[Any, ...], Counts]:
    """Count a measure at each moment by columns that its rows carry, such as team and worker at once.

    Keys are the number of the moment, then the columns' values in their order.
    """
    question.refuse_what_cannot_be_counted(measure)
    return _counted(drawn(question, measure, teamed="team_id" in columns), measure, ["moment", *columns])


def _counted(rows: ir.Table, measure: Measure, grouped: list[str]) -> dict[tuple[Any, ...], Counts]:
    """Numerator and denominator of each moment and group; a distinct unit counts once, however many rows it has."""
    adds = whole(0) if measure.adds is None else measure.adds
    units = rows.mutate(adds=adds).group_by(_once(*grouped, measure.unit))
    units = units.agg(counted=_.counted.max(), adds=_.adds.max())
    sums = units.group_by(grouped).agg(counted=_.count(where=_.counted == 1), units=_.count(), adds=_.adds.sum())
    outs = _denominators(rows, measure.per, grouped) if measure.per else {}
    counts = {}
    for row in sums.to_pyarrow().to_pylist():
        key = tuple(row[name] for name in grouped)
        numerator = row["adds"] if measure.shape is Shape.MEAN else row["counted"]
        counts[key] = Counts(numerator, outs.get(key) if measure.per else row["units"])
    return counts


def _denominators(rows: ir.Table, per: Per, grouped: list[str]) -> dict[tuple[Any, ...], float | None]:
    adds = whole(1) if per.adds is None else per.adds
    units = rows.mutate(adds=adds).group_by(_once(*grouped, per.unit)).agg(adds=_.adds.max())
    found = units.group_by(grouped).agg(units=_.count(), known=_.adds.count(), adds=_.adds.sum()).to_pyarrow()
    return {
        tuple(row[name] for name in grouped): row["adds"] if row["known"] == row["units"] else None
        for row in found.to_pylist()
    }


def _once(*names: str) -> list[str]:
    """Names without repeats: workers broken down by worker are grouped on one column, not two."""
    return list(dict.fromkeys(names))
