"""Asks measures of a store: figures with numerator and denominator, counted by the engine at any size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import ibis.expr.types as ir

from onechild.errors import CannotProceed
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.behind import Behind, behind
from onechild.knowledge.measures.counting import counted
from onechild.knowledge.measures.cuts import cut
from onechild.knowledge.measures.cutting.joining import column_of
from onechild.knowledge.measures.drawing import alike, marked
from onechild.knowledge.measures.filling import Counts, filled
from onechild.knowledge.measures.model import By, Figure, Measure
from onechild.knowledge.measures.question import Question, moments_of


def calculate(
    store: Store,
    measure: Measure,
    *,
    as_ats: Sequence[date] = (),
    periods: Sequence[tuple[date, date]] = (),
    by: By | None = None,
    target: float | None = None,
) -> list[Figure]:
    """Count a measure at each day or over each period in one go, in all or by a cut.

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
    return together(question, [measure], by=by, caseholding=caseholding)[measure.key]


def together(
    question: Question, measures: Iterable[Measure], *, by: By | None = None, caseholding: bool = False
) -> dict[str, list[Figure]]:
    """The figures of many measures by their keys: those that count the same rows are counted in one query."""
    measures = list(measures)
    for measure in measures:
        question.refuse_what_cannot_be_counted(measure)
        _refuse_cut(measure, by)
    cuts = (by,) if by else ()
    grouped = ["moment", *(column_of(key) for key in cuts)]
    found: dict[str, list[Figure]] = {}
    for same in alike(measures):
        rows = marked(question, same, cuts=cuts, caseholding=caseholding)
        for measure, counts in zip(same, counted(question, rows, same, grouped), strict=True):
            found[measure.key] = filled(question, measure, counts, by=by)
    return found


def counted_by(question: Question, measure: Measure, *columns: str) -> dict[tuple[Any, ...], Counts]:
    """Count a measure at each moment by columns that its rows carry, such as team and worker at once.

    Keys are the number of the moment, then the columns' values in their order.
    """
    question.refuse_what_cannot_be_counted(measure)
    cuts = tuple(key for key in ("team", "worker") if column_of(key) in columns)
    rows: ir.Table = marked(question, (measure,), cuts=cuts)
    return counted(question, rows, (measure,), ["moment", *columns])[0]


def _refuse_cut(measure: Measure, by: By | None) -> None:
    if by is None:
        return
    cut(by)
    if by not in measure.breakdowns:
        known = " or ".join(measure.breakdowns) or "nothing"
        raise CannotProceed(f"the measure {measure.key} can be broken down by {known}, not by {by}")
