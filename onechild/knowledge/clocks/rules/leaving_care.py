"""Timescales of leaving care: needs assessment, pathway plan and adviser; homes the council provides; contact."""

from datetime import date

from onechild.knowledge.clocks.model import (
    Clock,
    Confidence,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_age,
    by_precedence,
    days,
    months,
    once,
    repeating,
    weeks,
)
from onechild.knowledge.clocks.rules.in_care import REGULATIONS as CARE_PLANNING

REGULATIONS = "Care Leavers (England) Regulations 2010 (SI 2010/2571)"
SINCE = date(2011, 4, 1)
ADVISER = "Personal adviser"
NOT_READ = "Regulation 7 was not to hand: six months is another's account of it, and that of the regulation before it."
ELIGIBLE = (
    "Owed to 18, from the 16th birthday or the later day on which the young person becomes eligible: looked after for "
    "13 weeks since 14, some of it at 16 or later. Short breaks give no entitlement."
)
PROVIDED = (
    "Only in a home that the council itself provides to a relevant or former relevant young person; a tenancy of their "
    "own or a home with family is not meant."
)

NEEDS_ASSESSMENT = by_precedence(
    "pathway-needs-assessment",
    "Assess the needs of a young person who is to leave care",
    reference="CL-01",
    starts="pathway_owed",
    met_by=("pathway_needs_assessed",),
    rules=(Rule((months(3),), in_force_from=SINCE),),
    owed_by="The child's social worker",
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(CARE_PLANNING, "regulations 40 and 42(1)"),
    needs=("children", "pathway_steps"),
    needs_event=True,
    topic=Topic.LEAVING_CARE,
    plain="The needs of a young person in care are assessed by three months after the 16th birthday, or after becoming "
    "eligible where that is later.",
    amber=weeks(6),
    exceptions=(ELIGIBLE, "An assessment finished before that meets it on the day it opens."),
    notes=(
        "A relevant young person who was never assessed is owed one by the Care Leavers Regulations, which was not "
        "read: the count is kept from the first day of entitlement.",
    ),
)

PATHWAY_PLAN = once(
    "pathway-plan",
    "Make the pathway plan",
    reference="CL-02",
    starts="pathway_owed",
    within=Standard("pathway_plan_months", "month", 3),
    met_by="pathway_plan_made",
    owed_by="The child's social worker, then the personal adviser",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("A council's procedures", f"16 years and 3 months; {CARE_PLANNING}, regulations 41(b) and 43"),
    needs=("children", "pathway_steps"),
    needs_event=True,
    topic=Topic.LEAVING_CARE,
    plain="The pathway plan is made as soon as the needs are assessed; here within three months of the 16th birthday, "
    "or of becoming eligible where that is later.",
    amber=weeks(8),
    exceptions=(ELIGIBLE, "A plan made before that meets it on the day it opens."),
    notes=(
        "The duty is the law's, the number is not: the law says as soon as possible after the assessment. Councils ask "
        "for it by 16 years and three, or six, months.",
    ),
)

PERSONAL_ADVISER = by_age(
    "personal-adviser",
    "Appoint a personal adviser",
    reference="CL-03",
    starts="adviser_owed",
    age=Standard("personal_adviser_age", "birthday", 16),
    met_by="adviser_allocated",
    owed_by="Leaving care service",
    standing=Standing.STATUTE,
    confidence=Confidence.V,
    source=Source("Children Act 1989", "Schedule 2, paragraph 19C, and sections 23B(2) and 23CA(2)"),
    needs=("children", "allocations"),
    needs_event=True,
    topic=Topic.LEAVING_CARE,
    plain="A young person who is to leave care has a personal adviser by 16, or by the younger age that the council "
    "set.",
    amber=months(6),
    exceptions=(
        "Owed from the 16th birthday, or from the later day on which the child becomes eligible: looked after for 13 "
        "weeks since 14, some of it at 16 or later.",
        "A council may set 15 for itself: the duty opens then, and the age in force that day decides.",
        "Short breaks give no entitlement.",
        "Whoever had an adviser already has met it on the day it opens.",
    ),
    notes=("Needs born_on and periods_of_care; where the time in care is not told, the recorded entitlement is used.",),
)

PATHWAY_PLAN_REVIEW = by_precedence(
    "pathway-plan-review",
    "Review the pathway plan",
    reference="CL-04",
    starts="pathway_plan",
    met_by=("pathway_plan_reviewed",),
    rules=(Rule((months(6),), repeats=True, in_force_from=SINCE),),
    owed_by="Personal adviser; a reviewing officer chairs under 18",
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source(REGULATIONS, "regulation 7"),
    needs=("pathway_steps",),
    topic=Topic.LEAVING_CARE,
    plain="The pathway plan is reviewed at least every six months, and sooner where the young person asks.",
    amber=weeks(4),
    exceptions=(
        "Eligible, relevant and former relevant to 21; to 25 while the recorded entitlement lasts.",
        "A young person out of touch is reviewed in absence.",
        "Until there is a pathway plan no review is owed.",
    ),
    notes=(NOT_READ,),
)

