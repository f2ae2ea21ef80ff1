"""Whether placements fit the child: identity needs, and decisions on the match of child and carer."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.care.permanence import LONG_TERM_MATCH
from onechild.knowledge.measures.question import FOREVER, Question
from onechild.knowledge.measures.rows.in_care.codes import FAMILIES, LONG_TERM_FOSTERING
from onechild.knowledge.measures.rows.in_care.homes import placed
from onechild.knowledge.measures.rows.limits import with_due

LONG_TERM_PLAN, AGREED, MEANT_TO_LAST = "long_term_fostering", "long_term_match_agreed", "intended_to_18"


def identity(question: Question) -> ir.Table:
    """Looked-after children in families: moment, row_id, child_id, recorded (whether any need of ethnicity, language
    or religion is told in the latest matching decision on the placement), matched.

    Matched: every need told is met, or else a reason and a cultural plan are on record.
    """

    def draw() -> ir.Table:
        homes = placed(question).filter(_.placement_kind.isin(FAMILIES))
        rows = homes.left_join(_latest_decision(question, homes), ["moment", "row_id"])
        rows = rows.drop("moment_right", "row_id_right")
        needs = (rows.ethnicity_met, rows.language_met, rows.religion_met)
        told = needs[0].notnull() | needs[1].notnull() | needs[2].notnull()
        met = needs[0].fill_null(True) & needs[1].fill_null(True) & needs[2].fill_null(True)
        made_good = rows.cultural_plan.fill_null(False) & rows.reasons.notnull()
        return rows.select("moment", "row_id", "child_id", recorded=told, matched=told & (met | made_good))

    return question.keep("identity_needs", draw)


def long_term_placements(question: Question) -> ir.Table:
    """Looked-after children in a long-term foster placement, or one meant to last to 18: moment, row_id, child_id,
    decided (whether a long-term match is on record for it).
    """

    def draw() -> ir.Table:
        homes = placed(question).filter(_.placement_id.notnull())
        meant = question.table("placement_conditions").filter(_.condition == MEANT_TO_LAST)
        meant = meant.select("placement_id", meant_from=_.started_on, meant_to=_.ended_on.fill_null(FOREVER))
        inside = [
            homes.placement_id == meant.placement_id,
            meant.meant_from <= homes.to_on,
            meant.meant_to > homes.to_on,
        ]
        lasting = homes.join(meant, inside)[["moment", "row_id"]].distinct().mutate(meant=True)
        rows = homes.left_join(lasting, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        rows = rows.filter(_.placement_kind.isin(LONG_TERM_FOSTERING) | _.meant.fill_null(False))
        agreed = _agreed(question, rows)
        rows = rows.left_join(agreed, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        return rows.select("moment", "row_id", "child_id", decided=_.agreed.fill_null(False))

    return question.keep("long_term_placements", draw)


def plans_for_long_term_fostering(question: Question) -> ir.Table:
    """Looked-after children with a plan for long-term fostering: moment, row_id, child_id, due (whether the time to
    agree a match is past, by the limit of its clock), decided.

    No row where no long-term match of anybody is told: its source does not tell them.
    """

    def draw() -> ir.Table:
        plans = question.table("permanence_plans").filter(_.permanence == LONG_TERM_PLAN)
        plans = plans.select(
            "child_id", "permanence_plan_id", planned_on="started_on", plan_to=_.ended_on.fill_null(FOREVER)
        )
        homes = placed(question)[["moment", "child_id", "to_on", "started_on", "placement_id"]]
        inside = [homes.child_id == plans.child_id, plans.planned_on <= homes.to_on, plans.plan_to > homes.to_on]
        held = homes.join(plans, inside).drop("child_id_right").mutate(row_id=_.permanence_plan_id)
        told = _told(question).limit(1).select(any_told=_.child_id)
        held = held.cross_join(told).drop("any_told")
        rows = with_due(question, held, "planned_on", LONG_TERM_MATCH, name="due_on")
        agreed = _agreed(question, held)
        rows = rows.left_join(agreed, ["moment", "row_id"]).drop("moment_right", "row_id_right")
        return rows.select(
            "moment",
            "row_id",
            "child_id",
            due=(_.due_on <= _.to_on).fill_null(False),
            decided=_.agreed.fill_null(False),
        ).distinct()

    return question.keep("plans_for_long_term_fostering", draw)


def _latest_decision(question: Question, homes: ir.Table) -> ir.Table:
    """The latest matching decision on the placement by each moment, with what it told."""
    told = question.table("matching_decisions").select(
        "matching_decision_id",
        "placement_id",
        "ethnicity_met",
        "language_met",
        "religion_met",
        "cultural_plan",
        "reasons",
        decided_on="happened_on",
    )
    each = homes[["moment", "row_id", "to_on", "placement_id"]]
    found = each.join(told, [each.placement_id == told.placement_id, told.decided_on <= each.to_on])
    latest = ibis.row_number().over(
        group_by=[found.moment, found.row_id],
        order_by=[found.decided_on.desc(), found.matching_decision_id.desc()],
    )
    one = found.mutate(latest=latest).filter(_.latest == 0)
    return one.select("moment", "row_id", "ethnicity_met", "language_met", "religion_met", "cultural_plan", "reasons")


def _agreed(question: Question, rows: ir.Table) -> ir.Table:
    """Those of the rows for whom a long-term match was agreed in this time in care: by a matching decision on the
    placement that the child is in (or on none named), or by the step that the clock knows.
    """
    told = _told(question)
    each = rows.select("moment", "row_id", "child_id", "to_on", "started_on", "placement_id")
    inside = [
        each.child_id == told.child_id,
        told.agreed_on <= each.to_on,
        told.agreed_on >= each.started_on,
        told.match_of.isnull() | (told.match_of == each.placement_id),
    ]
    return each.join(told, inside)[["moment", "row_id"]].distinct().mutate(agreed=True)


def _told(question: Question) -> ir.Table:
    """Long-term matches that are told: child_id, agreed_on, match_of (the placement; empty where none is named)."""
    decisions = question.table("matching_decisions").filter(_.long_term)
    steps = question.table("steps_taken").filter(_.step == AGREED)
    return decisions.select("child_id", agreed_on="happened_on", match_of="placement_id").union(
        steps.select("child_id", agreed_on="happened_on", match_of=ibis.null("string"))
    )
