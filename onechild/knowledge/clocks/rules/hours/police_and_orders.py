"""Timescales of powers over a child that end at a time: police protection, emergency orders, secure accommodation."""

from __future__ import annotations

from onechild.knowledge.clocks.hours import hours, in_hours
from onechild.knowledge.clocks.model import Confidence, Source, Standing, Topic, days, months, phased

CHILDREN_ACT = "Children Act 1989"
ENDS_AS_IT_SAYS = "Where the power has an end of its own on record (an order's expiry, an extension), that goes first."
NO_HOUR = "Without the moment it began nothing is counted: the source is told so, and no midnight is made up."

POLICE_PROTECTION = in_hours(
    "police-protection",
    "End police protection, or have an order made",
    reference="CP-14",
    starts="police_protection",
    within=hours(72),
    met_by=("timed_power_ended", "emergency_order_made", "care_order_made"),
    owed_by="The police; the authority makes enquiries",
    standing=Standing.STATUTE,
    confidence=Confidence.V2,
    source=Source(CHILDREN_ACT, "section 46(6)"),
    needs=("timed_powers",),
    exceptions=(
        "It ends sooner where the reason for it is gone, and at the child's 18th birthday.",
        ENDS_AS_IT_SAYS,
        "An emergency protection order or a care order meets it; of a care order only the day is known.",
    ),
    notes=("The 72 hours run on at night, over weekends and through both changes of the clocks.", NO_HOUR),
    topic=Topic.CHILD_PROTECTION,
    plain=(
        "The police may keep a child in their protection for no more than 72 hours from the moment they took the child "
        "in. By then the child is home, safe with consent, or under a court's order."
    ),
    amber=days(2),
)

EMERGENCY_PROTECTION_ORDER = in_hours(
    "emergency-protection-order",
    "Have the child safe before the emergency protection order ends",
    reference="CP-15",
    starts="emergency_protection_order",
    within=days(8),
    met_by=("timed_power_ended", "care_order_made"),
    owed_by="The authority and the court",
    standing=Standing.STATUTE,
    confidence=Confidence.V2,
    source=Source(CHILDREN_ACT, "section 45(1) to (6)"),
    needs=("timed_powers",),
    exceptions=(
        "The time on the order decides. Where none is on record, 8 days of 24 hours are counted: the longest a first "
        "order may last.",
        "One extension of up to 7 days: record the new time of expiry on the same order.",
        "Where the police applied for it, the 8 days run from the start of their own protection of the child, if that "
        "began in the 72 hours before (section 45(3): not read in the source, check).",
        "An 8th day that is a Sunday or public holiday: the court may say noon of the next day (section 45(2): not "
        "read, check); it is then the order's own time.",
    ),
    notes=(NO_HOUR,),
    topic=Topic.CHILD_PROTECTION,
    plain=(
        "An emergency protection order lasts for the time the court writes on it, at most 8 days, and can be extended "
        "once by up to 7 days. What keeps the child safe next has to be in place before it ends."
    ),
    amber=days(2),
)

SECURE_WITHOUT_ORDER = in_hours(
    "secure-without-order",
    "End secure accommodation, or have a court's order",
    reference="LAC-25",
    starts="secure_without_order",
    within=hours(72),
    met_by=("timed_power_ended",),
    owed_by="Director of children's services",
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source("Children (Secure Accommodation) Regulations 1991 (SI 1991/1505)", "regulation 10"),
    needs=("timed_powers",),
    exceptions=(
        "72 hours in any 28 days, all times together: each time is counted by itself here, and a second one within 28 "
        "days is left to a person.",
        "Where the 72 hours end on a Saturday, Sunday or public holiday they may run to the next working day in the "
        "conditions of regulation 10(3): record that as the end it has.",
        "A child under 13 needs the Secretary of State's approval first (regulation 4).",
        "A court's order ends it: record the moment it was made as its end.",
    ),
    notes=(NO_HOUR,),
    topic=Topic.IN_CARE,
    plain=(
        "A looked-after child may be kept in secure accommodation without a court's order for no more than 72 hours in "
        "any 28 days."
    ),
    amber=days(1),
)

SECURE_REVIEW = phased(
    "secure-review",
    "Review the secure placement",
    reference="LAC-25",
    starts="secure_placement",
    lengths=(months(1), months(3)),
    met_by="secure_reviewed",
    owed_by="The authority's three reviewers",
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source("Children (Secure Accommodation) Regulations 1991 (SI 1991/1505)", "regulations 15 and 16"),
    needs=("placements", "steps_taken"),
    needs_event=True,
    exceptions=(
        "Owed while the child lives in a secure children's home (code of placement K1); it ends with the placement.",
        "The month and the three months were read in another's account of the regulations: check.",
    ),
    topic=Topic.IN_CARE,
    plain=(
        "Three people appointed by the authority review a secure placement within a month, and then at most every "
        "three months: are the criteria still met, and is anything less than secure enough?"
    ),
    amber=days(7),
)

CLOCKS = (POLICE_PROTECTION, EMERGENCY_PROTECTION_ORDER, SECURE_WITHOUT_ORDER, SECURE_REVIEW)
