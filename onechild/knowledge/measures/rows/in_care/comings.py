"""Children who came into care and who left it in a period, each once; and who came back within a year."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.children import short_breaks
from onechild.knowledge.measures.rows.in_care.codes import (
    ADOPTED,
    AT_18,
    DIED,
    GUARDIANSHIP,
    HOME_AS_PLANNED,
    holds,
)
from onechild.knowledge.measures.rows.in_care.homes import A_YEAR, EIGHTEEN, with_birth
from onechild.knowledge.measures.rows.spans import with_date
from onechild.knowledge.workdays.lengths import Length

REASONS = "reason_episode_ceased"


def started(question: Question) -> ir.Table:
    """Children who came into care in each period, by the first time in it: moment, row_id, child_id, started_on."""
    return question.keep("came_into_care", lambda: _once(question, "started_on", last=False))


def ceased(question: Question) -> ir.Table:
    """Children who left care in each period, by the last time in it: moment, row_id, child_id, ended_on, adopted,
    guardianship, home_as_planned.
    """

    def draw() -> ir.Table:
        rows = _once(question, "ended_on", last=True)
        return rows.select("moment", "row_id", "child_id", "ended_on", **_reasons(rows))

    return question.keep("left_care", draw)


def come_back(question: Question) -> ir.Table:
    """Children who left care: row_id, child_id, ended_on, a_year_on (when twelve months were past), within (whether
    they came back by then), for_good (adopted, 18 or over, or died: not expected back).
    """

    def draw() -> ir.Table:
        left = _periods(question).filter(_.ended_on.notnull())
        left = with_date(question, left, "ended_on", A_YEAR, "a_year_on")
        left = with_date(question, with_birth(question, left), "ended_on", Length(-EIGHTEEN.n, "year"), "adult_if_born")
        again = question.table("periods_of_care").select(again_child="child_id", again_on="started_on")
        inside = [left.child_id == again.again_child, again.again_on > left.ended_on, again.again_on <= left.a_year_on]
        back = left.join(again, inside)[["row_id"]].distinct().mutate(back=True)
        rows = left.left_join(back, "row_id").drop("row_id_right")
        adult = (rows.born_on <= rows.adult_if_born).fill_null(False)
        for_good = adult | holds(rows.end_reason, rows.ended_on, REASONS, (*ADOPTED, *AT_18, *DIED))
        return rows.select(
            "row_id", "child_id", "ended_on", "a_year_on", within=_.back.fill_null(False), for_good=for_good
        )

    return question.keep("left_care_and_back", draw)


def _once(question: Question, day: str, *, last: bool) -> ir.Table:
    """Periods of care that began (ended) in each period asked, one a child."""
    periods = _periods(question)
    asked = question.asked
    held = asked.join(periods, [periods[day] >= asked.from_on, periods[day] <= asked.to_on])
    order = [held[day].desc(), held.row_id.desc()] if last else [held[day], held.row_id]
    place = ibis.row_number().over(group_by=[held.moment, held.child_id], order_by=order)
    return held.mutate(place=place).filter(_.place == 0).drop("place", "from_on", "to_on")


def _periods(question: Question) -> ir.Table:
    """Periods of care, less those that were a series of short breaks to their end, or from their start where open."""

    def draw() -> ir.Table:
        care = question.table("periods_of_care")
        care = care.select("child_id", "started_on", "ended_on", "end_reason", row_id="care_id")
        breaks = short_breaks(question).rename(break_child="child_id", break_from="started_on", break_to="ended_on")
        last_day = care.ended_on.fill_null(FOREVER)
        inside = [
            care.child_id == breaks.break_child,
            breaks.break_from <= care.started_on,
            breaks.break_to.fill_null(FOREVER) >= last_day,
        ]
        return care.anti_join(breaks, inside)

    return question.keep("periods_outside_breaks", draw)


def _reasons(rows: ir.Table) -> dict[str, ir.BooleanValue]:
    return {
        "adopted": holds(rows.end_reason, rows.ended_on, REASONS, ADOPTED),
        "guardianship": holds(rows.end_reason, rows.ended_on, REASONS, GUARDIANSHIP),
        "home_as_planned": holds(rows.end_reason, rows.ended_on, REASONS, HOME_AS_PLANNED),
    }
