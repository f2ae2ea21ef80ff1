"""Timescales before and in court: pre-proceedings, care proceedings, supervision orders."""

from onechild.knowledge.clocks.model import (
    Confidence,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_precedence,
    days,
    months,
    once,
    repeating,
    weeks,
    working_days,
)
from onechild.knowledge.workdays.lengths import Length

PROCEDURES = "Local procedures"
ENDED = "Not owed once pre-proceedings have ended: stepped down, or an application made."
CHILDREN_ACT = "Children Act 1989"
FAMILY_GROUP = Source(
    CHILDREN_ACT, "section 31ZA, which the Children's Wellbeing and Schools Act 2026 section 1 inserts"
)
NOT_YET = (
    "Royal Assent was given on 29 April 2026; the section needs regulations to begin it and none were found. Nothing "
    "is owed until the council sets a number, from the day it takes the section for law or asks it of itself."
)

LETTER_BEFORE_PROCEEDINGS = once(
    "letter-before-proceedings",
    "Send the letter before proceedings",
    reference="PLO-01",
    starts="pre_proceedings",
    within=Standard("letter_before_proceedings_working_days", "working_day", 5),
    met_by="letter_before_proceedings",
    owed_by="Allocated social worker, with legal advisers",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source(PROCEDURES, "letter within five working days of the gateway decision"),
    needs=("pre_proceedings",),
    needs_event=True,
    topic=Topic.COURT,
    plain="Once it is decided to enter pre-proceedings, the parents get the letter within five working days.",
    amber=working_days(2),
    exceptions=(ENDED, "Where the risk is too urgent to wait, the application is made at once and no letter is owed."),
)

PRE_PROCEEDINGS_MEETING = once(
    "pre-proceedings-meeting",
    "Hold the first pre-proceedings meeting",
    reference="PLO-02",
    starts="pre_proceedings_letter_sent",
    within=Standard("pre_proceedings_meeting_working_days", "working_day", 10),
    met_by="pre_proceedings_meeting",
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source(PROCEDURES, "first meeting within 10 working days of the letter"),
    needs=("pre_proceedings",),
    needs_event=True,
    topic=Topic.COURT,
    plain="The parents, with their lawyers, meet the council within ten working days of the letter.",
    amber=working_days(3),
    exceptions=(ENDED, "A delay so that parents get legal advice is late, with a reason."),
)

PRE_PROCEEDINGS_REVIEW = repeating(
    "pre-proceedings-review",
    "Review pre-proceedings",
    reference="PLO-03",
    starts="pre_proceedings_met",
    every=Standard("pre_proceedings_review_weeks", "week", 6),
    met_by="pre_proceedings_reviewed",
    owed_by="Service manager",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Public Law Working Group, 2021", "best practice: a mid-point review at six to eight weeks"),
    needs=("pre_proceedings", "steps_taken"),
    needs_event=True,
    topic=Topic.COURT,
    plain="While pre-proceedings go on, what has changed is reviewed at least every six weeks from the first meeting.",
    amber=weeks(1),
    exceptions=(ENDED,),
)

PRE_PROCEEDINGS_CONCLUDED = once(
    "pre-proceedings-concluded",
    "Conclude pre-proceedings",
    reference="PLO-04",
    starts="pre_proceedings",
    within=Standard("pre_proceedings_weeks", "week", 16),
    met_by="pre_proceedings_concluded",
    owed_by="Service manager",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local norm", "16 weeks; some councils ask for 12 or 26"),
    needs=("pre_proceedings",),
    needs_event=True,
    topic=Topic.COURT,
    plain="Pre-proceedings end within 16 weeks of the decision to begin them: by a step down or an application.",
    amber=weeks(4),
    exceptions=(
        "Counted from the decision to begin, not from the letter.",
        "Longer needs the head of service to agree: it is then late, with a reason.",
    ),
)

FIRST_TIME = once(
    "care-proceedings",
    "Conclude care proceedings",
    reference="PLO-05",
    starts="proceedings_in_first_time",
    within=Length(26, "week", beginning_with=True),
    met_by="proceedings_concluded",
    owed_by="The court; the council does its part",
    standing=Standing.STATUTE,
    confidence=Confidence.V,
    source=Source(CHILDREN_ACT, "section 32(1)(a)(ii) and (3) to (5)"),
    needs=("proceedings",),
    needs_event=True,
    topic=Topic.COURT,
    plain="Proceedings for a care or supervision order end within 26 weeks beginning with the day the application was "
    "issued: that day is day 1.",
    amber=weeks(6),
    exceptions=(
        "Where the court extends the time this duty ends, and the day that the court set takes its place.",
        "Owed for applications for a care or supervision order, and where the source names no application.",
    ),
    notes=("Other proceedings under the Act have no such limit.",),
)

EXTENDED_TIME = once(
    "care-proceedings-extended",
    "Conclude care proceedings by the extended day",
    reference="PLO-05",
    starts="proceedings_in_extended_time",
    within=days(0),
    met_by="extended_proceedings_concluded",
    owed_by="The court; the council does its part",
    standing=Standing.STATUTE,
    confidence=Confidence.V,
    source=Source(CHILDREN_ACT, "section 32(5) to (8): extensions of at most eight weeks each"),
    needs=("proceedings", "steps_taken"),
    needs_event=True,
    topic=Topic.COURT,
    plain="Where the court extended the time of care proceedings, they end by the day that it set.",
    amber=weeks(2),
    exceptions=(
        "An extension counts for the proceedings it names, or else for those under way that day.",
        "A further extension takes the place of the one before.",
    ),
    notes=("The cap of eight weeks was read in a court's practice note. An extension is not to be given as routine.",),
)

