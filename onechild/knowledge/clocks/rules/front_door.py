"""Timescales of the front door: contacts, referrals, the first visit, and a young person who comes without a home."""

from onechild.knowledge.clocks.model import (
    Confidence,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_precedence,
    days,
    once,
    working_days,
)

WORKING_TOGETHER = "Working Together to Safeguard Children"
REVISED = "The 2026 edition replaced that of 2023 on 18 March 2026 and was not to hand: check it."

CONTACT_DECISION = once(
    "contact-decision",
    "Decide what to do about a contact",
    reference="FD-01",
    starts="contact_for_decision",
    within=Standard("contact_decision_working_days", "working_day", 1),
    met_by="contact_decided",
    owed_by="Front-door manager",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local standard that follows Working Together", "decisions on referrals"),
    needs=("contacts", "front_door_decisions"),
    topic=Topic.FRONT_DOOR,
    plain="When somebody tells the council about a child, a manager decides what happens next by the end of the next "
    "working day.",
    exceptions=(
        "A contact about a child who is already open goes to the child's worker the same day and is owed no decision; "
        "where the source does not say, a referral open from before that day says so.",
        "Passing a contact on to screening is not a decision.",
    ),
    notes=("DfE counts referrals only.", REVISED),
)

REFERRAL_DECISION = once(
    "referral-decision",
    "Decide how to respond to a referral",
    reference="FD-02",
    starts="referral_to_decide",
    within=working_days(1),
    met_by="referral_decided",
    owed_by="Social work manager",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "response to a referral (chapter 3 of the 2023 edition); repeated in KCSIE"),
    needs=("referrals",),
    needs_event=True,
    topic=Topic.FRONT_DOOR,
    plain="By the end of the working day after a referral comes in, the council decides what kind of response the "
    "child needs and tells the referrer that it has the referral.",
    exceptions=(
        "What comes in about a child who is already open is no new referral: it goes to the child's worker.",
        "A referral that ended on the day it came was decided that day.",
        "No longer owed once the case has closed.",
    ),
    notes=(
        "One working day is not 24 hours: a referral of Friday afternoon is due on Monday.",
        "A recorded outcome of the referral counts as the decision.",
        REVISED,
    ),
)

REFERRER_TOLD = once(
    "referrer-told",
    "Tell the referrer what was decided",
    reference="FD-03",
    starts="referrer_to_tell",
    within=working_days(1),
    met_by="referrer_told",
    owed_by="Front-door manager",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "feedback to referrers (chapter 3 of the 2023 edition)"),
    needs=("referrals",),
    needs_event=True,
    topic=Topic.FRONT_DOOR,
    plain="A professional who referred a child is told what was decided by the end of the next working day.",
    exceptions=(
        "Family, neighbours, children themselves and anonymous callers are told as is right for them: no clock runs.",
        "Where the source does not tell the day of the decision, nothing is counted.",
        "Four weeks after the decision it is missed, and no longer shown as owed.",
    ),
    notes=(REVISED,),
)

IMMEDIATE_PROTECTION = by_precedence(
    "immediate-protection",
    "Act the same day on a contact about immediate danger",
    reference="FD-04",
    starts="contact_at_once",
    met_by=("contact_decided", "strategy_discussion_held"),
    rules=(Rule((days(0),)),),
    owed_by="Front-door manager, with the police and health",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.K,
    source=Source(WORKING_TOGETHER, "immediate protection: without delay"),
    needs=("contacts", "front_door_decisions"),
    needs_event=True,
    topic=Topic.FRONT_DOOR,
    plain="Where a child may be in immediate danger, somebody decides or holds a strategy discussion the same day.",
    amber=days(0),
    exceptions=(
        "Owed for contacts that the front door called red, the child's being open already or not.",
        "Weekends and holidays do not wait: the emergency duty team decides.",
    ),
    notes=(
        "The guidance says without delay and gives no number: the end of the same day is ours.",
        "Shown red from the first moment it is late; there is no amber before.",
        REVISED,
    ),
)

FIRST_VISIT = once(
    "first-visit",
    "See the child after the referral is accepted",
    reference="FD-05",
    starts="referral_accepted",
    within=Standard("first_visit_working_days", "working_day", 5),
    met_by="child_seen",
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local procedures", "first visit within five working days"),
    needs=("referrals", "visits"),
    needs_event=True,
    topic=Topic.FRONT_DOOR,
    plain="Once a referral is accepted for assessment, a worker sees the child within five working days.",
    amber=working_days(2),
    exceptions=(
        "Counted from the day the type of response was decided; where the source does not tell it, nothing is counted.",
        "Not owed once the referral is found to need no assessment, or the case has closed.",
        "A visit of any purpose counts, if it was in person and the child was seen.",
    ),
    notes=("A child in a section 47 enquiry is seen within 24 hours: that is a clock of its own.",),
)

HOMELESS_AT_16_OR_17 = once(
    "homeless-16-17",
    "Assess a homeless young person of 16 or 17 with housing",
    reference="CL-09",
    starts="since_presented_homeless",
    within=Standard("homeless_assessment_working_days", "working_day", 1),
    met_by="homeless_need_assessed",
    owed_by="Children's services with housing",
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source(
        "Prevention of homelessness and provision of accommodation for 16 and 17 year olds, 2018",
        "paragraphs 2.3 and 3.1 to 3.13; R (G) v Southwark [2009] UKHL 26",
    ),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.FRONT_DOOR,
    plain="A young person of 16 or 17 who has nowhere to live is given somewhere safe the same day, and their need is "
    "assessed with housing by the end of the next working day.",
    exceptions=(
        "Not owed for a young person who is already looked after: record no such step for them.",
        "Bed and breakfast is not suitable, even in an emergency.",
        "No longer owed once the council's work with the young person has ended.",
    ),
    notes=(
        "The guidance forbids delay and gives no number of days: the one day is a local standard.",
        "Record the young person's informed choice between section 20 and housing, and the offer of an advocate.",
    ),
)

CLOCKS = (
    CONTACT_DECISION,
    REFERRAL_DECISION,
    REFERRER_TOLD,
    IMMEDIATE_PROTECTION,
    FIRST_VISIT,
    HOMELESS_AT_16_OR_17,
)
