"""Timescales in hours of deciding on a contact, seeing a child in an enquiry, and hearing one who was missing."""

from __future__ import annotations

from onechild.knowledge.clocks.hours import hours, in_hours
from onechild.knowledge.clocks.model import Confidence, Source, Standard, Standing, Topic, days
from onechild.knowledge.clocks.rules.front_door import REVISED, WORKING_TOGETHER

MISSING = "Statutory guidance on children who run away or go missing from home or care, 2014"
BY_DAY = "What was done is judged by its moment where that is on record, and else by its day."

CONTACT_DECISION_HOURS = in_hours(
    "contact-decision-hours",
    "Decide what to do about a contact, in hours",
    reference="FD-01",
    starts="contact_received",
    within=Standard("contact_decision_hours", "hour", 24),
    met_by=("contact_decided_at",),
    owed_by="Front-door manager",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local standard that follows Working Together", "decisions on referrals"),
    needs=("contacts", "front_door_decisions"),
    needs_event=True,
    exceptions=(
        "A contact whose hour is not on record is counted by the working day alone: see contact-decision.",
        "A contact about a child who is already open goes to the child's worker and is owed no decision here.",
        "Passing a contact on to screening is not a decision.",
        "The hours run on out of hours and over weekends, when the emergency duty team decides.",
    ),
    notes=("A second count beside the working day, of the council's own.", BY_DAY, REVISED),
    topic=Topic.FRONT_DOOR,
    plain=(
        "A manager decides within a day and a night of a contact coming in what is to happen: nothing further, advice, "
        "early help or a referral. The number of hours is the council's own."
    ),
    amber=days(1),
)

SEEN_IN_ENQUIRY = in_hours(
    "section-47-child-seen",
    "See the child and speak to the child alone in the enquiry",
    reference="CP-02",
    starts="enquiry_begun",
    within=Standard("section_47_seen_hours", "hour", 24),
    met_by=("child_seen_in_enquiry",),
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local practice", f"{WORKING_TOGETHER} sets no number of hours"),
    needs=("strategy_discussions", "visits"),
    needs_event=True,
    exceptions=(
        "Counted from the moment of the strategy discussion that began the enquiry; a discussion whose hour is not on "
        "record opens no duty in hours, and the initial conference's clock is counted from its day.",
        "Or as the strategy discussion sets: that is recorded as a direction.",
        "Not owed once the enquiry or the case has ended.",
        "A visit at which the child was seen only with others does not meet it; where the record is silent it does.",
    ),
    notes=(BY_DAY,),
    topic=Topic.CHILD_PROTECTION,
    plain=(
        "A child about whom an enquiry was begun is seen, and spoken to alone, within 24 hours of the strategy "
        "discussion. The number of hours is the council's own."
    ),
    amber=days(1),
)

_RETURN = (
    "Each return is its own duty. Where a child goes missing again before it was met, one interview may serve both: "
    "record it for each.",
    "Where the source tells only the day of return no hours are counted; where it tells that an interview was offered "
    "and not when, nothing can be said and nothing is owed here.",
    "At 18 nothing is owed any more.",
)

RETURN_INTERVIEW_OFFERED = in_hours(
    "return-interview-offered",
    "Offer the return home interview",
    reference="MIS-01",
    starts="returned_from_missing",
    within=hours(72),
    met_by=("return_interview_offered",),
    owed_by="The authority; an independent person",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(MISSING, "independent return interview within 72 hours"),
    needs=("missing_episodes", "return_interviews"),
    exceptions=_RETURN,
    notes=("An offer is judged by its day, as its hour is not recorded.",),
    topic=Topic.MISSING,
    plain=(
        "Every child who was missing is offered a talk with somebody independent within 72 hours of coming back, "
        "weekends and holidays included."
    ),
    amber=days(2),
)

RETURN_INTERVIEW_HELD = in_hours(
    "return-interview-held",
    "Hold the return home interview",
    reference="MIS-01",
    starts="returned_and_will_talk",
    within=hours(72),
    met_by=("return_interview_held",),
    owed_by="The authority; an independent person",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(MISSING, "independent return interview within 72 hours"),
    needs=("missing_episodes", "return_interviews"),
    exceptions=("Not owed from the day the child refused it: it was then offered and not held.", *_RETURN),
    notes=(BY_DAY,),
    topic=Topic.MISSING,
    plain=(
        "The return home interview itself takes place within 72 hours of the child coming back, if the child will talk."
    ),
    amber=days(2),
)

CLOCKS = (CONTACT_DECISION_HOURS, SEEN_IN_ENQUIRY, RETURN_INTERVIEW_OFFERED, RETURN_INTERVIEW_HELD)
