"""Looked-after children who were missing, and the interviews of all children who came back."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.hours.seen_and_missing import RETURN_INTERVIEW_HELD, RETURN_INTERVIEW_OFFERED
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.children import short_breaks
from onechild.knowledge.measures.rows.duties import duties

MISSING, AWAY = "M", "A"
FROM_CARE, FROM_HOME = "care", "home"


def in_care_during(question: Question) -> ir.Table:
    """Children looked after at some time in each period: moment, row_id, child_id, to_on, and whether they were missing
    or away without authorisation at some time in it, begun before the period or in it, while looked after.
    """

    def draw() -> ir.Table:
        asked = question.asked
        care = question.table("periods_of_care").filter(_.started_on.notnull())
        care = care.select("child_id", "started_on", row_id="care_id", until=_.ended_on.fill_null(FOREVER))
        held = asked.join(care, [care.started_on <= asked.to_on, care.until > asked.from_on])
        breaks = short_breaks(question).rename(break_child="child_id", break_from="started_on", break_to="ended_on")
        whole = [
            held.child_id == breaks.break_child,
            breaks.break_from <= held.started_on,
            breaks.break_to.fill_null(FOREVER) >= held.until,
        ]
        held = held.anti_join(breaks, whole)
        gone = (
            question.table("missing_episodes")
            .filter(_.started_on.notnull())
            .select(
                gone_child="child_id",
                gone_from="started_on",
                gone_to=_.ended_on.fill_null(FOREVER),
                missing_kind=_.missing_kind.fill_null(MISSING),
            )
        )
        inside = [
            held.child_id == gone.gone_child,
            gone.gone_from <= held.to_on,
            gone.gone_to >= held.from_on,
            gone.gone_from >= held.started_on,
            gone.gone_from < held.until,
        ]
        both = held.join(gone, inside)
        found = both.group_by("moment", "row_id").agg(
            missing=both.count(where=both.missing_kind == MISSING) > 0,
            away=both.count(where=both.missing_kind == AWAY) > 0,
        )
        rows = held.left_join(found, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        return rows.select(
            "moment",
            "row_id",
            "child_id",
            "to_on",
            missing=_.missing.fill_null(False),
            away=_.away.fill_null(False),
        )

    return question.keep("in_care_during", draw)


def returns(question: Question) -> ir.Table:
    """Children's returns from being missing, of which an interview was owed: row_id, child_id, due_on, offered_in_time,
    offered, held_in_time, held, and home_or_care (where the child was missing from).

    Absence without authorisation, where the carers knew where the child was, is not being missing.
    """

    def draw() -> ir.Table:
        owed = duties(question).filter(_.clock == RETURN_INTERVIEW_OFFERED.key, _.required)
        away = question.table("missing_episodes").filter(_.missing_kind == AWAY)
        owed = owed.anti_join(away.select(spell_id="missing_id"), "spell_id")
        owed = owed.select(
            "row_id",
            "child_id",
            "due_on",
            "spell_id",
            offered_in_time=_.outcome == "met",
            offered=_.met_on.notnull(),
        )
        talks = duties(question).filter(_.clock == RETURN_INTERVIEW_HELD.key)
        talks = talks.select("child_id", "spell_id", held_in_time=_.outcome == "met", held=_.met_on.notnull())
        rows = owed.left_join(talks, ["child_id", "spell_id"]).drop("child_id_right", "spell_id_right")
        cared = _from_care(question)
        rows = rows.left_join(cared, rows.spell_id == cared.missing_id)
        return rows.select(
            "row_id",
            "child_id",
            "due_on",
            "offered_in_time",
            "offered",
            held_in_time=_.held_in_time.fill_null(False),
            held=_.held.fill_null(False),
            home_or_care=ibis.ifelse(_.missing_id.notnull(), FROM_CARE, FROM_HOME),
        )

    return question.keep("returns_from_missing", draw)


def _from_care(question: Question) -> ir.Table:
    """The episodes that began while the child was looked after: missing_id."""
    episodes = question.table("missing_episodes").select("child_id", "missing_id", gone_on="started_on")
    care = question.table("periods_of_care").select(
        care_child="child_id", care_from="started_on", care_to=_.ended_on.fill_null(FOREVER)
    )
    inside = [
        episodes.child_id == care.care_child,
        care.care_from <= episodes.gone_on,
        care.care_to > episodes.gone_on,
    ]
    return episodes.join(care, inside)[["missing_id"]].distinct()
