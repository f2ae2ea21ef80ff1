"""Children in need at each moment: every open case, those on child in need plans, and how their plans are kept."""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.child_in_need import CHILD_IN_NEED_REVIEW, CHILD_IN_NEED_VISIT
from onechild.knowledge.measures.question import Moment, Question, holding
from onechild.knowledge.measures.rows.children import looked_after, on_plans
from onechild.knowledge.measures.rows.help.episodes import taken_on
from onechild.knowledge.measures.rows.help.turns import turns
from onechild.knowledge.measures.rows.limits import in_force
from onechild.knowledge.measures.rows.owed import owed
from onechild.knowledge.measures.rows.visits import seen_lately
from onechild.knowledge.workdays.lengths import Length, add

TWO_YEARS_BACK = Length(-24, "month")
# A qualifying young person may ask for advice and is no open case for it.
LEAVING_CARE = ("eligible", "relevant", "former_relevant")


def in_need(question: Question) -> ir.Table:
    """Every child with an open case at each moment: moment, row_id, child_id, protected, in_care, two_years.

    A case is a referral taken on, a plan of protection or of need, a period of care, or a leaving-care status. It is
    as old as the oldest of those that are open.
    """

    def draw() -> ir.Table:
        own_plans = question.table("child_protection_plans").filter(~_.of_other_council.fill_null(False))
        leavers = question.table("leaving_care_eligibility").filter(_.eligibility.isin(LEAVING_CARE))
        plans, care = question.table("child_in_need_plans"), question.table("periods_of_care")
        kinds = (taken_on(question), own_plans, plans, care, leavers)
        spells = ibis.union(*(kind[["child_id", "started_on", "ended_on"]] for kind in kinds))
        held = holding(question.asked.select("moment", "to_on"), spells)
        rows = held.group_by(["moment", "child_id"]).agg(since=_.started_on.min())
        rows = rows.inner_join(two_years_back(question), "moment").mutate(two_years=(_.since <= _.day).fill_null(False))
        rows = rows.select("moment", "child_id", "two_years", row_id="child_id")
        rows = marked_where(rows, on_plans(question), "protected")
        return marked_where(rows, looked_after(question), "in_care")

    return question.keep("children_in_need", draw)


def on_need_plans(question: Question) -> ir.Table:
    """Child in need plans open at each moment, of children neither on a protection plan nor looked after.

    Columns: moment, to_on, row_id, child_id, started_on, short_package, two_years.
    """

    def draw() -> ir.Table:
        plans = question.table("child_in_need_plans").select(
            "child_id",
            "started_on",
            "ended_on",
            row_id="plan_id",
            short_package=_.short_package.fill_null(False),
        )
        held = holding(question.asked.select("moment", "to_on"), plans).drop("ended_on")
        for others in (on_plans(question), looked_after(question)):
            held = held.anti_join(others[["moment", "child_id"]].distinct(), ["moment", "child_id"])
        rows = held.inner_join(two_years_back(question), "moment")
        return rows.mutate(two_years=(_.started_on <= _.day).fill_null(False)).drop("day")

    return question.keep("on_need_plans", draw)


def on_need_plans_and_seen(question: Question) -> ir.Table:
    """The same but lower-level packages, with long_enough (on it for the council's interval) and seen (within it)."""
    interval = in_force(question, CHILD_IN_NEED_VISIT)
    return question.keep(
        "on_need_plans_and_seen",
        lambda: seen_lately(
            question,
            on_need_plans(question).filter(~_.short_package),
            clock=CHILD_IN_NEED_VISIT,
            every=[interval(moment.to_on) for moment in question.moments],
        ),
    )


def visits_owed(question: Question) -> ir.Table:
    """The visit that each child in need plan owes at each moment: moment, row_id, child_id, late, too_new."""
    return owed(question, CHILD_IN_NEED_VISIT.key)


def plans_reviewed(question: Question) -> ir.Table:
    """Child in need plans at each moment: moment, row_id, child_id, begun (the first review has fallen due or been
    held), on_time (the latest review due was held by then).
    """
    return question.keep(
        "need_plans_reviewed",
        lambda: turns(question, CHILD_IN_NEED_REVIEW.key).select(
            "moment", "child_id", "begun", row_id="spell_id", on_time=~_.late & _.last_in_time.fill_null(True)
        ),
    )


def two_years_back(question: Question) -> ir.Table:
    """The day two years before each moment: moment, day."""
    return question.days("two_years_back", _two_years_back)


def marked_where(rows: ir.Table, others: ir.Table, name: str) -> ir.Table:
    """This function will add to rows whether their child is among others at the same moment."""
    there = others[["moment", "child_id"]].distinct().mutate(**{name: True})
    joined = rows.left_join(there, ["moment", "child_id"])
    return joined.mutate(**{name: joined[name].fill_null(False)}).drop("moment_right", "child_id_right")


def _two_years_back(moment: Moment) -> date:
    return add(moment.to_on, TWO_YEARS_BACK)
