"""Timescales of child protection and of children in need."""

from onechild.knowledge.clocks.front_door import REVISED, WORKING_TOGETHER
from onechild.knowledge.clocks.model import (
    Confidence,
    OwnInterval,
    Rule,
    Source,
    Standard,
    Standing,
    by_precedence,
    months,
    once,
    phased,
    working_days,
)

OTHER_COUNCIL = "A plan of another council, held here for a time, is that council's duty."

INITIAL_CONFERENCE = once(
    "initial-child-protection-conference",
    "Hold the initial child protection conference",
    reference="CP-03",
    starts="section_47_enquiry",
    within=working_days(15),
    met_by="initial_conference_held",
    owed_by="Social work manager; a conference chair holds it",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "initial conferences: within 15 working days of the strategy discussion"),
    needs=("section_47_enquiries",),
    exceptions=(
        "Counted from the strategy discussion at which the enquiry was begun; where none is recorded as that, from the "
        "enquiry's start.",
        "Not owed from the day it was recorded that no conference is required, or that the enquiry ended in no further "
        "action, or that the case closed.",
        "A delay agreed by a manager and the chair is late, with a reason.",
    ),
    notes=("DfE's statistic counts conferences held, transfer-in conferences among them.", REVISED),
)

REVIEW_CONFERENCE = phased(
    "review-child-protection-conference",
    "Hold the review child protection conference",
    reference="CP-08",
    starts="child_protection_plan",
    lengths=(months(3), months(6)),
    met_by="review_conference_held",
    owed_by="Conference chair",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "review conferences: within 3 months, then at most 6 months apart (CP-08, CP-09)"),
    needs=("child_protection_plans", "conferences"),
    exceptions=(
        "A plan transferred in is counted from the conference at which this council received it.",
        "A review brought forward starts the next count.",
        "The conference that ends the plan meets the duty and starts none.",
        OTHER_COUNCIL,
    ),
    notes=(
        "After a conference before birth some partnerships ask for a review within 10 working days of birth (local).",
        REVISED,
    ),
)

CHILD_PROTECTION_VISIT = by_precedence(
    "child-protection-visit",
    "See the child under the child protection plan",
    reference="CP-10",
    starts="child_protection_plan",
    met_by=("child_protection_visit_seen",),
    rules=(
        Rule((OwnInterval(),), repeats=True, during="child_protection_plan_every"),
        Rule((Standard("child_protection_visit_days", "day", 28),), repeats=True),
    ),
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.V,
    source=Source(
        "Report to a council's scrutiny review group, May 2021",
        "visits every four weeks; Working Together sets no interval and leaves it to the plan",
    ),
    needs=("child_protection_plans", "visits"),
    exceptions=(
        "A visit at which the child was not seen starts no new count; nor does one by video or telephone.",
        "Visits made under the plan count, and those of a section 47 enquiry while there is a plan; a looked-after "
        "visit does not, as it is another duty.",
        "Owed for each child, not for each family. A plan that asks for more visits than the council does goes first.",
        "In hospital, abroad or missing: the reason is recorded, and the visit is late with a reason.",
        OTHER_COUNCIL,
    ),
    notes=("Four weeks is a local standard, often taken for law.", REVISED),
)

CHILD_IN_NEED_VISIT = by_precedence(
    "child-in-need-visit",
    "See the child under the child in need plan",
    reference="CIN-02",
    starts="child_in_need_plan",
    met_by=("child_in_need_visit_seen",),
    rules=(
        Rule((OwnInterval(),), repeats=True, during="child_in_need_plan_every"),
        Rule((Standard("short_package_visit_weeks", "week", 12),), repeats=True, during="short_package"),
        Rule((Standard("child_in_need_visit_working_days", "working_day", 20),), repeats=True),
    ),
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source("Local procedures", "child in need visits every 20 working days"),
    needs=("child_in_need_plans", "visits"),
    exceptions=(
        "Not owed while the child is on a child protection plan or looked after; counted anew from the day that ends.",
        "A lower-level package for a disabled child has an interval of its own (6 to 12 weeks in local procedures).",
        "A visit at which the child was not seen starts no new count.",
    ),
)

CLOCKS = (INITIAL_CONFERENCE, REVIEW_CONFERENCE, CHILD_PROTECTION_VISIT, CHILD_IN_NEED_VISIT)
