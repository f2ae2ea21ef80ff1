"""The rows behind measures that are alike, read once and cut by measure and moment."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.question import Moment, Question
from onechild.knowledge.measures.rows.register import ROWS

COLUMNS = ("row_id", "child_id", "worker_id", "team_id", "counted_on", "counted", "adds", "base")


def rows_behind(question: Question, rows: ir.Table, measures: Sequence[Measure]) -> dict[tuple[str, Moment], pa.Table]:
    """This function will return the rows of each measure and moment, with the columns of COLUMNS, in their order.

    `rows` are marked for the measures in turn. The worker is that of the rows themselves, where they have one.
    """
    own = ROWS[measures[0].rows](question).columns
    nothing = ibis.null("string")
    worker = rows["worker_id"] if "worker_id" in own else nothing
    team = rows["team_id"] if "team_id" in rows.columns else nothing
    marks = [name for name in rows.columns if name.rstrip("0123456789") in ("in_", "yes_", "adds_", "base_")]
    kept = rows.select("moment", "row_id", "child_id", "counted_on", *marks, worker_id=worker, team_id=team)
    table = kept.distinct().to_pyarrow()
    return {
        (measure.key, moment): cut
        for number, measure in enumerate(measures)
        for moment, cut in _cut(question, _marked(question, table, number))
    }


def _marked(question: Question, rows: pa.Table, number: int) -> pa.Table:
    """The rows of one measure; a row that says no day is taken as counted on the last."""
    inside = rows.filter(rows[f"in_{number}"])
    last = pa.array([moment.to_on for moment in question.moments], pa.date32())
    base = f"base_{number}"
    known = inside[base].cast(pa.float64()) if base in inside.column_names else pa.nulls(len(inside), pa.float64())
    table = pa.table(
        {
            "moment": inside["moment"],
            "row_id": _text(inside["row_id"]),
            "child_id": inside["child_id"].cast(pa.string()),
            "worker_id": _text(inside["worker_id"]),
            "team_id": _text(inside["team_id"]),
            "counted_on": pc.coalesce(inside["counted_on"].cast(pa.date32()), pc.take(last, inside["moment"])),
            "counted": inside[f"yes_{number}"],
            "adds": pc.round(inside[f"adds_{number}"].cast(pa.float64()), 6),
            "base": pc.round(known, 6),
        }
    )
    return table.sort_by([(name, "ascending") for name in ("moment", *COLUMNS)])


def _cut(question: Question, rows: pa.Table) -> list[tuple[Moment, pa.Table]]:
    counts = rows.group_by("moment").aggregate([("moment", "count")]).to_pylist()
    lengths = {row["moment"]: row["moment_count"] for row in counts}
    start, found = 0, []
    for number, moment in enumerate(question.moments):
        length = lengths.get(number, 0)
        found.append((moment, rows.slice(start, length).select(COLUMNS)))
        start += length
    return found


def _text(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.fill_null(column.cast(pa.string()), "")
