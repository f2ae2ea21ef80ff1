"""Draws the rows that measures count, each at its moment, marked as counted or not, with what they are cut by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

import ibis
import ibis.expr.types as ir

from onechild.knowledge.measures.cuts import CUTS
from onechild.knowledge.measures.cutting.joining import column_of, with_cut
from onechild.knowledge.measures.model import Basis, Measure
from onechild.knowledge.measures.question import Question, whole
from onechild.knowledge.measures.rows.register import ROWS


def alike(measures: Iterable[Measure]) -> list[tuple[Measure, ...]]:
    """Measures that count the same rows on the same day, together: their rows are drawn once for all of them."""
    found: dict[tuple[str, str, Basis], list[Measure]] = defaultdict(list)
    for measure in measures:
        found[measure.rows, measure.counted_on, measure.basis].append(measure)
    return [tuple(together) for together in found.values()]


def marked(
    question: Question, measures: tuple[Measure, ...], *, cuts: Iterable[str] = ("team",), caseholding: bool = False
) -> ir.Table:
    """All rows of measures that are `alike`, with the columns of the cuts, and marks for each measure in turn.

    Columns: all that the rows carry, with moment, row_id, child_id, counted_on; then, for the first measure, in_0
    (whether it is in the denominator), yes_0 (and in the numerator), adds_0 (the number it adds to a sum) and base_0
    (the number it adds to the denominator of a RATIO of two sums); and so on. `caseholding` keeps the rows of teams
    that hold cases.
    """
    rows = placed(question, measures[0], cuts=(*cuts, *(("team",) if caseholding else ())))
    marks: dict[str, ir.Value] = {}
    for number, measure in enumerate(measures):
        inside, yes = _flag(rows, measure.out_of), _flag(rows, measure.counts)
        marks |= {f"in_{number}": inside, f"yes_{number}": inside & yes, f"adds_{number}": _adds(rows, measure)}
        marks[f"base_{number}"] = _base(rows, measure)
    rows = rows.mutate(**marks)
    return rows.semi_join(question.caseholding, ["moment", "team_id"]) if caseholding else rows


def placed(question: Question, measure: Measure, *, cuts: Iterable[str] = ()) -> ir.Table:
    """The rows that a measure may count, each with its moment, the day it is counted on, and the columns of cuts."""
    wanted = tuple(dict.fromkeys(cuts))
    missing = tuple(key for key in wanted if column_of(key) not in ROWS[measure.rows](question).columns)
    if measure.basis is Basis.AS_AT and not missing:
        return _placed(question, measure, ())  # the rows themselves, each beside its day: nothing worth keeping
    # Spark takes letters, digits and underscores for the name of a view, and nothing else.
    name = re.sub(r"\W+", "_", f"placed_{measure.rows}_{measure.counted_on}_{'_'.join(missing)}")
    return question.keep(name, lambda: _placed(question, measure, missing))


def _placed(question: Question, measure: Measure, cuts: Iterable[str]) -> ir.Table:
    rows = ROWS[measure.rows](question)
    if measure.basis is Basis.PERIOD and "moment" in rows.columns:
        # Drawn for each period already, as the last time in it that a child left care.
        rows = rows.mutate(counted_on=rows[measure.counted_on])
    elif measure.basis is Basis.PERIOD:
        asked = question.asked
        inside = [rows[measure.counted_on] >= asked.from_on, rows[measure.counted_on] <= asked.to_on]
        rows = rows.join(asked, inside).mutate(counted_on=rows[measure.counted_on]).drop("from_on", "to_on")
    else:
        rows = rows.drop("to_on") if "to_on" in rows.columns else rows
        rows = rows.inner_join(question.asked.select("moment", counted_on="to_on"), "moment")
    if "child_id" not in rows.columns:
        rows = rows.mutate(child_id=ibis.null("string"))
    for key in cuts:
        rows = with_cut(question, rows, CUTS[key])
    return rows


def _adds(rows: ir.Table, measure: Measure) -> ir.Value:
    """The measure's own number; of a RATIO without one, what its denominator adds; 1 where there is neither."""
    adds = measure.adds if measure.adds is not None or measure.per is None else measure.per.adds
    return _number(rows, adds)


def _base(rows: ir.Table, measure: Measure) -> ir.Value:
    return _number(rows, measure.per.adds if measure.per else None)


def _number(rows: ir.Table, adds: object) -> ir.Value:
    return whole(1) if adds is None else rows.bind(adds)[0].cast("float64")


def _flag(rows: ir.Table, condition: object) -> ir.BooleanValue:
    """A condition as yes or no: none stated is yes, and one that cannot be known is no."""
    return ibis.literal(True) if condition is None else rows.bind(condition)[0].fill_null(False)
