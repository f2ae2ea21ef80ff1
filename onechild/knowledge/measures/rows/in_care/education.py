"""Schooling: personal education plans of the term, and a school year's attendance and attainment."""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa
from ibis import _

from onechild.knowledge.clocks.rules.care.education import FIRST_EDUCATION_PLAN
from onechild.knowledge.clocks.rules.education_plans import FINAL_PLAN
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.children import looked_after, short_breaks
from onechild.knowledge.measures.rows.in_care.homes import EIGHTEEN, with_birth
from onechild.knowledge.measures.rows.in_care.reviews import length_of
from onechild.knowledge.measures.rows.spans import back, with_date
from onechild.knowledge.workdays.lengths import Length

NURSERY = Length(3, "year")
FIRST_PLAN = length_of(FIRST_EDUCATION_PLAN, rule=-1)
PLAN_IN = length_of(FINAL_PLAN, rule=-1)
# Of compulsory school age: 5 to 15 on the 31 August before the school year (DfE, outcomes of children in need).
YOUNGEST, TOO_OLD = 5, 16
FIRST_YEAR, LAST_YEAR = 1992, 2060
# A pupil who misses this share of the sessions, or more, is persistently absent: one in ten.
ONE_IN = 10


def pupils(question: Question) -> ir.Table:
    """Looked-after children from nursery age to 17, once a term has begun: moment, row_id, child_id, long_enough (in
    care for the time to a first plan), planned (a plan made or reviewed since the latest term began).
    """

    def draw() -> ir.Table:
        held = with_birth(question, looked_after(question))
        for name, days in {
            "new_since": back(question, FIRST_PLAN),
            "three_before": back(question, NURSERY),
            "eighteen_before": back(question, EIGHTEEN),
        }.items():
            held = held.inner_join(days.rename(**{name: "day"}), "moment")
        held = held.filter(_.born_on <= _.three_before, _.born_on > _.eighteen_before)
        asked, terms = question.asked, question.table("school_terms").select(term_from="started_on")
        begun = asked.join(terms, terms.term_from <= asked.to_on)
        begun = begun.group_by("moment").agg(term_from=_.term_from.max())
        held = held.inner_join(begun, "moment")
        made = question.table("personal_education_plans").select(made_of="child_id", made_on="happened_on")
        inside = [held.child_id == made.made_of, made.made_on >= held.term_from, made.made_on <= held.to_on]
        planned = held.join(made, inside)[["moment", "row_id"]].distinct().mutate(planned=True)
        rows = held.left_join(planned, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        return rows.select(
            "moment",
            "row_id",
            "child_id",
            long_enough=_.started_on <= _.new_since,
            planned=_.planned.fill_null(False),
        )

    return question.keep("pupils_in_care", draw)


def school_years(question: Question) -> ir.Table:
    """A child's school year as the census told it, where the child was found there: row_id, child_id, happened_on (31
    August), of_age, absence_known, persistently_absent, attainment, and what the child was on 31 March of that year:
    a_year_in_care (looked after for the twelve months to it), on_a_plan, in_need (and neither of the two).
    """

    def draw() -> ir.Table:
        years = question.keep("school_years", _years)
        told = question.table("school_results").filter(_.matched)
        told = told.select(
            "child_id",
            "happened_on",
            row_id="school_result_id",
            possible=_.sessions_possible,
            missed=_.sessions_missed,
            attainment=_.attainment_8.cast("float64"),
        )
        rows = with_birth(question, told.inner_join(years, "happened_on"))
        care = question.table("periods_of_care")
        year = _held(rows, care, "first_day").anti_join(_held(rows, short_breaks(question), "march"), "row_id")
        plans = question.table("child_protection_plans").filter(~_.of_other_council.fill_null(False))
        referrals = question.table("referrals").filter(~_.no_further_action.fill_null(False))
        for name, found in {
            "a_year": year,
            "cared": _held(rows, care, "march"),
            "planned": _held(rows, plans, "march"),
            "referred": _held(rows, referrals, "march"),
        }.items():
            rows = rows.left_join(found.mutate(**{name: True}), "row_id").drop("row_id_right")
            rows = rows.mutate(**{name: rows[name].fill_null(False)})
        return rows.select(
            "row_id",
            "child_id",
            "happened_on",
            "attainment",
            of_age=(_.born_on <= _.youngest) & (_.born_on > _.oldest),
            absence_known=(_.possible > 0) & _.missed.notnull(),
            persistently_absent=_.missed * ONE_IN >= _.possible,
            a_year_in_care=_.a_year,
            on_a_plan=_.planned & ~_.cared,
            in_need=_.referred & ~_.planned & ~_.cared,
        )

    return question.keep("school_years_told", draw)


def plans_made(question: Question) -> ir.Table:
    """Education, health and care plans made on a request of which the day is known: row_id, child_id, started_on,
    in_time (within the weeks that the clock gives), exception, ehc_need (the first need on the plan).
    """

    def draw() -> ir.Table:
        asked = question.table("ehc_requests").select(
            "ehc_request_id",
            asked_on="happened_on",
            exception=_.exception_applies.fill_null(False),
        )
        asked = with_date(question, asked, "asked_on", PLAN_IN, "plan_by").filter(_.plan_by.notnull())
        made = question.table("ehc_plans").filter(_.started_on.notnull())
        made = made.select("child_id", "started_on", "ehc_request_id", row_id="ehc_plan_id")
        rows = made.inner_join(asked, "ehc_request_id")
        needs = question.table("ehc_needs").filter(_.ehc_plan_id.notnull(), _.need.notnull())
        order = [needs.need_rank.fill_null(9), needs.ehc_need_id]
        place = ibis.row_number().over(group_by=needs.ehc_plan_id, order_by=order)
        first = needs.mutate(place=place).filter(_.place == 0).select(plan_of="ehc_plan_id", ehc_need="need")
        rows = rows.left_join(first, rows.row_id == first.plan_of)
        # Of two plans on one request the first is the answer to it.
        answer = ibis.row_number().over(group_by=rows.ehc_request_id, order_by=[rows.started_on, rows.row_id])
        rows = rows.mutate(answer=answer).filter(_.answer == 0)
        return rows.select(
            "row_id", "child_id", "started_on", "exception", "ehc_need", in_time=_.started_on <= _.plan_by
        )

    return question.keep("education_plans_made", draw)


def _held(rows: ir.Table, spells: ir.Table, since: str) -> ir.Table:
    """The rows of children of whom a spell held from the day `since` until the end of 31 March: row_id."""
    spells = spells.select(spell_of="child_id", spell_from="started_on", spell_to=spells.ended_on.fill_null(FOREVER))
    inside = [
        rows.child_id == spells.spell_of,
        spells.spell_from <= rows[since],
        spells.spell_to > rows.march,
    ]
    return rows.join(spells, inside)[["row_id"]].distinct()


def _years() -> pa.Table:
    """School years by their last day: happened_on, march (31 March in it), first_day (of the twelve months to then),
    and the days of birth, `youngest` of whoever was just old enough and `oldest` of whoever no longer counts.
    """
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return pa.table(
        {
            "happened_on": _days(years, 0, 8, 31),
            "march": _days(years, 0, 3, 31),
            "first_day": _days(years, -1, 4, 1),
            "youngest": _days(years, -1 - YOUNGEST, 8, 31),
            "oldest": _days(years, -1 - TOO_OLD, 8, 31),
        }
    )


def _days(years: range, later: int, month: int, day: int) -> pa.Array:
    return pa.array([date(year + later, month, day) for year in years], pa.date32())
