"""Enquiries, conferences and plans, of protection and of need, as spells and events.

A row that another names counts where both are of one child: what a child is owed follows from that child's rows alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.front_door import nth_of, seen_in_person
from onechild.knowledge.clocks.journey.intervals import FAR, merged, outside, until_other
from onechild.knowledge.clocks.journey.kind import family, joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, event, spell
from onechild.knowledge.clocks.journey.steps import to_the_end_of_work

if TYPE_CHECKING:
    import ibis.expr.types as ir


def section_47_enquiry(journey: Journey) -> ir.Table:
    """Enquiries from the strategy discussion that began them, to the day no conference was found to be needed."""
    rows = journey.shared(_enquiries)
    dropped = rows.conference_not_required.fill_null(False) | rows.no_further_action.fill_null(False)
    said = ibis.greatest(ibis.coalesce(rows.conference_decided_on, rows.ended_on, rows.started_on), rows.begun_on)
    until = ibis.least(ibis.ifelse(dropped, said, FAR), rows.closed_on.fill_null(FAR)).nullif(FAR)
    found = rows.mutate(until=until)
    return spell(found, "section_47_enquiry", key="enquiry_id", starts="begun_on", ends="until")


def section_47_to_conclude(journey: Journey) -> ir.Table:
    """The same, to the day the case closes."""
    rows = journey.shared(_enquiries)
    return spell(rows, "section_47_to_conclude", key="enquiry_id", starts="begun_on", ends="closed_on")


def section_47_concluded(journey: Journey) -> ir.Table:
    """Enquiries whose outcome a manager authorised: on the day they ended, never before they began."""
    rows = journey.shared(_enquiries).filter(_.ended_on.notnull())
    dated = rows.mutate(concluded_on=ibis.greatest(_.ended_on, _.begun_on))
    return event(dated, "section_47_concluded", key="enquiry_id", on="concluded_on", about="enquiry_id")


def unborn_under_enquiry(journey: Journey) -> ir.Table:
    """Enquiries about a child who was not born yet, to the birth; counted from the day the child is expected."""
    children = journey.table("children").select("child_id", "born_on", "expected_on")
    rows = journey.shared(section_47_enquiry).join(children, "child_id")
    due = rows.mutate(expected=ibis.coalesce(_.expected_on, _.born_on)).filter(_.started_on < _.expected)
    until = ibis.least(due.ended_on.fill_null(FAR), due.born_on.fill_null(FAR)).nullif(FAR)
    found = due.mutate(until=until)
    return spell(found, "unborn_under_enquiry", key="spell_id", ends="until", counted_from="expected")


def strategy_discussion_held(journey: Journey) -> ir.Table:
    """Strategy discussions."""
    return event(journey.table("strategy_discussions"), "strategy_discussion_held", key="discussion_id")


def conference_coming(journey: Journey) -> ir.Table:
    """From the day a conference is planned to the day it is planned for, or to another plan; counted from that day."""
    planned = journey.table("steps_taken").filter(_.step == "conference_planned", _.set_for_on.notnull())
    along = ibis.window(group_by="child_id", order_by=["happened_on", "step_id"])
    rows = planned.mutate(replaced_on=_.happened_on.lead().over(along))
    until = ibis.least(rows.set_for_on, rows.replaced_on.fill_null(FAR))
    kept = rows.mutate(until=until)
    return spell(
        kept, "conference_coming", key="step_id", starts="happened_on", ends="until", counted_from="set_for_on"
    )


def initial_conference_held(journey: Journey) -> ir.Table:
    """Initial conferences and transfer-in conferences, each belonging to its enquiry where that is known."""
    held = journey.table("conferences").filter(_.conference_kind.isin(["initial", "transfer_in"]))
    return event(held, "initial_conference_held", key="conference_id", about="enquiry_id")


def transfer_in_conference_held(journey: Journey) -> ir.Table:
    """Conferences at which this council took on another's plan."""
    held = journey.table("conferences").filter(_.conference_kind == "transfer_in")
    return event(held, "transfer_in_conference_held", key="conference_id")


def core_group_held(journey: Journey) -> ir.Table:
    """Core groups."""
    return event(journey.table("core_groups"), "core_group_held", key="core_group_id")


