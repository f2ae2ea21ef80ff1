"""Referrals, each beside the child's referral before it."""

from __future__ import annotations

from datetime import date, timedelta

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
    an assessment with no more to do than early help.
    """

    def draw() -> ir.Table:
        every = question.table("referrals")
        each = every.select(
            "child_id",
            "started_on",
            row_id="referral_id",
            source="source_kind",
            no_further_action=_.no_further_action.fill_null(False),
            not_in_need=~_.no_further_action.fill_null(False) & _.end_reason.isin(NOT_IN_NEED).fill_null(False),
        )
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


def _twelve_months(question: Question) -> pa.Table:
    """The last day within twelve months of each day that can matter to the periods asked: day, until."""
    firsts = [moment.from_on or moment.to_on for moment in question.moments]
    first = min(firsts, default=date(2000, 1, 1)) - timedelta(days=A_YEAR_AND_A_DAY)
    last = max((moment.to_on for moment in question.moments), default=first)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    until = [add(day, TWELVE_MONTHS) for day in days]
    return pa.table({"day": pa.array(days, pa.date32()), "until": pa.array(until, pa.date32())})
