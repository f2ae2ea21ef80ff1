"""Workers owed supervision of their own, and children whose case is owed supervision, at each moment."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.others.workforce import NEWLY_QUALIFIED_SUPERVISION, SUPERVISION
from onechild.knowledge.clocks.rules.oversight import CASE_SUPERVISION
from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.owed import owed
from onechild.knowledge.measures.rows.workforce.staff import staff


def workers_supervised(question: Question) -> ir.Table:
    """Practitioners owed supervision: moment, row_id, worker_id, team_id, role, grade, employment, late, too_new.

    In the first year it is the closer supervision of that year. Of two employments the one of more hours stands.
    """

    def draw() -> ir.Table:
        duties = owed(question, SUPERVISION.key, NEWLY_QUALIFIED_SUPERVISION.key)
        state = duties.group_by(["moment", "subject_id"]).agg(
            late=duties.count(where=duties.late) > 0, settled=duties.count(where=~duties.too_new)
        )
        state = state.select("moment", "late", worker_id=state.subject_id, too_new=(state.settled == 0) & ~state.late)
        rows = state.inner_join(_people(question), ["moment", "worker_id"])
        return rows.mutate(row_id=rows.worker_id)

    return question.keep("workers_supervised", draw)


def cases_supervised(question: Question) -> ir.Table:
    """The supervision that each child's case is owed at each moment; see `owed`."""
    return owed(question, CASE_SUPERVISION.key)


def _people(question: Question) -> ir.Table:
    rows = staff(question)
    place = ibis.row_number().over(
        group_by=[rows.moment, rows.worker_id], order_by=[rows.fte.fill_null(0.0).desc(), rows.row_id]
    )
    one = rows.mutate(place=place).filter(_.place == 0)
    return one.select("moment", "worker_id", "team_id", "role", "grade", "employment")
