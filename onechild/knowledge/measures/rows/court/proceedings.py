"""Applications for a care or supervision order, and whether the proceedings ended within the limit."""

from __future__ import annotations

import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.court import FIRST_TIME
from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.court.before import SECTION_31
from onechild.knowledge.measures.rows.reach import with_reach
from onechild.knowledge.workdays.lengths import Length


def limit() -> Length:
    """The time that the law gives care proceedings, counted with the day of issue as day 1."""
    length = FIRST_TIME.rules[-1].lengths[-1]
    if not isinstance(length, Length):
        raise TypeError("the law itself sets how long care proceedings may last; no council's setting can")
    return length


def care_proceedings(question: Question) -> ir.Table:
    """Proceedings for a care or supervision order, or for what is not said, one row a child.

    Columns: row_id, child_id, issued_on, concluded_on, limit_on (the last day in time), in_time.
    """

    def draw() -> ir.Table:
        rows = question.table("proceedings").filter(_.application.isnull() | _.application.isin(SECTION_31))
        rows = rows.select("child_id", row_id=_.proceedings_id, issued_on=_.started_on, concluded_on=_.ended_on)
        rows = with_reach(question, rows, "issued_on", limit(), name="limit_on")
        return rows.mutate(in_time=(rows.concluded_on <= rows.limit_on).fill_null(False))

    return question.keep("care_proceedings", draw)
