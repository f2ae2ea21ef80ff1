"""What has to be done within hours of a moment: deciding a contact, seeing a child, hearing one who was missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
from ibis import _

from onechild.knowledge.clocks.journey.ages import birthdays
from onechild.knowledge.clocks.journey.front_door import contact_for_decision
from onechild.knowledge.clocks.journey.hours.timed import timed_event, timed_spell
from onechild.knowledge.clocks.journey.intervals import FAR
from onechild.knowledge.clocks.journey.kind import joined, kind
from onechild.knowledge.clocks.journey.reading import Journey

if TYPE_CHECKING:
    import ibis.expr.types as ir

IN_PERSON = "face_to_face"


def contact_received(journey: Journey) -> ir.Table:
    """The contacts that are owed a decision, from the moment each was received."""
    owed = contact_for_decision(journey).select("child_id", contact_id=_.spell_id)
    rows = journey.table("contacts").semi_join(owed, "contact_id")
    return timed_spell(rows, "contact_received", key="contact_id", starts="received_at")


def contact_decided_at(journey: Journey) -> ir.Table:
    """Decisions on a contact, but one that only passes it on to screening."""
    rows = journey.table("front_door_decisions").filter(_.outcome.isnull() | (_.outcome != "screening"))
    return timed_event(
        rows, "contact_decided_at", key="decision_id", at="decided_at", on="happened_on", about="contact_id"
    )


def enquiry_begun(journey: Journey) -> ir.Table:
    """The strategy discussions that began an enquiry, to the day that the enquiry or the case ended."""
    referrals = journey.table("referrals").select("child_id", "referral_id", closed_on=_.ended_on)
    enquiries = journey.table("section_47_enquiries").left_join(referrals, ["child_id", "referral_id"])
    ends = enquiries.select(
        "child_id",
        "enquiry_id",
        until=ibis.least(enquiries.ended_on.fill_null(FAR), enquiries.closed_on.fill_null(FAR)).nullif(FAR),
    )
    rows = journey.table("strategy_discussions").filter(_.began_enquiry)
    dated = rows.left_join(ends, ["child_id", "enquiry_id"]).select("child_id", "discussion_id", "held_at", "until")
    return timed_spell(dated, "enquiry_begun", key="discussion_id", starts="held_at", ends="until")


def child_seen_in_enquiry(journey: Journey) -> ir.Table:
    """Visits in person under an enquiry at which the child was seen, and not only with others."""
    rows = journey.table("visits").filter(
        _.seen,
        _.purpose == "section_47",
        _.method.isnull() | (_.method == IN_PERSON),
        _.seen_alone.fill_null(True),
    )
    return timed_event(rows, "child_seen_in_enquiry", key="visit_id", at="seen_at", on="happened_on")


def returned_from_missing(journey: Journey) -> ir.Table:
    """The moment a child who was missing came back, to the 18th birthday.

    Left out where the source says only that an interview was offered or not wanted, and not when.
    """
    return timed_spell(
        _returns(journey), "returned_from_missing", key="missing_id", starts="returned_at", ends="aged_18"
    )


def returned_and_will_talk(journey: Journey) -> ir.Table:
    """The same, to the day that the child refused an interview."""
    rows = _returns(journey)
    interviews = journey.table("return_interviews").filter(~_.accepted, _.missing_id.notnull())
    refused = interviews.group_by("child_id", "missing_id").agg(
        refused_on=ibis.coalesce(_.offered_on, _.happened_on).min()
    )
    cut = rows.left_join(refused, ["child_id", "missing_id"]).mutate(
        until=ibis.least(_.aged_18.fill_null(FAR), _.refused_on.fill_null(FAR)).nullif(FAR)
    )
    return timed_spell(cut, "returned_and_will_talk", key="missing_id", starts="returned_at", ends="until")


def return_interview_offered(journey: Journey) -> ir.Table:
    """The day an interview was offered; one held without an offer on record was offered when it was held."""
    rows = journey.table("return_interviews").mutate(day=ibis.coalesce(_.offered_on, _.happened_on))
    unsaid = rows.offered_on.isnull()
    told = rows.mutate(moment=ibis.ifelse(unsaid, rows.held_at, ibis.null(rows.held_at.type())))
    return timed_event(told, "return_interview_offered", key="interview_id", at="moment", on="day", about="missing_id")


def return_interview_held(journey: Journey) -> ir.Table:
    """Interviews held."""
    rows = journey.table("return_interviews")
    return timed_event(
        rows, "return_interview_held", key="interview_id", at="held_at", on="happened_on", about="missing_id"
    )


def _returns(journey: Journey) -> ir.Table:
    """Episodes with the child's 18th birthday, less those whose offer is told without its day."""
    episodes = journey.table("missing_episodes").filter(_.ended_on.notnull() | _.returned_at.notnull())
    told = journey.table("return_interviews").filter(_.missing_id.notnull()).select("child_id", "missing_id")
    dayless = episodes.filter(_.interview_offered.isin(["Y", "NA"])).anti_join(told, ["child_id", "missing_id"])
    rows = episodes.anti_join(dayless, "missing_id")
    born = journey.shared(birthdays).select("child_id", "aged_18")
    return rows.left_join(born, "child_id").select(*episodes.columns, "aged_18")


SPELLS = joined(
    kind(contact_received, "contacts"),
    kind(enquiry_begun, "strategy_discussions"),
    kind(returned_from_missing, "missing_episodes"),
    kind(returned_and_will_talk, "missing_episodes"),
)
EVENTS = joined(
    kind(contact_decided_at, "front_door_decisions"),
    kind(child_seen_in_enquiry, "visits"),
    kind(return_interview_offered, "return_interviews"),
    kind(return_interview_held, "return_interviews"),
)
