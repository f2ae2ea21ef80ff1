"""Timescales of children in need: the plan, visits, reviews, the step down from protection, and closing."""

from onechild.knowledge.clocks.model import (
    Clock,
    Confidence,
    OwnInterval,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_precedence,
    once,
    weeks,
    working_days,
)

PROCEDURES = "Local procedures"

CHILD_IN_NEED_PLAN = once(
    "child-in-need-plan",
    "Make the child in need plan",
    reference="CIN-01",
    starts="need_found",
    within=Standard("child_in_need_plan_working_days", "working_day", 10),
    met_by="child_in_need_plan_begun",
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source(PROCEDURES, "child in need plan within 10 working days of the assessment"),
    needs=("assessments", "outcomes", "child_in_need_plans"),
    topic=Topic.CHILD_IN_NEED,
    plain="When an assessment finds that a child is in need, a plan is agreed with the family within ten working days.",
    amber=working_days(3),
    exceptions=(
        "Counted from the day the assessment was authorised with that outcome.",
        "Not owed for a child who has a child in need plan already, is on a child protection plan or is looked after; "
        "nor once one of these begins, or the council's work with the child has ended.",
    ),
)

CHILD_IN_NEED_VISIT = by_precedence(
    "child-in-need-visit",
    "See the child under the child in need plan",
    reference="CIN-02",
    starts="child_in_need_plan",
    met_by=("child_in_need_visit_seen",),
    rules=(
        Rule((OwnInterval(),), repeats=True, during="child_in_need_plan_every", says="As often as the plan says."),
        Rule((Standard("short_package_visit_weeks", "week", 12),), repeats=True, during="short_package"),
        Rule((Standard("child_in_need_visit_working_days", "working_day", 20),), repeats=True),
    ),
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source("Local procedures", "child in need visits every 20 working days"),
    needs=("child_in_need_plans", "visits"),
    topic=Topic.CHILD_IN_NEED,
    plain="A child with a child in need plan is seen at least every 20 working days, or as often as the plan itself "
    "says.",
    amber=working_days(5),
    exceptions=(
        "Not owed while the child is on a child protection plan or looked after; counted anew from the day that ends.",
        "A lower-level package for a disabled child has an interval of its own (6 to 12 weeks in local procedures).",
        "A visit at which the child was not seen starts no new count.",
    ),
)

CHILD_IN_NEED_REVIEW = by_precedence(
    "child-in-need-review",
    "Review the child in need plan",
    reference="CIN-03",
    starts="child_in_need_plan",
    met_by=("child_in_need_review_held",),
    rules=(
        Rule(
            (
                Standard("child_in_need_first_review_weeks", "week", 6),
                Standard("short_package_review_months", "month", 6),
            ),
            repeats=True,
            during="short_package",
            says="A lower-level package of a disabled child: every six months after the first.",
        ),
        Rule(
            (
                Standard("child_in_need_first_review_weeks", "week", 6),
                Standard("child_in_need_review_months", "month", 3),
            ),
            repeats=True,
        ),
    ),
    owed_by="Team manager or child in need reviewing officer",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source(PROCEDURES, "child in need reviews at six weeks, then every three months"),
    needs=("child_in_need_plans", "child_in_need_reviews"),
    topic=Topic.CHILD_IN_NEED,
    plain="A child in need plan is reviewed within six weeks, then at least every three months, so that it changes as "
    "the child's life does, and ends when it has done its work.",
    amber=weeks(2),
    exceptions=(
        "A lower-level package for a disabled child: every six months after the first.",
        "Not owed while the child is on a child protection plan or looked after; counted anew from the day that ends.",
    ),
    notes=("Some councils ask for four weeks first, or look again at plans of nine to twelve months.",),
)


def _step_down(key: str, title: str, within: Standard, met_by: tuple[str, ...], *, owed_by: str, plain: str) -> Clock:
    return by_precedence(
        f"step-down-{key}",
        title,
        reference="CIN-04",
        starts="stepped_down",
        met_by=met_by,
        rules=(Rule((within,)),),
        owed_by=owed_by,
        standing=Standing.LOCAL,
        confidence=Confidence.K,
        source=Source("Our own suggestion", "after an inspection found stepped-down plans not robust enough"),
        needs=("child_protection_plans", "child_in_need_plans"),
        needs_event=True,
        topic=Topic.CHILD_IN_NEED,
        plain=plain,
        amber=working_days(5) if within.unit == "working_day" else weeks(2),
        exceptions=(
            "Owed where a child protection plan ended by a step down to a child in need plan: not where the child "
            "became "
            "looked after, moved, turned 18 or needed no more help.",
            "Not owed once the child is on a child protection plan again or looked after, or the council's work with "
            "the child has ended.",
        ),
        notes=("Watch too for a child back on a plan within twelve months.",),
    )


WORKER = "The same allocated social worker"
STEP_DOWN = (
    _step_down(
        "meeting",
        "Hold the first meeting after a step down",
        Standard("step_down_meeting_working_days", "working_day", 10),
        ("child_in_need_meeting", "child_in_need_review_held"),
        owed_by=WORKER,
        plain="When a child protection plan is stepped down, the first child in need meeting is held within ten "
        "working "
        "days.",
    ),
    _step_down(
        "visit",
        "See the child after a step down",
        Standard("step_down_visit_working_days", "working_day", 10),
        ("child_in_need_visit_seen",),
        owed_by=WORKER,
        plain="When a child protection plan is stepped down, the child is seen within ten working days.",
    ),
    _step_down(
        "review",
        "Review the plan after a step down",
        Standard("step_down_review_weeks", "week", 6),
        ("child_in_need_review_held",),
        owed_by="Team manager or child in need reviewing officer",
        plain="When a child protection plan is stepped down, the child in need plan is reviewed within six weeks.",
    ),
    _step_down(
        "oversight",
        "Manager looks at a stepped-down plan",
        Standard("step_down_oversight_months", "month", 3),
        ("step_down_overseen",),
        owed_by="Team manager",
        plain="Three months after a step down a manager looks whether the child is still safe and the plan does its "
        "work.",
    ),
)

HANDOVER_MEETING = once(
    "handover-meeting",
    "Hold the handover meeting before closing",
    reference="CIN-05",
    starts="closing_decided",
    within=Standard("handover_meeting_working_days", "working_day", 10),
    met_by="handover_meeting",
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source(PROCEDURES, "handover meeting within 10 working days of the decision to close"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.CHILD_IN_NEED,
    plain="Once it is decided to close a case or step it down to early help, those who go on helping meet with the "
    "family within ten working days, so that nothing is dropped.",
    amber=working_days(5),
    exceptions=(
        "No longer owed once the case has closed: closed without it, it is missed or was not needed.",
        "Not owed where the case closed on the day of the decision.",
    ),
)

CLOCKS = (CHILD_IN_NEED_PLAN, CHILD_IN_NEED_VISIT, CHILD_IN_NEED_REVIEW, *STEP_DOWN, HANDOVER_MEETING)
