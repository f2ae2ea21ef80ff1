"""The first caution or conviction that the record holds of each child of 10 to 17."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.reach import with_reach
from onechild.knowledge.workdays.lengths import Length

TEN, EIGHTEEN = Length(10, "birthday"), Length(18, "birthday")


def first_convictions(question: Question) -> ir.Table:
    """Each child's first caution or conviction on record: row_id, child_id, happened_on, aged_10_to_17."""

    def draw() -> ir.Table:
        rows = question.table("convictions").filter(_.happened_on.notnull())
        along = ibis.window(group_by=rows.child_id, order_by=[rows.happened_on, rows.conviction_id])
        first = rows.mutate(turn=ibis.row_number().over(along)).filter(_.turn == 0)
        first = first.select("child_id", "happened_on", row_id=_.conviction_id)
        children = question.table("children").select("child_id", "born_on")
        aged = first.left_join(children, "child_id").drop("child_id_right")
        aged = with_reach(question, aged, "born_on", TEN, name="ten_on")
        aged = with_reach(question, aged, "born_on", EIGHTEEN, name="eighteen_on")
        between = (aged.ten_on.fill_null(FOREVER) <= aged.happened_on) & (aged.eighteen_on > aged.happened_on)
        return aged.select("row_id", "child_id", "happened_on", aged_10_to_17=between.fill_null(False))

    return question.keep("first_convictions", draw)
