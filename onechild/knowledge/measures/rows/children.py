"""Children in the council's hands at each moment: on plans, looked after, open, and their changes of worker."""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Moment, Question, holding
from onechild.knowledge.measures.rows.caseload import leads
from onechild.knowledge.workdays.lengths import Length, add

# Series of short breaks under section 20: not looked after in the DfE's count (SSDA903 guide, codes V3 and V4).
SHORT_BREAKS = ("V3", "V4")
A_YEAR_BACK = Length(-12, "month")


def on_plans(question: Question) -> ir.Table:
    """Children with an open child protection plan of this council: moment, to_on, row_id, child_id, started_on."""
    own = question.table("child_protection_plans").filter(~_.of_other_council.fill_null(False))
    return question.keep("on_plans", lambda: _held(question, own, key="plan_id"))


def looked_after(question: Question) -> ir.Table:
    """Children in a period of care, those in short breaks left out: moment, to_on, row_id, child_id, started_on."""

    def draw() -> ir.Table:
        held = _held(question, question.table("periods_of_care"), key="care_id")
        away = holding(question.asked, short_breaks(question))[["moment", "child_id"]].distinct()
        return held.anti_join(away, ["moment", "child_id"])

    return question.keep("looked_after", draw)


def short_breaks(question: Question) -> ir.Table:
    """Spells in which a child's legal status is one of short breaks: child_id, started_on, ended_on."""
    episodes = question.table("care_episodes").filter(_.legal_status.isin(SHORT_BREAKS))
    statuses = question.table("legal_statuses").filter(_.status.isin(SHORT_BREAKS))
    spells = [rows[["child_id", "started_on", "ended_on"]] for rows in (episodes, statuses)]
    return spells[0].union(spells[1])


def open_children(question: Question) -> ir.Table:
    """Every open child at each moment and team: moment, row_id, child_id, team_id, waiting.

    A child waits on a team's list, or, with open work and no lead allocation at all, under no team.
    """

    def draw() -> ir.Table:
        held = leads(question)
        listed = held.group_by(["moment", "child_id", "team_id"]).agg(waiting=_.count(where=_.worker_id.isnull()) > 0)
        lost = _with_open_work(question, question.asked).anti_join(held, ["moment", "child_id"])
        lost = lost.mutate(team_id=ibis.null("string"), waiting=True)
        rows = listed.union(lost.select("moment", "child_id", "team_id", "waiting"))
        return rows.mutate(row_id=_.child_id + "/" + _.team_id.fill_null(""))

    return question.keep("open_children", draw)


def changes_of_worker(question: Question) -> ir.Table:
    """Children with a lead worker now who were open twelve months before: moment, row_id, child_id, changes.

    Open is as in `open_children`: a lead allocation, or open work with none. Changes are the different lead workers of
    those twelve months, less one; coming back to an earlier one is none.
    """

    def draw() -> ir.Table:
        back = question.asked.inner_join(question.days("a_year_back", _a_year_back), "moment")
        spells = question.table("allocations").filter(_.role == "lead")
        now = holding(question.asked, spells).filter(_.worker_id.notnull())[["moment", "child_id"]].distinct()
        then = back.select("moment", to_on=_.day)
        held_then = holding(then, spells)[["moment", "child_id"]].union(_with_open_work(question, then))
        long_open = now.semi_join(held_then.distinct(), ["moment", "child_id"])
        during = back.join(
            spells.filter(_.worker_id.notnull()),
            [spells.started_on <= back.to_on, ibis.coalesce(spells.ended_on, FOREVER) > back.day],
        )
        workers = during.group_by(["moment", "child_id"]).agg(changes=_.worker_id.nunique() - 1)
        rows = long_open.inner_join(workers, ["moment", "child_id"]).select("moment", "child_id", "changes")
        return rows.mutate(row_id=_.child_id)

    return question.keep("changes_of_worker", draw)


def _a_year_back(moment: Moment) -> date:
    return add(moment.to_on, A_YEAR_BACK)


def _held(question: Question, spells: ir.Table, *, key: str) -> ir.Table:
    held = holding(question.asked, spells)
    return held.select("moment", "to_on", "child_id", "started_on", row_id=held[key])


def _with_open_work(question: Question, moments: ir.Table) -> ir.Table:
    """Children with an open plan, period of care, assessment, or referral that did not end at the door."""
    referrals = question.table("referrals").filter(~_.no_further_action.fill_null(False))
    plans = question.table("child_protection_plans").filter(~_.of_other_council.fill_null(False))
    kinds = [plans, referrals, *(question.table(name) for name in ("child_in_need_plans", "periods_of_care"))]
    kinds.append(question.table("assessments"))
    spells = ibis.union(*(kind[["child_id", "started_on", "ended_on"]] for kind in kinds))
    return holding(moments, spells)[["moment", "child_id"]].distinct()
