"""Timescales of permanence, of accommodation by agreement, and of deprivation of liberty."""

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
    phased,
    repeating,
    weeks,
)

VOLUME_TWO = "The Children Act 1989 guidance and regulations, volume 2: care planning, placement and case review"

PERMANENCE_PLAN = by_precedence(
    "permanence-plan",
    "Agree the plan for permanence",
    reference="LAC-20",
    starts="care_outside_short_breaks",
    met_by=("permanence_planned",),
    rules=(
        Rule((days(0),), during="second_review", says="From the second review on: due on the day of that review."),
        Rule((months(4),), says="Until then: four months from coming into care."),
    ),
    owed_by="Allocated social worker, with the independent reviewing officer",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(VOLUME_TWO, "permanence by the second review"),
    topic=Topic.PERMANENCE,
    plain="By the second review, which is about four months after a child comes into care, there is a plan for where "
    "the child will grow up.",
    needs=("periods_of_care", "permanence_plans"),
    exceptions=(
        "Due on the day of the second review where that is held within four months; a late second review gives no more "
        "time.",
        "Not owed in a series of short breaks (regulation 48).",
    ),
)

LONG_TERM_MATCH = once(
    "long-term-match",
    "Agree a long-term match",
    reference="LAC-21",
    starts="plan_for_long_term_fostering",
    within=Standard("long_term_match_months", "month", 6),
    met_by="long_term_match_agreed",
    owed_by="The fostering panel and decision-maker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("A council's own standard", "matching for long-term fostering"),
    topic=Topic.PERMANENCE,
    plain="Where the plan is long-term fostering, the match of child and carer is agreed within the time the council "
    "sets.",
    amber=weeks(8),
    needs=("permanence_plans", "steps_taken"),
    needs_event=True,
    exceptions=("Ends where the plan changes, and with care.",),
)

SECTION_20_REVIEW = phased(
    "section-20-review",
    "Look again at accommodation under section 20",
    reference="LAC-22",
    starts="accommodated_by_agreement",
    lengths=(
        Standard("section_20_review_months", "month", 3),
        Standard("section_20_later_review_months", "month", 6),
    ),
    met_by="section_20_reviewed",
    owed_by="Service manager, with legal advice",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Public Law Working Group, best practice on section 20, 2021", "no limit is set in law"),
    topic=Topic.PERMANENCE,
    plain="Accommodation by agreement with the parents has no limit in law. So that it does not drift, managers and "
    "legal advisers look at it after the time that the council sets, and again at intervals.",
    amber=weeks(4),
    needs=("legal_statuses", "steps_taken"),
    needs_event=True,
    exceptions=(
        "Not owed in a series of short breaks.",
        "Some councils leave out unaccompanied children; here they are counted.",
        "Ends where an order takes the place of the agreement, and with care.",
    ),
)

LIBERTY_ORDER = once(
    "liberty-order",
    "Have a new order, or end the deprivation of liberty",
    reference="LAC-26",
    starts="liberty_order",
    within=days(0),
    met_by="liberty_order_over",
    owed_by="Allocated social worker and legal adviser",
    standing=Standing.COURT,
    confidence=Confidence.V2,
    source=Source("The order of the High Court itself", "the day it gives; SSDA903 2026-27, deprivation of liberty"),
    topic=Topic.IN_CARE,
    plain="An order that allows a child to be deprived of liberty ends on the day it says. By then the court has made "
    "another, or the child is deprived of liberty no longer.",
    amber=days(28),
    needs=("deprivation_of_liberty_orders",),
    exceptions=(
        "Met on the day the order is recorded as ended: replaced, discharged or run out.",
        "An order with no day of ending recorded can't be counted.",
        "Ends with care.",
    ),
    notes=("Not to be used with secure accommodation, a parent's home, custody or supported accommodation.",),
)

LIBERTY_REVIEW = repeating(
    "liberty-review",
    "Review the deprivation of liberty",
    reference="LAC-26",
    starts="deprived_of_liberty",
    every=Standard("liberty_review_months", "month", 1),
    met_by="deprivation_of_liberty_reviewed",
    owed_by="Team manager",
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source("A council's own standard", "monthly review by a manager"),
    topic=Topic.IN_CARE,
    plain="While a child is deprived of liberty, a manager asks at the interval that the council sets whether it is "
    "still needed and still the least that will do.",
    needs=("deprivation_of_liberty_orders", "steps_taken"),
    needs_event=True,
    exceptions=(
        "Orders that follow one another are one time.",
        "Ends on the day the last order ends or runs out, and with care.",
    ),
)

CLOCKS = (PERMANENCE_PLAN, LONG_TERM_MATCH, SECTION_20_REVIEW, LIBERTY_ORDER, LIBERTY_REVIEW)
