"""Child protection plans of this council, each from beginning to end, with the child's plans before and after."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.child_in_need import STEP_DOWN
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.duties import duties
from onechild.knowledge.measures.rows.limits import with_due
from onechild.knowledge.measures.rows.reach import with_reach
from onechild.knowledge.measures.rows.spans import with_days
from onechild.knowledge.workdays.lengths import Length

THREE_MONTHS, SIX_MONTHS = Length(3, "month"), Length(6, "month")
TWELVE_MONTHS, TWO_YEARS = Length(12, "month"), Length(24, "month")
# Nothing could follow at home: the child came into care, died, moved away or came of age.
NO_STEP_DOWN = ("looked_after", "died", "moved", "turned_18")
STEP_DOWN_MEETING, STEP_DOWN_VISIT, STEP_DOWN_REVIEW, _OVERSIGHT = STEP_DOWN


def plans(question: Question) -> ir.Table:
    """Every child protection plan of this council; another council's plan held here is not among them.

    Columns: row_id, child_id, started_on, ended_on, again (the child had a plan before, whenever that was),
    again_within_two_years (of the end of the one before), days (from the first to the last, both included), short (over
    within three months), could_step_down, stepped_down (a child in need plan was there soon after), a_year_on (from its
    end), back_within_a_year.
    """
    return question.keep("protection_plans", lambda: _plans(question))


def step_downs(question: Question) -> ir.Table:
    """The review owed after each step down: row_id, child_id, due_on, required, robust.

    Robust where that review and the first visit were both in time.
    """

    def draw() -> ir.Table:
        every = duties(question)
        reviews = every.filter(_.clock == STEP_DOWN_REVIEW.key)
        visits = every.filter((_.clock == STEP_DOWN_VISIT.key) & (_.outcome == "met"))
        visits = visits.select(visited_after="spell_id", visited=ibis.literal(True))
        rows = reviews.left_join(visits, reviews.spell_id == visits.visited_after)
        robust = (rows.outcome == "met") & rows.visited.fill_null(False)
        return rows.select("row_id", "child_id", "due_on", "required", robust=robust)

    return question.keep("step_downs", draw)


def need_plans(question: Question) -> ir.Table:
    """Child in need plans: row_id, child_id, started_on, six_months_on, stepped_up (on a protection plan by then)."""

    def draw() -> ir.Table:
        rows = question.table("child_in_need_plans").select("child_id", "started_on", row_id="plan_id")
        rows = with_reach(question, rows, "started_on", SIX_MONTHS, name="six_months_on")
        begun = _own(question).select(protected="child_id", protected_on="started_on")
        up = rows.join(
            begun,
            [
                rows.child_id == begun.protected,
                begun.protected_on >= rows.started_on,
                begun.protected_on <= rows.six_months_on,
            ],
        )
        up = up[["row_id"]].distinct().mutate(up=True)
        return (
            rows.left_join(up, "row_id")
            .mutate(stepped_up=_.up.fill_null(False))
            .select("row_id", "child_id", "started_on", "six_months_on", "stepped_up")
        )

    return question.keep("need_plans", draw)


def _own(question: Question) -> ir.Table:
    return question.table("child_protection_plans").filter(~_.of_other_council.fill_null(False))


def _plans(question: Question) -> ir.Table:
    own = _own(question)
    along = {"group_by": own.child_id, "order_by": [own.started_on, own.plan_id]}
    rows = own.select(
        *("child_id", "started_on", "ended_on", "end_reason"),
        row_id="plan_id",
        told_before=own.previous_plans.fill_null(0) > 0,
        before_on=own.started_on.lag().over(**along),
        before_ended_on=own.ended_on.lag().over(**along),
        next_on=own.started_on.lead().over(**along),
    )
    rows = with_days(question, rows, "started_on", "ended_on")
    for length, of, into in (
        (TWO_YEARS, "before_ended_on", "two_years_after_last"),
        (THREE_MONTHS, "started_on", "three_months_in"),
        (TWELVE_MONTHS, "ended_on", "a_year_on"),
    ):
        rows = with_reach(question, rows, of, length, name=into)
    rows = with_due(question, rows, "ended_on", STEP_DOWN_MEETING, name="step_down_by")
    stepped = _followed_by_need_plan(question, rows)
    rows = rows.left_join(stepped, "row_id")
    return rows.select(
        *("row_id", "child_id", "started_on", "ended_on", "a_year_on"),
        again=_.told_before | _.before_on.notnull(),
        again_within_two_years=(_.started_on <= _.two_years_after_last).fill_null(False),
        days=_.days + 1,
        short=(_.ended_on <= _.three_months_in).fill_null(False),
        could_step_down=_.end_reason.isnull() | _.end_reason.notin(NO_STEP_DOWN),
        stepped_down=_.stepped.fill_null(False),
        back_within_a_year=(_.next_on <= _.a_year_on).fill_null(False),
    )


def _followed_by_need_plan(question: Question, rows: ir.Table) -> ir.Table:
    """Plans with a child in need plan that was open as they ended, or began by the day it should have."""
    need = question.table("child_in_need_plans")
    need = need.select(helped="child_id", helped_from="started_on", helped_to=need.ended_on.fill_null(FOREVER))
    followed = rows.join(
        need,
        [
            rows.child_id == need.helped,
            need.helped_from <= rows.step_down_by,
            need.helped_to > rows.ended_on,
        ],
    )
    return followed[["row_id"]].distinct().mutate(stepped=True)
