"""What follows from coming into care and from each placement: plans, notices, reviewing officers, times of approval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.in_care import (
    CARE_ORDERS,
    FOR_ADOPTION,
    conditions_held,
    in_care,
    legal_statuses,
    looked_after,
    looked_after_review_held,
    placements,
    short_breaks,
)
from onechild.knowledge.clocks.journey.intervals import as_kind, merged, sooner, until_first, within
from onechild.knowledge.clocks.journey.kind import family, joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir

# A holiday, a stay in hospital or up to a week elsewhere: the placement goes on.
TEMPORARY_MOVES = ("T0", "T1", "T2", "T3", "T4")
TEMPORARY, EXTENDED, EMERGENCY = "temporary_approval", "extended_temporary_approval", "emergency_outside_terms"
ASKED_IN_CARE = ("visit_requested", "setting_notice")


def placement_to_plan(journey: Journey) -> ir.Table:
    """Placements, but for adoption, temporary moves, and those that began in a series of short breaks."""
    others = (*TEMPORARY_MOVES, *FOR_ADOPTION)
    rows = journey.shared(placements).filter(~_.placement_kind.fill_null("").isin(others))
    begun = spell(rows, "placement_to_plan", key="placement_id")
    breaks = within(begun, journey.shared(short_breaks), on="started_on").select("subject_id", "spell_id")
    return begun.anti_join(breaks, ["subject_id", "spell_id"])


def placement_plan_made(journey: Journey) -> ir.Table:
    """Placement plans; one made before its placement counts on the placement's first day."""
    rows = journey.table("placement_plans").select("child_id", "placement_plan_id", "placement_id", "happened_on")
    return event(_from_placement(journey, rows), "placement_plan_made", key="placement_plan_id", about="placement_id")


def placement_notice_given(journey: Journey) -> ir.Table:
    """Those who must know were told; before the placement counts on its first day."""
    told = journey.table("steps_taken").filter(_.step == "placement_notified")
    rows = told.select("child_id", "step_id", "happened_on", placement_id=_.about_id)
    return event(_from_placement(journey, rows), "placement_notice_given", key="step_id", about="placement_id")


def first_placement_to_plan(journey: Journey) -> ir.Table:
    """From the first placement of a period of care to its end, or to the day the plan became one for the court."""
    begun = journey.shared(placements).select(subject_id="child_id", placed_on="started_on")
    first = (
        looked_after(journey)
        .join(begun, "subject_id")
        .filter(_.placed_on >= _.started_on, _.ended_on.isnull() | (_.placed_on < _.ended_on))
        .group_by("subject_id", "child_id", "spell_id", "ended_on")
        .agg(started_on=_.placed_on.min())
    )
    placed = as_kind(first.mutate(kind=ibis.literal(""), counted_from=_.started_on), "first_placement_to_plan")
    court = journey.shared(_before_the_court)
    already = within(placed, court, on="started_on").select("subject_id", "spell_id")
    issued = court.select("subject_id", happened_on="started_on")
    return until_first(placed.anti_join(already, ["subject_id", "spell_id"]), issued, "first_placement_to_plan")


def care_plan_prepared(journey: Journey) -> ir.Table:
    """Care plans; one prepared before the first placement of its period of care counts on that day."""
    begun = journey.shared(first_placement_to_plan).select("child_id", care_id="spell_id", owed_from="started_on")
    rows = journey.table("care_plans").left_join(begun, ["child_id", "care_id"])
    dated = rows.mutate(happened_on=ibis.greatest(_.started_on, _.owed_from.fill_null(_.started_on)))
    plans = dated.select("child_id", "care_plan_id", "care_id", "happened_on")
    return event(plans, "care_plan_prepared", key="care_plan_id", about="care_id")


def reviewing_officer_named(journey: Journey) -> ir.Table:
    """A reviewing officer with the child: on the first day in care, or on the day one was named if later."""
    named = journey.table("allocations").filter(_.role == "reviewing_officer", _.worker_id.notnull())
    held = named.select("child_id", "allocation_id", named_on="started_on", until="ended_on")
    care = journey.table("periods_of_care").select("child_id", "care_id", "started_on")
    with_child = care.join(held, "child_id").filter(_.until.isnull() | (_.until > _.started_on))
    dated = with_child.mutate(happened_on=ibis.greatest(_.started_on, _.named_on))
    return event(dated, "reviewing_officer_named", key="allocation_id", about="care_id")


def in_care_since(journey: Journey) -> ir.Table:
    """From a step that asks for a visit to the end of care."""
    asked = journey.table("steps_taken").filter(_.step.isin(ASKED_IN_CARE))
    rows = within(asked.select("child_id", "step_id", "step", "happened_on"), journey.shared(in_care), on="happened_on")
    named = ibis.literal("in_care_since_") + rows.step
    return spell(rows, named, key="step_id", starts="happened_on", ends="until")


