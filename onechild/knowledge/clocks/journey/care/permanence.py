"""Plans for permanence, accommodation by agreement, deprivation of liberty, and stays that are no placement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.ages import birthdays
from onechild.knowledge.clocks.journey.in_care import in_care, legal_statuses, short_breaks
from onechild.knowledge.clocks.journey.intervals import merged, outside, overlap, sooner, within
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir

BY_AGREEMENT = "V2"
LONG_STAYS = ("hospital", "residential_school")


def permanence_planned(journey: Journey) -> ir.Table:
    """Plans for permanence, from the day each was agreed."""
    return event(journey.table("permanence_plans"), "permanence_planned", key="permanence_plan_id", on="started_on")


def plan_for_long_term_fostering(journey: Journey) -> ir.Table:
    """While long-term fostering is the plan and the child is in care."""
    plans = journey.table("permanence_plans").filter(_.permanence == "long_term_fostering", _.started_on.notnull())
    rows = plans.select("child_id", "permanence_plan_id", "started_on", "ended_on")
    held = within(rows, journey.shared(in_care), on="started_on")
    ends = held.mutate(until=sooner(held.ended_on, held.until))
    return spell(ends, "plan_for_long_term_fostering", key="permanence_plan_id", ends="until")


def accommodated_by_agreement(journey: Journey) -> ir.Table:
    """In care under section 20 alone, and in no series of short breaks."""
    agreed = overlap(legal_statuses(journey, (BY_AGREEMENT,)), journey.shared(in_care), "agreed")
    return outside(agreed, journey.shared(short_breaks), "accommodated_by_agreement")


def liberty_order(journey: Journey) -> ir.Table:
    """Orders that allow a child to be deprived of liberty, counted from the day the order itself ends."""
    rows = journey.shared(_liberty_orders).filter(_.expires_on.notnull())
    return spell(rows, "liberty_order", key="order_id", ends="until", counted_from="expires_on")


def liberty_order_over(journey: Journey) -> ir.Table:
    """The day an order was replaced, discharged or let run out."""
    rows = journey.table("deprivation_of_liberty_orders")
    return event(rows, "liberty_order_over", key="order_id", on="ended_on", about="order_id")


def deprived_of_liberty(journey: Journey) -> ir.Table:
    """While any such order is in force, one after another as one time."""
    rows = journey.shared(_liberty_orders)
    in_force = rows.mutate(until=sooner(rows.until, rows.expires_on))
    return merged(spell(in_force, "deprived_of_liberty", key="order_id", ends="until"), "deprived_of_liberty")


def long_stay(journey: Journey) -> ir.Table:
    """Stays of a child in hospital or a residential school, while not looked after."""
    rows = journey.shared(_childhood_stays).filter(_.stay_kind.isin(LONG_STAYS))
    return outside(spell(rows, "long_stay", key="stay_id", ends="until"), journey.shared(in_care), "long_stay")


def long_stay_known(journey: Journey) -> ir.Table:
    """From the day the council was told of such a stay to its end."""
    told = journey.table("steps_taken").filter(_.step == "stay_notified")
    days = told.select("child_id", "step_id", told_on="happened_on")
    stays = journey.shared(long_stay).select("child_id", "started_on", "ended_on")
    known = days.join(stays, "child_id").filter(
        _.started_on <= _.told_on, _.ended_on.isnull() | (_.told_on < _.ended_on)
    )
    last = known.group_by("child_id", "told_on").agg(
        step_id=_.step_id.min(), until=_.ended_on.max(), open=_.ended_on.isnull().any()
    )
    ends = last.mutate(until=ibis.ifelse(last.open, ibis.null("date"), last.until))
    return spell(ends, "long_stay_known", key="step_id", starts="told_on", ends="until")


def detained_after_care(journey: Journey) -> ir.Table:
    """Stays in custody that ended a time in care, of a child who is no relevant child."""
    stays = journey.shared(_childhood_stays).filter(_.stay_kind == "custody")
    rows = stays.select("child_id", "stay_id", detained_on="started_on", released_on="until")
    left = journey.shared(in_care).filter(_.ended_on.notnull()).select("child_id", left_on="ended_on")
    begun = rows.join(left, "child_id").filter(
        _.left_on >= _.detained_on, _.released_on.isnull() | (_.left_on < _.released_on)
    )
    relevant = journey.table("leaving_care_eligibility").filter(_.eligibility == "Relevant")
    held = relevant.select("child_id", since="started_on", to="ended_on")
    entitled = begun.join(held, "child_id").filter(_.since <= _.left_on, _.to.isnull() | (_.left_on < _.to))
    owed = begun.anti_join(entitled, ["child_id", "stay_id", "left_on"])
    keyed = owed.mutate(spell_key=_.stay_id + "/" + _.left_on.cast("string"))
    back = journey.shared(in_care)
    spells = spell(keyed, "detained_after_care", key="spell_key", starts="left_on", ends="released_on")
    return outside(spells, back, "detained_after_care")


def seen_in_custody(journey: Journey) -> ir.Table:
    """Visits in person to a child in custody, who was seen."""
    return _seen(journey, "custody", "seen_in_custody")


def seen_on_a_long_stay(journey: Journey) -> ir.Table:
    """Visits in person to a child in hospital or a residential school, who was seen."""
    return _seen(journey, "stay", "seen_on_a_long_stay")


def _seen(journey: Journey, purpose: str, kind_seen: str) -> ir.Table:
    visits = journey.table("visits").filter(_.seen, _.purpose == purpose)
    return event(visits.filter(_.method.isnull() | (_.method == "face_to_face")), kind_seen, key="visit_id")


def _liberty_orders(journey: Journey) -> ir.Table:
    """Orders, ended at the latest with the time in care in which each began."""
    rows = journey.table("deprivation_of_liberty_orders").select(
        "child_id", "order_id", "started_on", "ended_on", "expires_on"
    )
    care = within(rows.select("child_id", "order_id", "started_on"), journey.shared(in_care), on="started_on")
    found = rows.left_join(care.select("child_id", "order_id", "until"), ["child_id", "order_id"])
    return found.select(*rows.columns, "until").mutate(until=sooner(_.until, _.ended_on))


def _childhood_stays(journey: Journey) -> ir.Table:
    """Stays up to the 18th birthday."""
    rows = journey.table("stays").select("child_id", "stay_id", "stay_kind", "started_on", "ended_on")
    ages = journey.shared(birthdays).select("child_id", "aged_18")
    found = rows.left_join(ages, "child_id").select(*rows.columns, "aged_18")
    return found.mutate(until=sooner(found.ended_on, found.aged_18))


SPELLS = joined(
    kind(plan_for_long_term_fostering, "permanence_plans"),
    kind(accommodated_by_agreement, "legal_statuses", "care_episodes"),
    kind(liberty_order, "deprivation_of_liberty_orders"),
    kind(deprived_of_liberty, "deprivation_of_liberty_orders"),
    kind(long_stay, "stays"),
    kind(long_stay_known, "stays"),
    kind(detained_after_care, "stays"),
)
EVENTS = joined(
    kind(permanence_planned, "permanence_plans"),
    kind(liberty_order_over, "deprivation_of_liberty_orders"),
    kind(seen_in_custody, "visits"),
    kind(seen_on_a_long_stay, "visits"),
)
