"""Audits and what they asked for, complaints, allegations against people who work with children, and homelessness."""

from __future__ import annotations

import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.front_door import HOMELESS_AT_16_OR_17
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.court.edge_of_care import times_in_care
from onechild.knowledge.measures.rows.duties import duties
from onechild.knowledge.measures.rows.reach import with_reach
from onechild.knowledge.workdays.lengths import Length

GOOD = ("good", "outstanding")
SIXTEEN, GROWN_UP = Length(16, "birthday"), Length(18, "birthday")


def audits(question: Question) -> ir.Table:
    """Audits with a grade: row_id, child_id, team_id, happened_on, theme, good (after moderation, where there was)."""

    def draw() -> ir.Table:
        rows = question.table("audits")
        judged = rows.moderated_grade.coalesce(rows.grade)
        found = rows.select(
            "child_id", "team_id", "happened_on", "theme", row_id="audit_id", good=judged.isin(GOOD), judged=judged
        )
        return found.filter(_.judged.notnull()).drop("judged")

    return question.keep("audits_graded", draw)


def audit_actions(question: Question) -> ir.Table:
    """What audits asked for, by a day: row_id, child_id, due_on, required (not withdrawn by that day), in_time."""

    def draw() -> ir.Table:
        rows = question.table("directions").filter((_.given_in == "audit") & _.due_on.notnull())
        return rows.select(
            "child_id",
            "due_on",
            row_id="direction_id",
            required=_.withdrawn_on.fill_null(FOREVER) > _.due_on,
            in_time=(_.done_on <= _.due_on).fill_null(False),
        )

    return question.keep("audit_actions", draw)


def allegation_duties(question: Question) -> ir.Table:
    """How long allegations took, by each clock: row_id, clock, due_on, met_on, required, in_time, sector."""

    def draw() -> ir.Table:
        owed = duties(question).filter(_.subject_kind == "allegation").mutate(in_time=_.outcome == "met")
        sectors = question.table("allegations").select("sector", about="allegation_id")
        rows = owed.left_join(sectors, owed.subject_id == sectors.about)
        return rows.select("row_id", "child_id", "clock", "due_on", "met_on", "required", "in_time", "sector")

    return question.keep("allegation_duties", draw)


def homeless_at_16_or_17(question: Question) -> ir.Table:
    """Assessments with housing owed to those who came without a home: row_id, child_id, due_on, outcome, required.

    Whoever was then younger than 16, or 18, or looked after already from an earlier day, is left out; one whose birth
    is not told is not.
    """

    def draw() -> ir.Table:
        rows = duties(question).filter(_.clock == HOMELESS_AT_16_OR_17.key)
        children = question.table("children").select("child_id", "born_on")
        rows = rows.left_join(children, "child_id").drop("child_id_right")
        rows = with_reach(question, rows, "born_on", SIXTEEN, name="sixteen_on")
        rows = with_reach(question, rows, "born_on", GROWN_UP, name="eighteen_on")
        rows = rows.filter(
            rows.born_on.isnull() | ((rows.sixteen_on <= rows.started_on) & (rows.eighteen_on > rows.started_on))
        )
        care = times_in_care(question)
        already = [
            rows.child_id == care.looked_after,
            care.cared_from < rows.started_on,
            care.cared_to > rows.started_on,
        ]
        return rows.anti_join(care, already).select("row_id", "child_id", "due_on", "outcome", "required")

    return question.keep("homeless_at_16_or_17", draw)
