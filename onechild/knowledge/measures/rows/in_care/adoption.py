"""Ways to adoption: how long they took, who still waits, and whether the reports on the child are current."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir
from ibis import _

from onechild.knowledge.clocks.rules.adoption import PERMANENCE_REPORT
from onechild.knowledge.measures.question import FOREVER, Question, whole
from onechild.knowledge.measures.rows.children import looked_after
from onechild.knowledge.measures.rows.in_care.codes import FOR_ADOPTION
from onechild.knowledge.measures.rows.in_care.homes import A_YEAR
from onechild.knowledge.measures.rows.limits import with_due
from onechild.knowledge.measures.rows.spans import back, first_day, with_days
from onechild.knowledge.workdays.lengths import Length

ADOPTION, SIGNED = "adoption", "permanence_report_signed"
THREE_YEARS = Length(36, "month")


def adopted(question: Question) -> ir.Table:
    """Adoptions: row_id, child_id, ordered_on, to_family (days from coming into care to moving in with the family),
    to_match (days from the placement order to the match; 0 where the match came first), siblings.

    Where the child's foster carers adopt, the day the child moved in with them counts.
    """

    def draw() -> ir.Table:
        cases = question.table("permanence_cases").filter(_.order_kind == ADOPTION, _.ordered_on.notnull())
        care = question.table("periods_of_care").select("care_id", began_on="started_on")
        cases = cases.left_join(care, "care_id").drop("care_id_right")
        moved_in = ibis.ifelse(
            cases.adopted_by_carer.fill_null(False) & cases.carer_became_adopter_on.notnull(),
            cases.carer_became_adopter_on,
            cases.placed_on,
        )
        cases = cases.mutate(entered_on=_.entered_care_on.fill_null(_.began_on), moved_in_on=moved_in)
        cases = with_days(question, cases, "entered_on", "moved_in_on", name="to_family")
        cases = with_days(question, cases, "placement_order_on", "matched_on", name="to_match")
        before_the_order = (_.placed_on <= _.ordered_on).fill_null(False)
        return cases.select(
            "child_id",
            "ordered_on",
            "to_family",
            row_id="permanence_case_id",
            to_match=ibis.ifelse(before_the_order, ibis.greatest(_.to_match, whole(0)), ibis.null("float64")),
            siblings=ibis.cases((_.in_sibling_group, "yes"), (~_.in_sibling_group, "no"), else_=ibis.null("string")),
        )

    return question.keep("adopted", draw)


def adopted_in_three_years(question: Question) -> ir.Table:
    """The same, of the three years that end with each moment: moment, and the rest."""

    def draw() -> ir.Table:
        asked = question.asked.select("moment", "to_on")
        asked = asked.inner_join(first_day(question, THREE_YEARS).rename(first="day"), "moment")
        each = adopted(question)
        held = asked.join(each, [each.ordered_on >= asked.first, each.ordered_on <= asked.to_on])
        return held.drop("to_on", "first")

    return question.keep("adopted_in_three_years", draw)


def waiting(question: Question) -> ir.Table:
    """Looked-after children who are to be adopted, not yet with a family: moment, row_id, child_id, long (decided more
    than twelve months ago), siblings.
    """

    def draw() -> ir.Table:
        rows = _to_be_adopted(question)
        rows = rows.inner_join(back(question, A_YEAR).rename(long_ago="day"), "moment")
        return rows.select("moment", "row_id", "child_id", "siblings", long=_.decided_on < _.long_ago)

    return question.keep("waiting_for_adoption", draw)


def reported_on(question: Question) -> ir.Table:
    """Looked-after children whose plan is adoption, not yet with a family: moment, row_id, child_id, current (whether
    there is a report, signed or brought up to date in this time in care and within the limit of its clock).
    """

    def draw() -> ir.Table:
        decided = _to_be_adopted(question).select("moment", "child_id")
        plans = question.table("permanence_plans").filter(_.permanence == ADOPTION, _.started_on.notnull())
        plans = plans.select(plan_of="child_id", plan_from="started_on", plan_to=_.ended_on.fill_null(FOREVER))
        held = _unplaced(question)
        inside = [held.child_id == plans.plan_of, plans.plan_from <= held.to_on, plans.plan_to > held.to_on]
        planned = held.join(plans, inside).select("moment", "child_id")
        rows = decided.union(planned).distinct()
        signed = question.table("steps_taken").filter(_.step == SIGNED)
        signed = signed.select(signed_for="child_id", signed_on="happened_on")
        signed = with_due(question, signed, "signed_on", PERMANENCE_REPORT, name="holds_to")
        care = looked_after(question).select("moment", "child_id", "to_on", "started_on")
        holds = [
            care.child_id == signed.signed_for,
            signed.signed_on >= care.started_on,
            signed.signed_on <= care.to_on,
            signed.holds_to >= care.to_on,
        ]
        current = care.join(signed, holds)[["moment", "child_id"]].distinct().mutate(current=True)
        rows = rows.left_join(current, ["moment", "child_id"]).drop("moment_right", "child_id_right")
        return rows.select("moment", "child_id", row_id=_.child_id, current=_.current.fill_null(False))

    return question.keep("children_reported_on", draw)


def _to_be_adopted(question: Question) -> ir.Table:
    """Ways to adoption that are decided on and neither at an end nor, by placement, with a family at each moment."""
    cases = question.table("permanence_cases").filter(_.decided_on.notnull())
    cases = cases.select(
        case_child="child_id",
        case_id="permanence_case_id",
        decided_on="decided_on",
        until=ibis.least(
            _.placed_on.fill_null(FOREVER),
            _.carer_became_adopter_on.fill_null(FOREVER),
            _.ordered_on.fill_null(FOREVER),
            _.reversed_on.fill_null(FOREVER),
        ),
        ended_again=_.placement_ended_on,
        over=ibis.least(_.ordered_on.fill_null(FOREVER), _.reversed_on.fill_null(FOREVER)),
        siblings=ibis.cases((_.in_sibling_group, "yes"), (~_.in_sibling_group, "no"), else_=ibis.null("string")),
    )
    held = _unplaced(question)
    inside = [held.child_id == cases.case_child, cases.decided_on <= held.to_on, cases.over > held.to_on]
    found = held.join(cases, inside)
    # Placed, and that placement ended without an order: waiting again.
    again = (found.ended_again <= found.to_on).fill_null(False)
    found = found.filter((found.until > found.to_on) | again)
    return found.select("moment", "child_id", "to_on", "decided_on", "siblings", row_id="case_id")


def _unplaced(question: Question) -> ir.Table:
    """Looked-after children who are in no placement for adoption at each moment: moment, to_on, child_id."""
    held = looked_after(question)
    spells = question.table("placements").filter(_.placement_kind.isin(FOR_ADOPTION))
    spells = spells.select(placed_of="child_id", placed_from="started_on", placed_to=_.ended_on.fill_null(FOREVER))
    inside = [held.child_id == spells.placed_of, spells.placed_from <= held.to_on, spells.placed_to > held.to_on]
    return held.anti_join(spells, inside).select("moment", "to_on", "child_id").distinct()