def between_reviews(journey: Journey) -> ir.Table:
    """From a review to the next, or to the end of care."""
    rows = journey.shared(reviews_in_care)
    ended = rows.mutate(next_on=sooner(rows.next_on, rows.until))
    return spell(ended, "between_reviews", key="review_id", starts="happened_on", ends="next_on")


def second_review(journey: Journey) -> ir.Table:
    """From the second review of a time in care to its end."""
    second = journey.shared(reviews_in_care).filter(_.turn == 1)
    return spell(second, "second_review", key="review_id", starts="happened_on", ends="until")


def reviews_in_care(journey: Journey) -> ir.Table:
    """The days of reviews in each time in care: review_id, happened_on, next_on, until, and `turn` from 0."""
    held = journey.shared(looked_after_review_held).select("child_id", "event_id", "happened_on")
    days = within(held, journey.shared(in_care), on="happened_on")
    each = days.group_by("child_id", "begun_on", "until", "happened_on").agg(review_id=_.event_id.min())
    along = ibis.window(group_by=["child_id", "begun_on"], order_by="happened_on")
    return each.mutate(turn=ibis.row_number().over(along), next_on=_.happened_on.lead().over(along))


def reviewing_officer_checked(journey: Journey) -> ir.Table:
    """Contacts of the reviewing officer with the child, but on the day of a review."""
    reviews = journey.shared(looked_after_review_held).select("child_id", "happened_on")
    rows = journey.table("independent_reviewing_contacts").anti_join(reviews, ["child_id", "happened_on"])
    return event(rows, "reviewing_officer_checked", key="reviewing_contact_id")


def temporary_approval(journey: Journey) -> ir.Table:
    """A connected person's approval for a time, with its extension, in each placement."""
    held = journey.shared(conditions_held).filter(_.condition.isin([TEMPORARY, EXTENDED]))
    rows = spell(held, "temporary_approval", key="condition_id", starts="begun_on", ends="until")
    places = held.select(spell_id="condition_id", place=ibis.coalesce(_.placement_id, _.condition_id))
    of_place = merged(rows.join(places, "spell_id").mutate(subject_id=_.place).drop("place"), "temporary_approval")
    return of_place.mutate(spell_id=_.subject_id + "/" + _.spell_id, subject_id=_.child_id)


def temporary_approval_extended(journey: Journey) -> ir.Table:
    """While that approval is extended."""
    held = journey.shared(conditions_held).filter(_.condition == EXTENDED)
    rows = spell(held, "temporary_approval_extended", key="condition_id", starts="begun_on", ends="until")
    return merged(rows, "temporary_approval_extended")


def temporary_approval_over(journey: Journey) -> ir.Table:
    """The day approval for a time ended: by full approval, or with the placement."""
    ended = journey.shared(temporary_approval)
    return event(ended, "temporary_approval_over", key="spell_id", on="ended_on", about="spell_id")


def emergency_placement(journey: Journey) -> ir.Table:
    """In an emergency with a carer outside the terms of approval (regulation 23)."""
    held = journey.shared(conditions_held).filter(_.condition == EMERGENCY)
    return spell(held, "emergency_placement", key="condition_id", starts="begun_on", ends="until")


def emergency_placement_over(journey: Journey) -> ir.Table:
    """The day that arrangement ended."""
    ended = emergency_placement(journey)
    return event(ended, "emergency_placement_over", key="spell_id", on="ended_on", about="spell_id")


def _from_placement(journey: Journey, rows: ir.Table) -> ir.Table:
    places = journey.shared(placements).select("child_id", "placement_id", placed_on="started_on")
    found = rows.left_join(places, ["child_id", "placement_id"])
    return found.mutate(happened_on=ibis.greatest(_.happened_on, _.placed_on.fill_null(_.happened_on)))


def _before_the_court(journey: Journey) -> ir.Table:
    """Care proceedings and care orders, in which the care plan is the court's matter (section 31A)."""
    proceedings = journey.table("proceedings").filter(_.application == "care")
    asked = spell(proceedings, "court", key="proceedings_id")
    return merged(ibis.union(asked, legal_statuses(journey, CARE_ORDERS)), "court")


SPELLS = joined(
    kind(placement_to_plan, "placements"),
    kind(first_placement_to_plan, "placements"),
    family(in_care_since, (f"in_care_since_{step}" for step in ASKED_IN_CARE), "steps_taken"),
    kind(between_reviews, "looked_after_reviews"),
    kind(second_review, "looked_after_reviews"),
    kind(temporary_approval, "placement_conditions"),
    kind(temporary_approval_extended, "placement_conditions"),
    kind(emergency_placement, "placement_conditions"),
)
EVENTS = joined(
    kind(placement_plan_made, "placement_plans"),
    kind(placement_notice_given, "steps_taken"),
    kind(care_plan_prepared, "care_plans"),
    kind(reviewing_officer_named, "allocations"),
    kind(reviewing_officer_checked, "independent_reviewing_contacts"),
    kind(temporary_approval_over, "placement_conditions"),
    kind(emergency_placement_over, "placement_conditions"),
)
