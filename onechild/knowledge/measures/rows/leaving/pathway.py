"""Young people owed a pathway plan at each moment, contact with care leavers, and advisers."""

from __future__ import annotations

import ibis.expr.types as ir

from onechild.knowledge.clocks.rules.leaving_care import CONTACT, OFFER, PATHWAY_PLAN, PATHWAY_PLAN_REVIEW
from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.owed import owed


def pathway_plans(question: Question) -> ir.Table:
    """Every young person entitled to a pathway plan at each moment: moment, row_id, child_id, in_date, too_new.

    Entitled is whoever is owed a first plan, the review of one, or the contact that a care leaver is owed. In date: the
    review is not late. Too new: the first plan is not made and not yet late.
    """

    def draw() -> ir.Table:
        clocks = (PATHWAY_PLAN_REVIEW, PATHWAY_PLAN, CONTACT, OFFER)
        duties = owed(question, *(clock.key for clock in clocks))
        review, first = duties.clock == PATHWAY_PLAN_REVIEW.key, duties.clock == PATHWAY_PLAN.key
        rows = duties.group_by(["moment", "child_id"]).agg(
            reviews=duties.count(where=review),
            late_reviews=duties.count(where=review & duties.late),
            waiting=duties.count(where=first & ~duties.late),
        )
        planned = rows.reviews > 0
        return rows.select(
            "moment",
            "child_id",
            row_id=rows.child_id,
            in_date=planned & (rows.late_reviews == 0),
            too_new=~planned & (rows.waiting > 0),
        )

    return question.keep("pathway_plans", draw)


def contacts_owed(question: Question) -> ir.Table:
    """The contact that each care leaver of 18 to 20 is owed at each moment; see `owed`."""
    return owed(question, CONTACT.key)
