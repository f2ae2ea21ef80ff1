"""Children on child protection plans at each moment: how long, how well seen, how reviewed, in how many hands."""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.local.silences import SILENCE_STANDARDS
from onechild.knowledge.clocks.rules.protection import (
    CHILD_PROTECTION_VISIT,
    CORE_GROUP,
    FIRST_CORE_GROUP,
    REVIEW_CONFERENCE,
)
from onechild.knowledge.measures.population import setting_at
from onechild.knowledge.measures.question import FOREVER, Moment, Question
from onechild.knowledge.measures.rows.children import looked_after, on_plans
from onechild.knowledge.measures.rows.duties import duties
from onechild.knowledge.measures.rows.help.in_need import marked_where, two_years_back
from onechild.knowledge.measures.rows.help.turns import turns
from onechild.knowledge.measures.rows.visits import seen_lately
from onechild.knowledge.workdays.lengths import Length, add

# A stricter interval that many councils keep; no clock has it, for no law and no standard of ours sets it.
TEN_WORKING_DAYS = Length(10, "working_day")
A_YEAR_BACK = Length(-12, "month")
UNDER_THE_PLAN = ("child_protection", "section_47")
IN_PERSON = "face_to_face"
ALONE_FROM = next(one for one in SILENCE_STANDARDS if one.setting == "silence_seen_alone_age")


def in_full(question: Question) -> ir.Table:
    """Children on plans: moment, row_id, child_id, category, two_years, in_care, workers, old_enough, seen, alone.

    `workers` are the different lead workers of the twelve months to the moment; `seen` says whether the child was seen
    under the plan at all since it began, `alone` whether at the latest of those visits alone; `old_enough` to be.
    """
    return question.keep("on_plans_in_full", lambda: _in_full(question))


def seen_in_ten_working_days(question: Question) -> ir.Table:
    """Children on plans, with long_enough (on it for ten working days) and seen (within them)."""
    return question.keep(
        "on_plans_seen_in_ten",
        lambda: seen_lately(
            question,
            on_plans(question),
            clock=CHILD_PROTECTION_VISIT,
            every=[TEN_WORKING_DAYS] * len(question.moments),
            name="_in_ten",
        ),
    )


def reviewed(question: Question) -> ir.Table:
    """Children on plans: moment, row_id, child_id, long_enough (the first review has fallen due), every_one_in_time."""

    def draw() -> ir.Table:
        kept = turns(question, REVIEW_CONFERENCE.key).select(
            "moment", row_id="spell_id", kept=~_.late & (_.late_before == 0)
        )
        return _with_first(question, REVIEW_CONFERENCE.key, kept).select(
            "moment", "row_id", "child_id", "long_enough", every_one_in_time=_.kept.fill_null(False)
        )

    return question.keep("on_plans_reviewed", draw)


def core_groups(question: Question) -> ir.Table:
    """Children on plans: moment, row_id, child_id, long_enough (the first core group has fallen due), on_time.

    On time where the first core group was, and the latest one too, and none is overdue.
    """

    def draw() -> ir.Table:
        kept = turns(question, CORE_GROUP.key).select(
            "moment", row_id="spell_id", kept=~_.late & _.last_in_time.fill_null(True)
        )
        rows = _with_first(question, FIRST_CORE_GROUP.key, kept)
        return rows.select(
            *("moment", "row_id", "child_id", "long_enough"),
            on_time=(_.first_met_on <= _.first_due_on).fill_null(False) & _.kept.fill_null(True),
        )

    return question.keep("on_plans_core_groups", draw)


def _with_first(question: Question, clock: str, kept: ir.Table) -> ir.Table:
    """Children on plans with the first duty of a clock under the plan, and how it was kept since."""
    held = on_plans(question).select("moment", "to_on", "row_id", "child_id")
    first = duties(question).filter((_.clock == clock) & (_.sequence == 1))
    first = first.select(first_of="spell_id", first_due_on="due_on", first_met_on="met_on")
    rows = held.left_join(first, held.row_id == first.first_of)
    rows = rows.mutate(
        long_enough=(_.first_due_on <= _.to_on).fill_null(False),
        first_met_on=ibis.ifelse(_.first_met_on <= _.to_on, _.first_met_on, ibis.null("date")),
    )
    return rows.left_join(kept, ["moment", "row_id"])


