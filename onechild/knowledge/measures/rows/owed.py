"""Duties that are owed at each moment, by the clocks a measure names: which are late, and which are too new to be."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question


def owed(question: Question, *clocks: str) -> ir.Table:
    """This function will return the duties of the clocks that stand open at the end of each moment.

    Columns: moment, row_id, child_id (null where the duty is about no child), subject_id, clock, spell_id, started_on,
    due_on, late, too_new. Due by the end of the day is not late. Too new: the first of its spell, and not yet due.
    """
    name = f"owed_{'_'.join(clocks)}".replace("-", "_")
    return question.keep(name, lambda: _owed(question, clocks))


def _owed(question: Question, clocks: tuple[str, ...]) -> ir.Table:
    moments = question.asked.select("moment", "to_on")
    duties = question.table("obligations").filter(_.clock.isin(clocks))
    over = ibis.least(duties.met_on.fill_null(FOREVER), duties.ended_on.fill_null(FOREVER))
    duties = duties.mutate(over_on=over)
    standing = moments.join(duties, [duties.started_on <= moments.to_on, duties.over_on > moments.to_on])
    # Where a duty ran in hours, its moment is past by the end of the day.
    late = ibis.ifelse(standing.due_at.notnull(), standing.due_on <= standing.to_on, standing.due_on < standing.to_on)
    name = standing.clock + "/" + standing.subject_id + "/" + standing.spell_id
    rows = standing.mutate(row_id=name + "/" + standing.sequence.cast("string"), late=late)
    columns = ("moment", "row_id", "child_id", "subject_id", "clock", "spell_id", "started_on", "due_on", "late")
    return rows.select(*columns, too_new=(rows.sequence == 1) & ~rows.late)