PROVIDED_HOME_VISIT = by_precedence(
    "provided-home-visit",
    "Visit the young person in a home that the council provides",
    reference="CL-05",
    starts="provided_home",
    met_by=("provided_home_seen",),
    rules=(
        Rule(
            (days(7), months(2)),
            repeats=True,
            in_force_from=SINCE,
            says="Within seven days of the first day there, then at most two months apart.",
        ),
    ),
    owed_by=ADVISER,
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, "regulation 8(2)"),
    needs=("stays", "leaving_care_contacts"),
    needs_event=True,
    topic=Topic.LEAVING_CARE,
    plain="A young person in a home that the council provides is visited there within seven days, again before the "
    "review at 28 days, and then at least every two months.",
    amber=weeks(2),
    exceptions=(
        PROVIDED,
        "Ends when the young person leaves the home, at the latest at 25.",
        "Met by a visit to the home.",
    ),
    notes=("It is the only visit to care leavers that law asks for. Every eight weeks for all is local: see contact.",),
)

PROVIDED_HOME_SECOND_VISIT = by_precedence(
    "provided-home-second-visit",
    "Visit again before the review of the pathway plan",
    reference="CL-05",
    starts="provided_home",
    met_by=("provided_home_seen_again",),
    rules=(Rule((days(28),), in_force_from=SINCE),),
    owed_by=ADVISER,
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, "regulation 8(2)"),
    needs=("stays", "leaving_care_contacts"),
    needs_event=True,
    topic=Topic.LEAVING_CARE,
    plain="After the first visit to a home that the council provides there is another before the pathway plan is "
    "reviewed, which is at 28 days.",
    amber=weeks(1),
    exceptions=(
        PROVIDED,
        "Ends when the young person leaves the home, at the latest at 25.",
        "Counted to the 28th day; where the review is held sooner, the visit should be before it.",
    ),
    notes=("That the review is at 28 days is local standard, check: regulation 7(3) was not read.",),
)

PROVIDED_HOME_REVIEW = by_precedence(
    "provided-home-review",
    "Review the pathway plan after the move to a home that the council provides",
    reference="CL-07",
    starts="provided_home",
    met_by=("pathway_plan_reviewed",),
    rules=(Rule((days(28),), in_force_from=SINCE),),
    owed_by=ADVISER,
    standing=Standing.REGULATION,
    confidence=Confidence.K,
    source=Source(REGULATIONS, "regulation 7(3)"),
    needs=("stays", "pathway_steps"),
    needs_event=True,
    topic=Topic.LEAVING_CARE,
    plain="The pathway plan is reviewed within 28 days of the first day in a home that the council provides.",
    amber=weeks(1),
    exceptions=(PROVIDED, "Ends when the young person leaves the home, at the latest at 25."),
    notes=("A new pathway plan counts as a review of the one before.",),
)

CONTACT = repeating(
    "care-leaver-contact",
    "See the care leaver",
    reference="CL-06",
    starts="care_leaver",
    every=Standard("care_leaver_contact_weeks", "week", 8),
    met_by="care_leaver_met",
    owed_by=ADVISER,
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source("A council's procedures", "face to face every eight weeks"),
    needs=("children", "leaving_care_contacts"),
    needs_event=True,
    topic=Topic.LEAVING_CARE,
    plain="The personal adviser sees a care leaver of 18 to 20 face to face every eight weeks.",
    amber=weeks(2),
    exceptions=(
        "Former relevant young people, from 18 to 21.",
        "Not owed from the day the young person refuses contact, needs no more help or has gone home, until anything "
        "else is recorded; offers to keep in touch go on.",
        "A contact whose method is not told is taken as face to face; a telephone call or message is none.",
    ),
    notes=("No law sets it.",),
)

OFFER = repeating(
    "care-leaver-offer",
    "Offer support to the care leaver of 21 or over",
    reference="CL-06",
    starts="care_leaver_from_21",
    every=Standard("care_leaver_offer_months", "month", 12),
    met_by="care_leaver_heard",
    owed_by=ADVISER,
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("A council's procedures", "an offer of support at least every year from 21 to 25"),
    needs=("children", "leaving_care_contacts"),
    needs_event=True,
    topic=Topic.LEAVING_CARE,
    plain="From 21 to 25 contact is as the young person wants it, and support is offered at least once a year.",
    amber=weeks(4),
    exceptions=(
        "Former relevant young people from 21 to 25, while the recorded entitlement lasts.",
        "A contact of any kind meets it: offers are not recorded apart.",
    ),
    notes=("The Children Act 1989 asks for it too (section 23CZB, since 2018): it was not read.",),
)

CLOCKS: tuple[Clock, ...] = (
    NEEDS_ASSESSMENT,
    PATHWAY_PLAN,
    PERSONAL_ADVISER,
    PATHWAY_PLAN_REVIEW,
    PROVIDED_HOME_VISIT,
    PROVIDED_HOME_SECOND_VISIT,
    PROVIDED_HOME_REVIEW,
    CONTACT,
    OFFER,
)