def _in_full(question: Question) -> ir.Table:
    categories = question.table("child_protection_plans").select(
        row_id="plan_id", category=ibis.coalesce(_.latest_category, _.initial_category)
    )
    rows = on_plans(question).left_join(categories, "row_id").drop("row_id_right")
    rows = rows.inner_join(two_years_back(question), "moment")
    rows = rows.mutate(two_years=(_.started_on <= _.day).fill_null(False)).drop("day")
    rows = marked_where(rows, looked_after(question), "in_care")
    workers = _workers(question, rows)
    rows = rows.left_join(workers, ["moment", "child_id"]).drop("moment_right", "child_id_right")
    rows = _with_age(question, rows)
    latest = _latest_visits(question, rows)
    rows = rows.left_join(latest, ["moment", "row_id"])
    return rows.select(
        *("moment", "row_id", "child_id", "category", "two_years", "in_care", "old_enough"),
        workers=_.workers.fill_null(0),
        seen=_.visits.fill_null(0) > 0,
        alone=_.alone.fill_null(0) > 0,
    )


def _workers(question: Question, rows: ir.Table) -> ir.Table:
    """The different lead workers of each child in the twelve months to each moment: moment, child_id, workers."""
    leads = question.table("allocations").filter((_.role == "lead") & _.worker_id.notnull())
    leads = leads.select("worker_id", held="child_id", held_from="started_on", held_to=_.ended_on.fill_null(FOREVER))
    children = rows[["moment", "to_on", "child_id"]].distinct()
    children = children.inner_join(question.days("a_year_back", _a_year_back), "moment")
    during = children.join(
        leads,
        [
            children.child_id == leads.held,
            leads.held_from <= children.to_on,
            leads.held_to > children.day,
        ],
    )
    return during.group_by(["moment", "child_id"]).agg(workers=_.worker_id.nunique())


def _with_age(question: Question, rows: ir.Table) -> ir.Table:
    children = question.table("children").select("child_id", "born_on")
    rows = rows.left_join(children, "child_id").drop("child_id_right")
    marks = question.days("old_enough_to_be_seen_alone", lambda moment: _born_by(question, moment))
    rows = rows.inner_join(marks.select("moment", born_by="day"), "moment")
    return rows.mutate(old_enough=(_.born_on <= _.born_by).fill_null(False)).drop("born_on", "born_by")


def _latest_visits(question: Question, rows: ir.Table) -> ir.Table:
    """Of the latest day on which each child was seen under the plan: how many visits, and how many of them alone."""
    visits = question.table("visits").filter(
        _.purpose.isin(UNDER_THE_PLAN), _.seen.fill_null(False), _.method.isnull() | (_.method == IN_PERSON)
    )
    visits = visits.select(visited="child_id", visited_on="happened_on", alone=_.seen_alone.fill_null(False))
    held = rows.select("moment", "to_on", "row_id", "child_id", "started_on")
    made = held.join(
        visits,
        [
            held.child_id == visits.visited,
            visits.visited_on >= held.started_on,
            visits.visited_on <= held.to_on,
        ],
    )
    by_day = made.group_by(["moment", "row_id", "visited_on"]).agg(visits=_.count(), alone=_.count(where=_.alone))
    place = ibis.row_number().over(group_by=[by_day.moment, by_day.row_id], order_by=by_day.visited_on.desc())
    return by_day.mutate(place=place).filter(_.place == 0).select("moment", "row_id", "visits", "alone")


def _a_year_back(moment: Moment) -> date:
    return add(moment.to_on, A_YEAR_BACK)


def _born_by(question: Question, moment: Moment) -> date:
    """The latest day of birth of a child old enough to be seen alone at the moment: the council's age, or ours."""
    set_at = setting_at(question, ALONE_FROM.setting, question.moments.index(moment))
    age = int(set_at or ALONE_FROM.default or 0)
    return add(moment.to_on, Length(-age, "year"))
