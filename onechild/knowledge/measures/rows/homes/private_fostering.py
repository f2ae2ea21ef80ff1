"""Private fostering arrangements at each moment, and whether the visits they are owed are on time."""

from __future__ import annotations

import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.private_fostering import FIRST_VISIT, VISIT
from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.owed import owed


def private_fostering(question: Question) -> ir.Table:
    """Open arrangements that the council knows of: moment, row_id, child_id, late, too_new.

    Late: the first visit or the next one is. Too new: neither has fallen due yet, and none has been made.
    """

    def draw() -> ir.Table:
        duties = owed(question, FIRST_VISIT.key, VISIT.key)
        rows = duties.group_by(["moment", "child_id", "spell_id"]).agg(
            late=duties.count(where=duties.late) > 0,
            made=duties.count(where=~duties.late & ~duties.too_new),
        )
        return rows.select("moment", "child_id", "late", row_id=_.spell_id, too_new=~rows.late & (rows.made == 0))

    return question.keep("private_fostering_visits", draw)
