"""The front door and assessments as spells and events: contacts, referrals, what was decided, what was finished.

A row that another names counts where both are of one child: what a child is owed follows from that child's rows alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.intervals import FAR
from onechild.knowledge.clocks.journey.kind import family, joined, kind
from onechild.knowledge.clocks.journey.reading import Journey, days_later, event, spell

if TYPE_CHECKING:
    import ibis.expr.types as ir

ASSESSED = ("assessment", "continue_assessment", "strategy_discussion", "section_47_enquiry", "looked_after_request")
# Those who referred for themselves or their own, or whom nobody knows: they are told as is right for them.
NOT_PROFESSIONAL = ("1A", "1B", "1C", "1D", "9", "10")
IN_PERSON = "face_to_face"
FEEDBACK_DAYS = 28  # after that nobody would still tell a referrer: the duty is missed


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


def contact_at_once(journey: Journey) -> ir.Table:
    """Contacts that the front door called red, whoever the child's worker is."""
    red = journey.table("contacts").filter(_.priority == "red")
    return spell(red, "contact_at_once", key="contact_id", starts="happened_on", ends=None)


def referral_to_decide(journey: Journey) -> ir.Table:
    """Referrals, to the day the case closes."""
    return spell(journey.table("referrals"), "referral_to_decide", key="referral_id")


def referral_decided(journey: Journey) -> ir.Table:
    """The type of response decided on: the day of it, or of the first outcome of the referral."""
    decided = event(
        journey.table("referrals"), "referral_decided", key="referral_id", on="decided_on", about="referral_id"
    )
    outcomes = journey.table("outcomes").filter(_.outcome_of == "referral")
    found = event(outcomes, "referral_decided", key="outcome_id", about="outcome_of_id")
    return ibis.union(decided, found)


def referrer_to_tell(journey: Journey) -> ir.Table:
    """Referrals decided on that no member of the public made, from that day, for as long as anybody would still ask."""
    rows = journey.table("referrals").filter(_.source_kind.isnull() | _.source_kind.notin(NOT_PROFESSIONAL))
    decided = rows.filter(_.decided_on.notnull())
    closing = days_later(journey, decided, FEEDBACK_DAYS, of="decided_on", into="until")
    return spell(closing, "referrer_to_tell", key="referral_id", starts="decided_on", ends="until")


def referrer_told(journey: Journey) -> ir.Table:
    """Referrers told, each belonging to the referral."""
    rows = journey.table("referrals")
    return event(rows, "referrer_told", key="referral_id", on="referrer_told_on", about="referral_id")


def referral_accepted(journey: Journey) -> ir.Table:
    """Referrals to assess, from the day that was decided, where it is told; to the day they no longer are."""
    rows = journey.table("referrals").select("child_id", spell_id=_.referral_id, decided_on=_.decided_on)
    known = journey.shared(referral_to_assess).join(rows, ["child_id", "spell_id"])
    decided = known.filter(_.decided_on.notnull(), _.ended_on.isnull() | (_.decided_on < _.ended_on))
    return spell(decided, "referral_accepted", key="spell_id", starts="decided_on")


def child_seen(journey: Journey) -> ir.Table:
    """Visits of any purpose, in person, at which the child was seen."""
    return event(seen_in_person(journey), "child_seen", key="visit_id")


def unborn_to_assess(journey: Journey) -> ir.Table:
    """Referrals to assess of a child who was not born yet."""
    unborn = journey.shared(referral_to_assess).join(_unborn(journey), "child_id")
    return spell(unborn.filter(_.born_on.isnull() | (_.started_on < _.born_on)), "unborn_to_assess", key="spell_id")


def assessment_under_way(journey: Journey) -> ir.Table:
    """Assessments, from their start to the day they were authorised."""
    return spell(journey.table("assessments"), "assessment_under_way", key="assessment_id")


def assessment_finished(journey: Journey) -> ir.Table:
    """Assessments authorised, whatever they were for."""
    return event(journey.table("assessments"), "assessment_finished", key="assessment_id", on="ended_on")


def manager_check(journey: Journey) -> ir.Table:
    """A manager's checks of an assessment, each by its place in it: the first, the second, the third."""
    return nth_of(journey, "manager_check", within=journey.shared(assessment_under_way))


def nth_of(journey: Journey, step: str, *, within: ir.Table) -> ir.Table:
    """This function will return a step as events `<step>_1`, `<step>_2` by its place in the spell it belongs to."""
    steps = journey.table("steps_taken").filter(_.step == step).select("child_id", "happened_on", "about_id")
    taken = steps.join(within.select("child_id", "spell_id", "started_on", "ended_on"), "child_id").filter(
        _.about_id.isnull() | (_.about_id == _.spell_id),
        _.happened_on >= _.started_on,
        _.ended_on.isnull() | (_.happened_on <= _.ended_on),
    )
    days = taken.select("child_id", "spell_id", "happened_on").distinct()
    along = ibis.window(group_by=["child_id", "spell_id"], order_by="happened_on")
    placed = days.mutate(place=(ibis.row_number().over(along) + 1).cast("string"))
    named = placed.mutate(event_key=placed.spell_id + "/" + placed.place)
    return event(named, ibis.literal(f"{step}_") + named.place, key="event_key", about="spell_id")


def seen_in_person(journey: Journey) -> ir.Table:
    """This function will return the visits at which the child was seen, and not by video or telephone."""
    return journey.table("visits").filter(_.seen, _.method.isnull() | (_.method == IN_PERSON))


def _accepted(journey: Journey) -> ir.Table:
    return journey.table("referrals").filter(~_.no_further_action.fill_null(False))


def _unborn(journey: Journey) -> ir.Table:
    """Children who are or were expected: with the day of birth once there is one."""
    children = journey.table("children").select("child_id", "born_on", "expected_on")
    return children.filter(_.born_on.notnull() | _.expected_on.notnull())


SPELLS = joined(
    kind(contact_for_decision, "contacts"),
    kind(contact_at_once, "contacts"),
    kind(referral_to_decide, "referrals"),
    kind(referrer_to_tell, "referrals"),
    kind(referral_accepted, "referrals"),
    kind(referral_to_assess, "referrals"),
    kind(unborn_to_assess, "referrals"),
    kind(assessment, "assessments"),
    kind(assessment_under_way, "assessments"),
)
EVENTS = joined(
    kind(contact_decided, "front_door_decisions"),
    kind(referral_decided, "referrals", "outcomes"),
    kind(referrer_told, "referrals"),
    kind(child_seen, "visits"),
    kind(assessment_of_referral_authorised, "assessments"),
    kind(assessment_authorised, "assessments"),
    kind(assessment_finished, "assessments"),
    family(manager_check, (f"manager_check_{n}" for n in (1, 2, 3)), "steps_taken"),
)
