"""Assessments: finished ones with how long they took and what came of them, those under way, and their factors."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.assessment import ASSESSMENT_FROM_START
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.duties import duties
from onechild.knowledge.measures.rows.owed import owed
from onechild.knowledge.measures.rows.spans import with_days

# Of several outcomes the one that goes furthest stands; those not named here come before early help.
LEAST_FIRST = ("no_further_action", "advice", "other_agency", "monitoring", "early_help")
FURTHEST_FIRST = (
    "looked_after_request",
    "legal_action",
    "child_protection_plan",
    "initial_conference",
    "section_47_enquiry",
    "strategy_discussion",
    "child_in_need_plan",
)
MANAGER = "team_manager"
NO_FACTORS = "21"  # the code that says that none was found
IN_PERSON = "face_to_face"


def finished(question: Question) -> ir.Table:
    """Assessments authorised: row_id, child_id, started_on, ended_on, days, outcome, child_seen, changed, and more.

    `days` are working days from start to authorisation; `outcome` the one that goes furthest; `nothing_more` says that
    it ended in no further action; `seen_alone` that the child was seen alone while it lasted; `changed` that the child
    had another lead worker, or the child's team another manager, before it was done; `factors` that it found any.
    """
    return question.keep("assessments_finished", lambda: _finished(question))


def in_time(question: Question) -> ir.Table:
    """Assessments authorised, by the clock from their start: row_id, child_id, met_on, in_time, outcome."""

    def draw() -> ir.Table:
        met = duties(question).filter((_.clock == ASSESSMENT_FROM_START.key) & _.met_on.notnull())
        met = met.select("row_id", "child_id", "met_on", "spell_id", in_time=_.outcome == "met")
        came = _outcomes(question)
        return met.left_join(came, met.spell_id == came.assessment_id).select(
            "row_id", "child_id", "met_on", "in_time", "outcome"
        )

    return question.keep("assessments_in_time", draw)


def under_way(question: Question) -> ir.Table:
    """Assessments not yet authorised at each moment: moment, row_id, child_id, late (past the limit from its start)."""
    return owed(question, ASSESSMENT_FROM_START.key)


def factors(question: Question) -> ir.Table:
    """Each factor found by a finished assessment, once: row_id, assessment_id, child_id, ended_on, factor.

    The code which says that none was found is none.
    """

    def draw() -> ir.Table:
        done = question.table("assessments").filter(_.ended_on.notnull())
        found = question.table("assessment_factors").filter(_.factor != NO_FACTORS)
        found = found[["assessment_id", "factor"]].distinct()
        rows = done.select("assessment_id", "child_id", "ended_on").inner_join(found, "assessment_id")
        return rows.mutate(row_id=_.assessment_id + "/" + _.factor)

    return question.keep("assessment_factors_found", draw)


def _finished(question: Question) -> ir.Table:
    done = question.table("assessments").filter(_.ended_on.notnull())
    rows = done.select(
        *("child_id", "started_on", "ended_on", "needs_support"),
        row_id="assessment_id",
        child_seen=_.child_seen.fill_null(False),
    )
    rows = with_days(question, rows, "started_on", "ended_on", working=True)
    outcomes = _outcomes(question)
    rows = rows.left_join(outcomes, rows.row_id == outcomes.assessment_id).drop("assessment_id")
    marks = {
        "changed": _changed(question, rows),
        "seen_alone": _seen_alone(question, rows),
        "factors": factors(question).select(row_id="assessment_id"),
    }
    for name, found in marks.items():
        told = found.select("row_id").distinct().mutate(found=True)
        rows = rows.left_join(told, "row_id").mutate(**{name: _.found.fill_null(False)}).drop("found", "row_id_right")
    # Where no outcome is recorded the source may still say whether the council's support was needed.
    unsaid = rows.outcome.isnull() & ~rows.needs_support.fill_null(True)
    return rows.mutate(nothing_more=(rows.outcome == "no_further_action").fill_null(False) | unsaid)


def _outcomes(question: Question) -> ir.Table:
    found = question.table("outcomes").filter(_.outcome_of == "assessment")
    ranks = [(found.outcome == code, number) for number, code in enumerate(FURTHEST_FIRST)]
    last = [(found.outcome == code, 99 - number) for number, code in enumerate(LEAST_FIRST)]
    place = ibis.row_number().over(
        group_by=found.outcome_of_id, order_by=[ibis.cases(*ranks, *last, else_=50), found.outcome]
    )
    return found.mutate(place=place).filter(_.place == 0).select("outcome", assessment_id="outcome_of_id")


def _changed(question: Question, rows: ir.Table) -> ir.Table:
    """Assessments in whose time two lead workers held the child, or a new manager came to the team that did."""
    leads = question.table("allocations").filter(_.role == "lead")
    leads = leads.select("worker_id", "team_id", held_by="child_id", held_from="started_on", held_to=_.ended_on)
    during = rows.join(
        leads,
        [
            rows.child_id == leads.held_by,
            leads.held_from <= rows.ended_on,
            ibis.coalesce(leads.held_to, FOREVER) > rows.started_on,
        ],
    )
    # A worker who takes over on the day it is authorised did not work on it.
    during = during.filter((_.held_from < _.ended_on) | (_.held_from <= _.started_on))
    workers = during.group_by("row_id").agg(workers=_.worker_id.nunique())
    teams = during[["row_id", "team_id", "started_on", "ended_on"]].distinct()
    managers = question.table("team_memberships").filter(_.role == MANAGER)
    managers = managers.select(of_team="team_id", came_on="started_on")
    came = teams.join(
        managers,
        [
            teams.team_id == managers.of_team,
            managers.came_on > teams.started_on,
            managers.came_on <= teams.ended_on,
        ],
    )
    return workers.filter(_.workers > 1)[["row_id"]].union(came[["row_id"]])


def _seen_alone(question: Question, rows: ir.Table) -> ir.Table:
    visits = question.table("visits").filter(
        _.seen_alone.fill_null(False), _.seen.fill_null(False), _.method.isnull() | (_.method == IN_PERSON)
    )
    visits = visits.select(visited="child_id", visited_on="happened_on")
    return rows.join(
        visits,
        [
            rows.child_id == visits.visited,
            visits.visited_on >= rows.started_on,
            visits.visited_on <= rows.ended_on,
        ],
    )
