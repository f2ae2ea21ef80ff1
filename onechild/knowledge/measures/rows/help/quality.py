"""Audits and what they asked for, complaints, and allegations against people who work with children."""

from __future__ import annotations

import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.duties import duties

GOOD = ("good", "outstanding")


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
