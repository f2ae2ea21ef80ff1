"""Duties: the obligations that the clocks built, as they ended, and as they stand at each moment."""

from __future__ import annotations

import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.engine import outcome
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.children import looked_after, short_breaks


def duties(question: Question) -> ir.Table:
    """Every duty of a child with how it ended: row_id, child_id, clock, started_on, due_on, met_on, outcome, required.

    A duty is required unless it stopped being owed before it was late. One that fell due and is still undone is late.
    """
    return question.keep("duties", lambda: _duties(outcome(question.table("obligations"), FOREVER)))


def looked_after_visit_duties(question: Question) -> ir.Table:
    """Looked-after visits owed, without those that fell due in a series of short breaks."""

    def draw() -> ir.Table:
        visits = duties(question).filter(_.clock == "looked-after-visit")
        breaks = short_breaks(question).rename(break_from="started_on", break_to="ended_on")
        on_the_day = [
            visits.child_id == breaks.child_id,
            breaks.break_from <= visits.due_on,
            breaks.break_to.fill_null(FOREVER) > visits.due_on,
        ]
        return visits.anti_join(breaks, on_the_day)

    return question.keep("looked_after_visit_duties", draw)


def protection_visits_owed(question: Question) -> ir.Table:
    """The visit that each child on a plan is owed at each moment: moment, row_id, child_id, due_on, late, too_new."""
    return question.keep("protection_visits_owed", lambda: _owed(question, "child-protection-visit"))


def looked_after_visits_owed(question: Question) -> ir.Table:
    """The same for looked-after children, short breaks left out."""

    def draw() -> ir.Table:
        children = looked_after(question)[["moment", "child_id"]].distinct()
        return _owed(question, "looked-after-visit").semi_join(children, ["moment", "child_id"])

    return question.keep("looked_after_visits_owed", draw)


def _owed(question: Question, clock: str) -> ir.Table:
    """Too new: the first visit of a plan or placement, not yet due. Due by the end of the day is not late."""
    owed = question.table("obligations").filter(_.clock == clock)
    stood = outcome(asked := question.asked.select("moment", "to_on").cross_join(owed), asked.to_on)
    current = _duties(stood).filter(_.outcome.isin(("open", "overdue")))
    late = current.outcome == "overdue"
    return current.select("moment", "row_id", "child_id", "due_on", late=late, too_new=(current.sequence == 1) & ~late)


def _duties(obligations: ir.Table) -> ir.Table:
    name = _.clock + "/" + _.subject_id + "/" + _.spell_id + "/" + _.sequence.cast("string")
    return obligations.mutate(row_id=name, required=_.outcome != "not_required")