def core_groups_begun(journey: Journey) -> ir.Table:
    """A plan from its first core group on."""
    first = journey.shared(_first_core_groups)
    plans = journey.shared(child_protection_plan).join(first, ["child_id", "spell_id"])
    return spell(plans, "core_groups_begun", key="spell_id", starts="first_on")


def core_group_held_again(journey: Journey) -> ir.Table:
    """Core groups of a plan after its first."""
    later = _core_groups(journey).join(journey.shared(_first_core_groups), ["child_id", "spell_id"])
    again = later.filter(_.happened_on > _.first_on)
    return event(again, "core_group_held_again", key="core_group_id", about="spell_id")


def long_plan_reviewed(journey: Journey) -> ir.Table:
    """Reviews of a long plan by the chair or legal advisers, each by its place in the plan."""
    return nth_of(journey, "long_plan_reviewed", within=journey.shared(child_protection_plan))


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
    return _every(journey, _own_plans(journey), "child_protection_plan")


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
    return outside(plans, journey.shared(_elsewhere), "child_in_need_plan")


def need_found(journey: Journey) -> ir.Table:
    """Assessments that found a child in need plan to be needed and none there, to the end or a stronger plan."""
    outcomes = journey.table("outcomes").filter(_.outcome_of == "assessment", _.outcome == "child_in_need_plan")
    found = outcomes.group_by("child_id", assessment_id=_.outcome_of_id).agg(found_on=_.happened_on.min())
    assessed = journey.table("assessments").filter(_.ended_on.notnull())
    rows = assessed.select("child_id", "assessment_id", "ended_on").join(found, ["child_id", "assessment_id"])
    begun = rows.mutate(begun_on=ibis.greatest(_.ended_on, ibis.coalesce(_.found_on, _.ended_on)))
    spells = spell(begun, "need_found", key="assessment_id", starts="begun_on", ends=None)
    plans = journey.table("child_in_need_plans").select("child_id", plan_from=_.started_on, plan_to=_.ended_on)
    planned = spells.join(plans, "child_id").filter(
        _.plan_from < _.started_on, _.plan_to.isnull() | (_.started_on < _.plan_to)
    )
    unplanned = spells.anti_join(planned, ["child_id", "spell_id"])
    return to_the_end_of_work(journey, until_other(unplanned, journey.shared(_elsewhere), "need_found"))


def child_in_need_plan_begun(journey: Journey) -> ir.Table:
    """Child in need plans, on the day each began."""
    return event(journey.table("child_in_need_plans"), "child_in_need_plan_begun", key="plan_id", on="started_on")


def child_in_need_review_held(journey: Journey) -> ir.Table:
    """Reviews of a child in need plan."""
    return event(journey.table("child_in_need_reviews"), "child_in_need_review_held", key="review_id")


def stepped_down(journey: Journey) -> ir.Table:
    """From the day a child protection plan was stepped down, until the child is on one again or looked after."""
    rows = _own_plans(journey).filter(_.end_reason == "stepped_down", _.ended_on.notnull())
    spells = spell(rows, "stepped_down", key="plan_id", starts="ended_on", ends=None)
    return to_the_end_of_work(journey, until_other(spells, journey.shared(_elsewhere), "stepped_down"))


def child_in_need_plan_every(journey: Journey) -> ir.Table:
    """Plans that say how often the child is to be visited."""
    return _every(journey, journey.table("child_in_need_plans"), "child_in_need_plan")


def short_package(journey: Journey) -> ir.Table:
    """Lower-level packages for disabled children."""
    rows = journey.table("child_in_need_plans").filter(_.short_package)
    return merged(spell(rows, "short_package", key="plan_id"), "short_package")


def child_in_need_visit_seen(journey: Journey) -> ir.Table:
    """Visits under the child in need plan at which the child was seen."""
    return _seen(journey, "child_in_need_visit_seen", ["child_in_need"])


def _enquiries(journey: Journey) -> ir.Table:
    """Enquiries with the day each began, by its strategy discussion where one is known, and the day the case closed."""
    enquiries, discussions = journey.table("section_47_enquiries"), journey.table("strategy_discussions")
    began = (
        discussions.filter(_.began_enquiry, _.enquiry_id.notnull())
        .group_by("child_id", "enquiry_id")
        .agg(discussed_on=_.happened_on.min())
    )
    closed = journey.table("referrals").select("child_id", "referral_id", closed_on=_.ended_on)
    begun_by = enquiries.left_join(began, ["child_id", "enquiry_id"]).drop("child_id_right", "enquiry_id_right")
    rows = begun_by.left_join(closed, ["child_id", "referral_id"])
    return rows.mutate(begun_on=ibis.coalesce(rows.discussed_on, rows.started_on)).select(
        *("child_id", "enquiry_id", "started_on", "ended_on", "begun_on", "closed_on"),
        *("conference_not_required", "conference_decided_on", "no_further_action"),
    )


