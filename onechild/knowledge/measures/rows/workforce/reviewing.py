"""Independent reviewing officers and the children whose cases they review, side by side at each moment."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import Question, holding, whole
from onechild.knowledge.measures.rows.children import looked_after, on_plans
from onechild.knowledge.measures.rows.workforce.staff import staff

REVIEWING = "reviewing_officer"


def reviewing(question: Question) -> ir.Table:
    """Children to review and officers in post: moment, row_id, child_id, worker_id, team_id, children, hours.

    A looked-after child is to be reviewed, with or without an officer; a child on a protection plan where a reviewing
    officer holds the case, for the post is then a joint one. Each counts once: `children` is 1 there and 0 for an
    officer, whose full-time equivalent is `hours`.
    """

    def draw() -> ir.Table:
        officers = staff(question).filter(_.role == REVIEWING)
        officers = officers.mutate(
            row_id="officer/" + officers.row_id,
            child_id=ibis.null("string"),
            children=whole(0),
            hours=officers.fte,
        )
        return _children(question).select(*COLUMNS).union(officers.select(*COLUMNS))

    return question.keep("reviewing", draw)


COLUMNS = ("moment", "row_id", "child_id", "worker_id", "team_id", "children", "hours")


def _children(question: Question) -> ir.Table:
    held = holding(question.asked, question.table("allocations").filter(_.role == REVIEWING))
    held = held.filter(held.worker_id.notnull())
    latest = ibis.row_number().over(
        group_by=[held.moment, held.child_id], order_by=[held.started_on.desc(), held.allocation_id.desc()]
    )
    one = held.mutate(place=latest).filter(_.place == 0).select("moment", "child_id", "worker_id", "team_id")
    in_care = looked_after(question).select("moment", "child_id").distinct()
    keys = ["moment", "child_id"]
    reviewed = in_care.left_join(one, keys).drop("moment_right", "child_id_right")
    planned = on_plans(question).select("moment", "child_id").distinct().anti_join(in_care, keys)
    joint = planned.inner_join(one, keys)
    both = reviewed.select(*keys, "worker_id", "team_id").union(joint.select(*keys, "worker_id", "team_id"))
    return both.mutate(row_id="child/" + both.child_id, children=whole(1), hours=whole(0))
