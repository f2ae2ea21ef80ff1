"""Draws the rows that a measure counts, each at its moment, marked as counted or not, with its team if asked."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.model import Basis, Measure
from onechild.knowledge.measures.question import FOREVER, Question, whole
from onechild.knowledge.measures.rows.register import ROWS


def drawn(question: Question, measure: Measure, *, teamed: bool = False, caseholding: bool = False) -> ir.Table:
    """The rows of the denominator: moment, row_id, child_id, counted_on, counted (1 or 0), and what else they carry.

    `teamed` adds team_id where the rows have none of their own: the team of the child's open lead allocation on the
    day counted. `caseholding` keeps the rows of teams that hold cases.
    """
    rows = placed(question, measure, teamed=teamed or caseholding)
    if measure.out_of is not None:
        rows = rows.filter(measure.out_of)
    rows = rows.mutate(counted=ibis.ifelse(_flag(rows, measure.counts), 1, 0))
    return rows.semi_join(question.caseholding, ["moment", "team_id"]) if caseholding else rows


def marked(question: Question, measures: tuple[Measure, ...]) -> ir.Table:
    """All rows of measures that count the same rows, with marks for each of them in turn.

    Columns: moment, row_id, child_id, worker_id, team_id, counted_on; then, for the first measure, in_0 (whether it
    is in the denominator), yes_0 (and in the numerator) and adds_0 (the number it adds to a sum); and so on.
    """
    rows = placed(question, measures[0], teamed=True)
    marks: dict[str, ir.Value] = {}
    for number, measure in enumerate(measures):
        adds = measure.adds if measure.per is None else measure.per.adds
        inside, yes = _flag(rows, measure.out_of), _flag(rows, measure.counts)
        marks |= {f"in_{number}": inside, f"yes_{number}": inside & yes}
        marks[f"adds_{number}"] = whole(1) if adds is None else rows.bind(adds)[0]
    worker = rows["worker_id"] if "worker_id" in rows.columns else ibis.null("string")
    return rows.select("moment", "row_id", "child_id", "team_id", "counted_on", worker_id=worker, **marks).distinct()


def placed(question: Question, measure: Measure, *, teamed: bool) -> ir.Table:
    """The rows that a measure may count, each with its moment and the day it is counted on."""
    rows = ROWS[measure.rows](question)
    if measure.basis is Basis.PERIOD:
        asked = question.asked
        inside = [rows[measure.counted_on] >= asked.from_on, rows[measure.counted_on] <= asked.to_on]
        rows = rows.join(asked, inside).mutate(counted_on=_[measure.counted_on]).drop("from_on", "to_on")
    else:
        rows = rows.inner_join(question.asked.select("moment", counted_on="to_on"), "moment")
    return _with_team(question, rows) if teamed and "team_id" not in rows.columns else rows


def _flag(rows: ir.Table, condition: object) -> ir.BooleanValue:
    """A condition as yes or no: none stated is yes, and one that cannot be known is no."""
    return ibis.literal(True) if condition is None else rows.bind(condition)[0].fill_null(False)


def _with_team(question: Question, rows: ir.Table) -> ir.Table:
    """Of two open lead allocations the one with a worker stands, then the later."""
    spells = question.table("allocations").filter(_.role == "lead")
    spells = spells.select(
        "child_id", "team_id", "worker_id", "allocation_id", "started_on", ended_on=_.ended_on.fill_null(FOREVER)
    )
    each = rows[["moment", "row_id", "child_id", "counted_on"]].distinct()
    held = each.join(
        spells,
        [
            each.child_id == spells.child_id,
            spells.started_on <= each.counted_on,
            spells.ended_on > each.counted_on,
        ],
    )
    waits = ibis.ifelse(held.worker_id.isnull(), 1, 0)
    first = ibis.row_number().over(
        group_by=[held.moment, held.row_id],
        order_by=[waits, held.started_on.desc(), held.allocation_id.desc()],
    )
    teams = held.mutate(place=first).filter(_.place == 0)[["moment", "row_id", "team_id"]]
    return rows.left_join(teams, ["moment", "row_id"]).drop("moment_right", "row_id_right")