def _core_groups(journey: Journey) -> ir.Table:
    """Core groups with the plan that each was held under, by its days."""
    held = journey.table("core_groups").select("child_id", "core_group_id", "happened_on")
    plans = journey.shared(child_protection_plan).select("child_id", "spell_id", "started_on", "ended_on")
    return held.join(plans, "child_id").filter(
        _.happened_on >= _.started_on, _.ended_on.isnull() | (_.happened_on <= _.ended_on)
    )


def _first_core_groups(journey: Journey) -> ir.Table:
    return _core_groups(journey).group_by("child_id", "spell_id").agg(first_on=_.happened_on.min())


def _elsewhere(journey: Journey) -> ir.Table:
    """The times on a child protection plan or looked after, in which a child in need plan rests."""
    protected = spell(journey.table("child_protection_plans"), "plan", key="plan_id")
    in_care = spell(journey.table("periods_of_care"), "care", key="care_id")
    return merged(ibis.union(protected, in_care), "elsewhere")


def closing_decided(journey: Journey) -> ir.Table:
    """From the decision to close to the end of the work."""
    steps = journey.table("steps_taken").filter(_.step == "closure_decided")
    found = spell(steps, "closing_decided", key="step_id", starts="happened_on", ends=None)
    return to_the_end_of_work(journey, found)


def _own_plans(journey: Journey) -> ir.Table:
    return journey.table("child_protection_plans").filter(~_.of_other_council.fill_null(False))


def _every(journey: Journey, plans: ir.Table, plan: str) -> ir.Table:
    """Intervals that plans say from their first day, and those set for a child later, from the day they are set for."""
    columns = ("child_id", "interval_id", "every", "started_on", "ended_on")
    said = plans.mutate(interval_id=_.plan_id, every=_.visit_every_days).select(*columns)
    later = journey.table("visit_intervals").mutate(interval_id=_.visit_interval_id, every=_.every_days)
    later = later.semi_join(plans, [("child_id", "child_id"), (f"{plan}_id", "plan_id")]).select(*columns)
    both = ibis.union(said, later).filter(_.every > 0)
    return spell(both, ibis.literal(f"{plan}_every_") + both.every.cast("string") + "_days", key="interval_id")


def _seen(journey: Journey, kind: str, purposes: list[str]) -> ir.Table:
    return event(seen_in_person(journey).filter(_.purpose.isin(purposes)), kind, key="visit_id")


SPELLS = joined(
    kind(section_47_enquiry, "section_47_enquiries"),
    kind(section_47_to_conclude, "section_47_enquiries"),
    kind(unborn_under_enquiry, "section_47_enquiries"),
    kind(conference_coming, "steps_taken"),
    kind(child_protection_plan, "child_protection_plans"),
    kind(child_protection_plan_every, "child_protection_plans"),
    kind(core_groups_begun, "core_groups"),
    kind(child_in_need_plan, "child_in_need_plans"),
    kind(need_found, "outcomes"),
    kind(stepped_down, "child_protection_plans"),
    kind(closing_decided, "steps_taken"),
    kind(child_in_need_plan_every, "child_in_need_plans"),
    kind(short_package, "child_in_need_plans"),
)
EVENTS = joined(
    kind(initial_conference_held, "conferences"),
    kind(review_conference_held, "conferences"),
    kind(transfer_in_conference_held, "conferences"),
    kind(strategy_discussion_held, "strategy_discussions"),
    kind(section_47_concluded, "section_47_enquiries"),
    kind(core_group_held, "core_groups"),
    kind(core_group_held_again, "core_groups"),
    family(long_plan_reviewed, (f"long_plan_reviewed_{n}" for n in (1, 2, 3, 4)), "steps_taken"),
    kind(child_in_need_plan_begun, "child_in_need_plans"),
    kind(child_in_need_review_held, "child_in_need_reviews"),
    kind(child_protection_visit_seen, "visits"),
    kind(child_in_need_visit_seen, "visits"),
)
