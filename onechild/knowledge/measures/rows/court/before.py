"""Pre-proceedings, open at each moment and as they ended, and what came of them within a year."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.court import PRE_PROCEEDINGS_CONCLUDED
from onechild.knowledge.measures.question import FOREVER, Question, holding
from onechild.knowledge.measures.rows.owed import owed
from onechild.knowledge.measures.rows.reach import with_reach
from onechild.knowledge.measures.rows.spans import with_days
from onechild.knowledge.workdays.lengths import Length

SECTION_31 = ("care", "supervision")
STEPPED_DOWN = "Decision to step down"
DAYS_A_WEEK = 7
TWELVE_MONTHS = Length(12, "month")


def pre_proceedings(question: Question) -> ir.Table:
    """Children in pre-proceedings at each moment: moment, row_id, child_id, family."""

    def draw() -> ir.Table:
        held = holding(question.asked, _all(question))
        return held.select("moment", "child_id", "family", row_id=held.pre_proceedings_id)

    return question.keep("pre_proceedings_open", draw)


def families(question: Question) -> ir.Table:
    """Their families, each under one of its children: moment, row_id (the family), child_id."""

    def draw() -> ir.Table:
        rows = pre_proceedings(question).group_by(["moment", "family"]).agg(child_id=_.child_id.min())
        return rows.rename(row_id="family")

    return question.keep("families_in_pre_proceedings", draw)


def pre_proceedings_ended(question: Question) -> ir.Table:
    """Pre-proceedings that ended: row_id, child_id, started_on, ended_on, weeks, stepped_down, a_year_on, applied.

    `a_year_on` is twelve months after the end; `applied`, whether a care or supervision order was applied for from
    the day they began to that day. Weeks run from the decision to begin.
    """

    def draw() -> ir.Table:
        rows = _all(question).filter(_.ended_on.notnull())
        rows = with_days(question, rows, "started_on", "ended_on")
        rows = with_reach(question, rows, "ended_on", TWELVE_MONTHS, name="a_year_on")
        rows = rows.left_join(_applied(question, rows), "pre_proceedings_id").drop("pre_proceedings_id_right")
        return rows.select(
            "child_id",
            "started_on",
            "ended_on",
            "a_year_on",
            row_id=rows.pre_proceedings_id,
            weeks=rows.days / DAYS_A_WEEK,
            stepped_down=(rows.decision == STEPPED_DOWN).fill_null(False),
            applied=rows.has_applied.fill_null(False),
        )

    return question.keep("pre_proceedings_ended", draw)


def owed_an_end(question: Question) -> ir.Table:
    """The end that each open pre-proceedings is owed at each moment; see `owed`."""
    return owed(question, PRE_PROCEEDINGS_CONCLUDED.key)


def _all(question: Question) -> ir.Table:
    """Each with the day it ended (a decision, the application, or its end as recorded) and its family group."""
    rows = question.table("pre_proceedings")
    ends = (rows[name].fill_null(FOREVER) for name in ("ended_on", "decided_on", "application_on"))
    until = ibis.least(*ends).nullif(FOREVER)
    groups = question.table("family_members").group_by("child_id").agg(group_id=_.family_id.min())
    rows = rows.select(
        "pre_proceedings_id",
        "child_id",
        "started_on",
        "family_id",
        "application_on",
        ended_on=until,
        decision=rows.outcome,
    )
    rows = rows.left_join(groups, "child_id").drop("child_id_right")
    return rows.mutate(family=ibis.coalesce(rows.family_id, rows.group_id, rows.child_id))


def _applied(question: Question, ended: ir.Table) -> ir.Table:
    """Those followed by an application under section 31 within the year: pre_proceedings_id, has_applied."""
    issued = question.table("proceedings").filter(_.application.isnull() | _.application.isin(SECTION_31))
    issued = issued.select("child_id", applied_on=_.started_on)
    said = question.table("pre_proceedings").filter(_.application_on.notnull())
    both = issued.union(said.select("child_id", applied_on=_.application_on))
    within = [
        ended.child_id == both.child_id,
        both.applied_on >= ended.started_on,
        both.applied_on <= ended.a_year_on,
    ]
    return ended.join(both, within).select("pre_proceedings_id", has_applied=True).distinct()
