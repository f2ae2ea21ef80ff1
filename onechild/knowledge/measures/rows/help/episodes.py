"""Episodes of need: referrals taken on, their opening and closing, and early help that ended."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.front_door import REFERRAL_DECISION
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.duties import duties
from onechild.knowledge.measures.rows.reach import with_reach
from onechild.knowledge.workdays.lengths import Length

THREE_MONTHS = Length(3, "month")


def taken_on(question: Question) -> ir.Table:
    """Referrals that did not end in no further action, each an episode of need."""
    return question.table("referrals").filter(~_.no_further_action.fill_null(False))


def episodes(question: Question) -> ir.Table:
    """Every episode of need: row_id, child_id, started_on, ended_on, short (over in less than three months)."""

    def draw() -> ir.Table:
        rows = taken_on(question).select("child_id", "started_on", "ended_on", row_id="referral_id")
        rows = with_reach(question, rows, "started_on", THREE_MONTHS, name="three_months_on")
        return rows.mutate(short=(_.ended_on < _.three_months_on).fill_null(False))

    return question.keep("episodes_of_need", draw)


def openings_and_closings(question: Question) -> ir.Table:
    """Each opening and each closing of an episode of need: row_id, child_id, happened_on, opened,
    change (+1 or -1), openings (1 or 0)."""

    def draw() -> ir.Table:
        rows = taken_on(question)
        opened = rows.select("child_id", happened_on="started_on", row_id=_.referral_id + "/opened")
        closed = rows.filter(_.ended_on.notnull()).select(
            "child_id", happened_on="ended_on", row_id=_.referral_id + "/closed"
        )
        both = opened.mutate(opened=ibis.literal(True)).union(closed.mutate(opened=ibis.literal(False)))
        return both.mutate(
            change=ibis.ifelse(_.opened, 1, -1), openings=ibis.ifelse(_.opened, 1.0, 0.0).cast("float64")
        )

    return question.keep("openings_and_closings", draw)


def referral_duties(question: Question) -> ir.Table:
    """The decision owed on each referral: row_id, child_id, due_on, required, in_time."""

    def draw() -> ir.Table:
        owed = duties(question).filter(_.clock == REFERRAL_DECISION.key).mutate(in_time=_.outcome == "met")
        return owed.select("row_id", "child_id", "due_on", "required", "in_time")

    return question.keep("referral_duties", draw)


def early_help_ended(question: Question) -> ir.Table:
    """Early help that ended: row_id, child_id, team_id, worker_id, ended_on, stepped_up.

    It stepped up where, on the day it ended, the child was an open case under a referral received since it began.
    """

    def draw() -> ir.Table:
        help_given = question.table("early_help_episodes").filter(_.ended_on.notnull())
        rows = help_given.select("child_id", "team_id", "worker_id", "started_on", "ended_on", row_id="early_help_id")
        cases = taken_on(question).select("child_id", opened_on="started_on", closed_on="ended_on")
        opened = rows.join(
            cases,
            [
                rows.child_id == cases.child_id,
                rows.started_on <= cases.opened_on,
                cases.opened_on <= rows.ended_on,
                ibis.coalesce(cases.closed_on, FOREVER) > rows.ended_on,
            ],
        )
        found = opened[["row_id"]].distinct().mutate(found=True)
        return (
            rows.left_join(found, "row_id")
            .mutate(stepped_up=_.found.fill_null(False))
            .select("row_id", "child_id", "team_id", "worker_id", "ended_on", "stepped_up")
        )

    return question.keep("early_help_ended", draw)
