"""Timescales of the front door and of assessment."""

from datetime import date

from onechild.knowledge.clocks.model import (
    Confidence,
    MetBy,
    Rule,
    Source,
    Standard,
    Standing,
    by_precedence,
    once,
    working_days,
)

WORKING_TOGETHER = "Working Together to Safeguard Children"
REVISED = "The 2026 edition replaced that of 2023 on 18 March 2026 and was not to hand: check it."
SINGLE_ASSESSMENT = date(2013, 4, 15)

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
    exceptions=(
        "A contact about a child who is already open goes to the child's worker the same day and is owed no decision; "
        "where the source does not say, a referral open from before that day says so.",
        "Passing a contact on to screening is not a decision.",
    ),
    notes=("DfE counts referrals only.", REVISED),
)

ASSESSMENT_FROM_REFERRAL = by_precedence(
    "assessment-from-referral",
    "Finish the assessment, counted from the referral",
    reference="AS-01",
    starts="referral_to_assess",
    met_by=("assessment_of_referral_authorised",),
    rules=(Rule((working_days(45),), in_force_from=SINGLE_ASSESSMENT),),
    owed_by="Lead practitioner; a social work manager authorises",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "timeliness of assessment: no longer than 45 working days from referral"),
    needs=("referrals", "assessments"),
    exceptions=(
        "Not owed for a referral that ended in no further action, or whose recorded outcomes hold no assessment.",
        "A later assessment of a child already open is counted from its own start: see assessment-from-start.",
        "Longer is allowed with the reason recorded: it is then late, with a reason.",
    ),
    notes=("DfE's statistic counts finished assessments from their own start, not from the referral.", REVISED),
)

ASSESSMENT_FROM_START = by_precedence(
    "assessment-from-start",
    "Finish the assessment, counted from its start",
    reference="AS-01",
    starts="assessment",
    met_by=(MetBy("assessment_authorised"),),
    rules=(Rule((working_days(45),), in_force_from=SINGLE_ASSESSMENT),),
    owed_by="Lead practitioner; a social work manager authorises",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("DfE, children in need census", "assessment start to authorisation, of finished assessments"),
    needs=("assessments",),
    exceptions=("Counts every assessment, first ones and those of a child already open.",),
    notes=("This is the count that DfE publishes; guidance counts a first assessment from the referral.",),
)

CLOCKS = (CONTACT_DECISION, ASSESSMENT_FROM_REFERRAL, ASSESSMENT_FROM_START)
