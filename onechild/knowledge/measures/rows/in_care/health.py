"""The health of children who have been looked after for a year: assessments, teeth, immunisations, questionnaires."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.journey.care.health_and_schooling import ASSESSMENTS
from onechild.knowledge.measures.question import Question
from onechild.knowledge.measures.rows.children import looked_after
from onechild.knowledge.measures.rows.in_care.homes import A_YEAR, with_birth
from onechild.knowledge.measures.rows.spans import back, first_day
from onechild.knowledge.workdays.lengths import Length

FIVE, SEVENTEEN = Length(5, "year"), Length(17, "year")
DENTAL, DONE = "dental", "Completed"
# The published count asks for two assessments of a child under five, and one of others.
UNDER_FIVE, OTHERS = 2, 1


def a_year_in_care(question: Question) -> ir.Table:
    """Children looked after for the whole of the twelve months: moment, row_id, child_id, assessed, teeth_checked,
    immunised, questionnaire_age (5 to 16), score (of the latest questionnaire; null where there is none).

    All within the twelve months. A check refused or planned is not done; two assessments on one day are one.
    """

    def draw() -> ir.Table:
        held = with_birth(question, looked_after(question))
        for name, days in {
            "first": first_day(question, A_YEAR),
            "since": back(question, A_YEAR),
            "five_before": back(question, FIVE),
            "seventeen_before": back(question, SEVENTEEN),
        }.items():
            held = held.inner_join(days.rename(**{name: "day"}), "moment")
        held = held.filter(_.started_on <= _.first)
        rows = held
        for found in (_checks(question, held), _immunised(question, held), _scores(question, held)):
            rows = rows.left_join(found, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        under_five = (rows.born_on > rows.five_before).fill_null(False)
        enough = ibis.ifelse(under_five, UNDER_FIVE, OTHERS)
        return rows.select(
            "moment",
            "row_id",
            "child_id",
            assessed=_.assessments.fill_null(0) >= enough,
            teeth_checked=_.dentists.fill_null(0) > 0,
            immunised=_.immunised.fill_null(False),
            questionnaire_age=(_.born_on <= _.five_before) & (_.born_on > _.seventeen_before),
            score=_.score.cast("float64"),
        )

    return question.keep("a_year_in_care", draw)


def _checks(question: Question, held: ir.Table) -> ir.Table:
    told = question.table("health_checks")
    told = told.filter(told.check_status.isnull() | (told.check_status == DONE))
    both = _in_the_year(held, told, "check_kind")
    assessment = both.check_kind.isin(ASSESSMENTS)
    return both.group_by("moment", "row_id").agg(
        assessments=both.told_on.nunique(where=assessment), dentists=both.count(where=both.check_kind == DENTAL)
    )


def _immunised(question: Question, held: ir.Table) -> ir.Table:
    both = _in_the_year(held, question.table("immunisations"), "up_to_date", key="immunisation_id")
    return _latest(both).select("moment", "row_id", immunised="up_to_date")


def _scores(question: Question, held: ir.Table) -> ir.Table:
    told = question.table("strengths_and_difficulties").filter(_.score.notnull())
    both = _in_the_year(held, told, "score", key="questionnaire_id")
    return _latest(both).select("moment", "row_id", "score")


def _in_the_year(held: ir.Table, told: ir.Table, column: str, *, key: str = "child_id") -> ir.Table:
    told = told.filter(told.happened_on.notnull())
    told = told.select(column, told_of="child_id", told_on="happened_on", told_key=told[key])
    each = held["moment", "row_id", "child_id", "since", "to_on"]
    inside = [each.child_id == told.told_of, told.told_on > each.since, told.told_on <= each.to_on]
    return each.join(told, inside)


def _latest(both: ir.Table) -> ir.Table:
    place = ibis.row_number().over(
        group_by=[both.moment, both.row_id], order_by=[both.told_on.desc(), both.told_key.desc()]
    )
    return both.mutate(place=place).filter(_.place == 0)