CASE_MANAGEMENT_HEARING = once(
    "case-management-hearing",
    "Hold the case management hearing",
    reference="PLO-06",
    starts="proceedings",
    within=Length(18, "working_day", beginning_with=True),
    met_by="case_management_hearing_held",
    owed_by="The court",
    standing=Standing.COURT,
    confidence=Confidence.K,
    source=Source("Family Procedure Rules, Practice Direction 12A", "Public Law Outline: day 12 to day 18"),
    needs=("proceedings", "hearings"),
    needs_event=True,
    topic=Topic.COURT,
    plain="The court holds the case management hearing not before day 12 and not after day 18, in working days; the "
    "day "
    "of issue is day 1.",
    amber=working_days(6),
    exceptions=("Not owed once proceedings have ended.", "A hearing that was listed and not held does not count."),
    notes=("The numbers of the days were not read in the Practice Direction itself.",),
)

SUPERVISION_ORDER = by_precedence(
    "supervision-order",
    "Decide on a supervision order before it ends",
    reference="PLO-07",
    starts="supervision_order",
    met_by=("supervision_order_reviewed", "supervision_order_extended"),
    rules=(Rule((Length(12, "month", beginning_with=True),)),),
    owed_by="Allocated social worker, with legal advisers",
    standing=Standing.STATUTE,
    confidence=Confidence.K,
    source=Source(CHILDREN_ACT, "Schedule 3, paragraph 6"),
    needs=("proceedings", "steps_taken"),
    needs_event=True,
    topic=Topic.COURT,
    plain="A supervision order ends one year after it was made, counting that day. Before then the council decides "
    "whether to ask the court for longer, or how the family is helped without it.",
    amber=months(3),
    exceptions=(
        "An extension counts anew, to the day that the court set; three years is the most.",
        "Once the order has ended there is nothing left to decide: it is missed.",
        "No longer owed once the council's work with the child has ended.",
    ),
    notes=("That the day of the order is day 1 was not read in the Schedule itself: it gives the earlier day.",),
)

SUPERVISION_ORDER_EXTENDED = by_precedence(
    "supervision-order-extended",
    "Decide on an extended supervision order before it ends",
    reference="PLO-07",
    starts="supervision_order_in_extended_time",
    met_by=("supervision_order_reviewed",),
    rules=(Rule((days(0),)),),
    owed_by="Allocated social worker, with legal advisers",
    standing=Standing.STATUTE,
    confidence=Confidence.K,
    source=Source(CHILDREN_ACT, "Schedule 3, paragraph 6: extensions to three years at most"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.COURT,
    plain="A supervision order that the court extended ends on the day that it set. Before then the council decides "
    "again.",
    amber=months(3),
    exceptions=(
        "A further extension ends the duty and counts anew.",
        "Once the order has ended there is nothing left to decide: it is missed.",
        "No longer owed once the council's work with the child has ended.",
    ),
)

FAMILY_GROUP_OFFER = once(
    "family-group-offer",
    "Offer a family group decision-making meeting",
    reference="PLO-08",
    starts="pre_proceedings_letter_sent",
    within=Standard("family_group_offer_days", "day", None, beginning_with=True),
    met_by="family_group_offered_by_letter",
    owed_by="Allocated social worker",
    standing=Standing.STATUTE,
    confidence=Confidence.V,
    source=FAMILY_GROUP,
    needs=("pre_proceedings",),
    needs_event=True,
    topic=Topic.COURT,
    plain="Before the council asks a court for an order, the family is offered a meeting of its own to plan for the "
    "child: the offer goes into the letter before proceedings.",
    exceptions=(
        "An offer made before the letter counts.",
        "Not where the offer or the meeting is not in the child's best interests (section 31ZA(3)): the reason is "
        "recorded, and it is late with a reason.",
        ENDED,
    ),
    notes=(NOT_YET, "Set it to 1 day: the day of the letter is day 1."),
)

FAMILY_GROUP_MEETING = once(
    "family-group-meeting",
    "Hold the family group decision-making meeting",
    reference="PLO-08",
    starts="family_group_to_hold",
    within=Standard("family_group_meeting_working_days", "working_day", None),
    met_by="family_group_held",
    owed_by="Allocated social worker",
    standing=Standing.STATUTE,
    confidence=Confidence.V,
    source=FAMILY_GROUP,
    needs=("pre_proceedings", "steps_taken"),
    needs_event=True,
    topic=Topic.COURT,
    plain="Where anybody who was offered it accepts, the family's meeting is held before the application to court.",
    exceptions=("Not owed where nobody accepts: then record no meeting, and give the reason.", ENDED),
    notes=(NOT_YET, "The law gives no number of days, only that the meeting comes before the application."),
)

CLOCKS = (
    LETTER_BEFORE_PROCEEDINGS,
    FAMILY_GROUP_OFFER,
    FAMILY_GROUP_MEETING,
    PRE_PROCEEDINGS_MEETING,
    PRE_PROCEEDINGS_REVIEW,
    PRE_PROCEEDINGS_CONCLUDED,
    FIRST_TIME,
    EXTENDED_TIME,
    CASE_MANAGEMENT_HEARING,
    SUPERVISION_ORDER,
    SUPERVISION_ORDER_EXTENDED,
)
