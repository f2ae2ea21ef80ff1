"""The front door, assessments, enquiries and plans, as spells and events.

A row that another names counts where both are of one child: what a child is owed follows from that child's rows alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.intervals import FAR, merged, outside
from onechild.knowledge.clocks.journey.reading import Journey, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir

ASSESSED = ("assessment", "continue_assessment", "strategy_discussion", "section_47_enquiry", "looked_after_request")
IN_PERSON = "face_to_face"


def contact_for_decision(journey: Journey) -> ir.Table:
    """Contacts about a child who was not open already: said so, or else with no referral open from before that day."""
    contacts = journey.table("contacts")
    referrals = _accepted(journey).select("child_id", opened_on=_.started_on, closed_on=_.ended_on)
    worked = (
        contacts.join(referrals, "child_id")
        .filter(_.opened_on < _.happened_on, _.closed_on.isnull() | (_.happened_on < _.closed_on))
        .select("contact_id")
    )
    unsaid = contacts.filter(_.already_open.isnull()).anti_join(worked, "contact_id")
    new = ibis.union(contacts.filter(~_.already_open), unsaid)
    return spell(new, "contact_for_decision", key="contact_id", starts="happened_on", ends=None)


def contact_decided(journey: Journey) -> ir.Table:
    """Decisions on a contact, but one that only passes it on to screening."""
    decisions = journey.table("front_door_decisions")
    made = decisions.filter(_.outcome.isnull() | (_.outcome != "screening"))
    return event(made, "contact_decided", key="decision_id", about="contact_id")


def referral_to_assess(journey: Journey) -> ir.Table:
    """Referrals taken on, to the day the case closes or the referral is found to need no assessment."""
    referrals, outcomes = _accepted(journey), journey.table("outcomes")
    of_referrals = outcomes.filter(_.outcome_of == "referral", _.outcome.notnull())
    found = of_referrals.group_by("child_id", "outcome_of_id").agg(
        found_on=_.happened_on.min(), to_assess=ibis.ifelse(_.outcome.isin(ASSESSED), 1, 0).max()
    )
    other = found.filter(_.to_assess == 0).select("child_id", referral_id=_.outcome_of_id, found_on=_.found_on)
    cut = referrals.left_join(other, ["child_id", "referral_id"]).mutate(
        until=ibis.least(_.ended_on.fill_null(FAR), _.found_on.fill_null(FAR)).nullif(FAR)
    )
    return spell(cut, "referral_to_assess", key="referral_id", ends="until")


def assessment_of_referral_authorised(journey: Journey) -> ir.Table:
    """Assessments authorised, each belonging to its referral."""
    return event(
        journey.table("assessments"),
        "assessment_of_referral_authorised",
        key="assessment_id",
        on="ended_on",
        about="referral_id",
    )


def assessment(journey: Journey) -> ir.Table:
    """Assessments from their start; one authorised on the day it began still counts."""
    return spell(journey.table("assessments"), "assessment", key="assessment_id", ends=None)


def assessment_authorised(journey: Journey) -> ir.Table:
    """Assessments authorised, each belonging to itself."""
    rows = journey.table("assessments")
    return event(rows, "assessment_authorised", key="assessment_id", on="ended_on", about="assessment_id")


def section_47_enquiry(journey: Journey) -> ir.Table:
    """Enquiries from the strategy discussion that began them, to the day no conference was found to be needed."""
    enquiries, discussions = journey.table("section_47_enquiries"), journey.table("strategy_discussions")
    began = (
        discussions.filter(_.began_enquiry, _.enquiry_id.notnull())
        .group_by("child_id", "enquiry_id")
        .agg(discussed_on=_.happened_on.min())
    )
    closed = journey.table("referrals").select("child_id", "referral_id", closed_on=_.ended_on)
    begun_by = enquiries.left_join(began, ["child_id", "enquiry_id"]).drop("child_id_right", "enquiry_id_right")
    rows = begun_by.left_join(closed, ["child_id", "referral_id"])
    begun = ibis.coalesce(rows.discussed_on, rows.started_on)
    dropped = rows.conference_not_required.fill_null(False) | rows.no_further_action.fill_null(False)
    said = ibis.greatest(ibis.coalesce(rows.conference_decided_on, rows.ended_on, rows.started_on), begun)
    until = ibis.least(ibis.ifelse(dropped, said, FAR), rows.closed_on.fill_null(FAR)).nullif(FAR)
    return spell(
        rows.mutate(begun_on=begun, until=until),
        "section_47_enquiry",
        key="enquiry_id",
        starts="begun_on",
        ends="until",
    )


def initial_conference_held(journey: Journey) -> ir.Table:
    """Initial conferences and transfer-in conferences, each belonging to its enquiry where that is known."""
    held = journey.table("conferences").filter(_.conference_kind.isin(["initial", "transfer_in"]))
    return event(held, "initial_conference_held", key="conference_id", about="enquiry_id")


def child_protection_plan(journey: Journey) -> ir.Table:
    """Plans of this council, a plan transferred in from the conference that received it."""
    plans, conferences = _own_plans(journey), journey.table("conferences")
    received = conferences.filter(_.conference_kind == "transfer_in").select(
        "child_id", "conference_id", received_on=_.happened_on
    )
    rows = plans.left_join(received, ["child_id", "conference_id"])
    begun = ibis.greatest(rows.started_on, rows.received_on.fill_null(rows.started_on))
    return spell(rows.mutate(begun_on=begun), "child_protection_plan", key="plan_id", starts="begun_on")


def child_protection_plan_every(journey: Journey) -> ir.Table:
    """Plans that say how often the child is to be visited."""
    return _every(_own_plans(journey), "child_protection_plan_every")


def review_conference_held(journey: Journey) -> ir.Table:
    """Review conferences."""
    held = journey.table("conferences").filter(_.conference_kind == "review")
    return event(held, "review_conference_held", key="conference_id")


def child_protection_visit_seen(journey: Journey) -> ir.Table:
    """Visits under the plan, or under a section 47 enquiry while there is a plan, at which the child was seen."""
    return _seen(journey, "child_protection_visit_seen", ["child_protection", "section_47"])


def child_in_need_plan(journey: Journey) -> ir.Table:
    """Child in need plans, less the time that the child was on a child protection plan or looked after."""
    plans = spell(journey.table("child_in_need_plans"), "child_in_need_plan", key="plan_id")
    protected = spell(journey.table("child_protection_plans"), "plan", key="plan_id")
    in_care = spell(journey.table("periods_of_care"), "care", key="care_id")
    return outside(plans, merged(ibis.union(protected, in_care), "elsewhere"), "child_in_need_plan")


def child_in_need_plan_every(journey: Journey) -> ir.Table:
    """Plans that say how often the child is to be visited."""
    return _every(journey.table("child_in_need_plans"), "child_in_need_plan_every")


def short_package(journey: Journey) -> ir.Table:
    """Lower-level packages for disabled children."""
    rows = journey.table("child_in_need_plans").filter(_.short_package)
    return merged(spell(rows, "short_package", key="plan_id"), "short_package")


def child_in_need_visit_seen(journey: Journey) -> ir.Table:
    """Visits under the child in need plan at which the child was seen."""
    return _seen(journey, "child_in_need_visit_seen", ["child_in_need"])


def _accepted(journey: Journey) -> ir.Table:
    return journey.table("referrals").filter(~_.no_further_action.fill_null(False))


def _own_plans(journey: Journey) -> ir.Table:
    return journey.table("child_protection_plans").filter(~_.of_other_council.fill_null(False))


def _every(plans: ir.Table, kind: str) -> ir.Table:
    said = plans.filter(_.visit_every_days > 0)
    return spell(said, ibis.literal(f"{kind}_") + said.visit_every_days.cast("string") + "_days", key="plan_id")


def _seen(journey: Journey, kind: str, purposes: list[str]) -> ir.Table:
    visits = journey.table("visits")
    seen = visits.filter(_.seen, _.purpose.isin(purposes), _.method.isnull() | (_.method == IN_PERSON))
    return event(seen, kind, key="visit_id")
