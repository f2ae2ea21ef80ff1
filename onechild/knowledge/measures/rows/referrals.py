"""Referrals, each beside the child's referral before it."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from onechild.knowledge.measures.question import Question
from onechild.knowledge.workdays.lengths import Length, add

TWELVE_MONTHS = Length(12, "month")
A_YEAR_AND_A_DAY = 367
# Closed after assessment, with no further action or referred to early help (children in need census).
NOT_IN_NEED = ("RC8", "RC9")


def referrals(question: Question) -> ir.Table:
    """Every referral: row_id, child_id, started_on, within_twelve_months (of the child's referral before it), and more.

    The clock runs from referral to referral, not from closure. The same day of the next year is within; two on one day
    are no referral and re-referral of each other. `source` is who referred, `previous_closure` why the case of the
    referral before was closed, `no_further_action` whether it ended so, and `not_in_need` whether it was closed after
    an assessment with no more to do than early help, and no plan or care had begun under it.
    """

    def draw() -> ir.Table:
        every = question.table("referrals")
        each = every.select(
            "child_id",
            "started_on",
            row_id="referral_id",
            source="source_kind",
            no_further_action=_.no_further_action.fill_null(False),
            assessed_out=~_.no_further_action.fill_null(False) & _.end_reason.isin(NOT_IN_NEED).fill_null(False),
        )
        each = each.left_join(_helped(question), "row_id").drop("row_id_right")
        each = each.mutate(not_in_need=_.assessed_out & ~_.helped.fill_null(False)).drop("assessed_out", "helped")
        closed = every.group_by(["child_id", "started_on"]).agg(closed_as=_.end_reason.max())
        along = {"group_by": closed.child_id, "order_by": closed.started_on}
        days = closed.mutate(
            before=closed.started_on.lag().over(**along), previous_closure=closed.closed_as.lag().over(**along)
        )
        reach = question.keep("twelve_months", lambda: _twelve_months(question))
        days = days.left_join(reach, days.before == reach.day)
        days = days.select(
            *("child_id", "started_on", "previous_closure"),
            within_twelve_months=(_.until >= _.started_on).fill_null(False),
        )
        return each.inner_join(days, ["child_id", "started_on"])

    return question.keep("referrals", draw)


def _helped(question: Question) -> ir.Table:
    """Referrals closed after assessment all the same that a plan or care began under: row_id, helped (true)."""
    rows = question.table("referrals").filter(_.end_reason.isin(NOT_IN_NEED))
    rows = rows.select(of_child="child_id", began_on="started_on", closed_on="ended_on", row_id="referral_id")
    kinds = (question.table(name) for name in ("child_protection_plans", "child_in_need_plans", "periods_of_care"))
    help_given = ibis.union(*(kind.select("child_id", helped_on="started_on") for kind in kinds))
    under = rows.join(
        help_given,
        [
            rows.of_child == help_given.child_id,
            rows.began_on <= help_given.helped_on,
            help_given.helped_on <= rows.closed_on,
        ],
    )
    return under.select("row_id").distinct().mutate(helped=True)


def _twelve_months(question: Question) -> pa.Table:
    """The last day within twelve months of each day that can matter to the periods asked: day, until."""
    firsts = [moment.from_on or moment.to_on for moment in question.moments]
    first = min(firsts, default=date(2000, 1, 1)) - timedelta(days=A_YEAR_AND_A_DAY)
    last = max((moment.to_on for moment in question.moments), default=first)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    until = [add(day, TWELVE_MONTHS) for day in days]
    return pa.table({"day": pa.array(days, pa.date32()), "until": pa.array(until, pa.date32())})
