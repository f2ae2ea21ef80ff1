"""Timescales of child protection: from the suspicion of harm to the end of a long plan."""

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
    days,
    months,
    once,
    repeating,
    weeks,
    working_days,
)
from onechild.knowledge.clocks.rules.front_door import REVISED, WORKING_TOGETHER

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
    topic=Topic.CHILD_PROTECTION,
    plain="Where an enquiry finds that a child may be at continuing risk of significant harm, the initial conference "
    "is held within 15 working days of the strategy discussion that began the enquiry.",
    amber=working_days(5),
    exceptions=(
        "Counted from the strategy discussion at which the enquiry was begun; where none is recorded as that, from the "
        "enquiry's start.",
        "Not owed from the day it was recorded that no conference is required, or that the enquiry ended in no further "
        "action, or that the case closed.",
        "A delay agreed by a manager and the chair is late, with a reason.",
    ),
    notes=("DfE's statistic counts conferences held, transfer-in conferences among them.", REVISED),
)

REVIEW_CONFERENCE = by_precedence(
    "review-child-protection-conference",
    "Hold the review child protection conference",
    reference="CP-08",
    starts="child_protection_plan",
    met_by=("review_conference_held",),
    rules=(
        Rule((months(3),), reference="CP-08", says="The first within three months."),
        Rule((months(6),), repeats=True, reference="CP-09", says="Then at most six months apart.", from_turn=2),
    ),
    owed_by="Conference chair",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "review conferences: within 3 months, then at most 6 months apart"),
    needs=("child_protection_plans", "conferences"),
    topic=Topic.CHILD_PROTECTION,
    plain="A child protection plan is reviewed at a conference within three months of the one that made it, then at "
    "most every six months while it lasts.",
    amber=days(28),
    exceptions=(
        "A plan transferred in is counted from the conference at which this council received it.",
        "A review brought forward starts the next count.",
        "The conference that ends the plan meets the duty and starts none.",
        OTHER_COUNCIL,
    ),
    notes=(
        "After a conference before birth some partnerships ask for a review or core group within 10 working days of "
        "birth, or 20 where the mother is not well enough (local).",
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
        Rule((OwnInterval(),), repeats=True, during="child_protection_plan_every", says="As often as the plan says."),
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
    topic=Topic.CHILD_PROTECTION,
    plain="A child on a child protection plan is seen at least every four weeks, or as often as the plan itself says. "
    "Each brother and sister is seen.",
    amber=days(7),
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

STRATEGY_DISCUSSION = once(
    "strategy-discussion",
    "Hold a strategy discussion",
    reference="CP-01",
    starts="since_significant_harm_suspected",
    within=Standard("strategy_discussion_working_days", "working_day", 1),
    met_by="strategy_discussion_held",
    owed_by="Team manager",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local standard that follows Working Together", "strategy discussions; it gives no number"),
    needs=("steps_taken", "strategy_discussions"),
    needs_event=True,
    topic=Topic.CHILD_PROTECTION,
    plain="Where there is reason to suspect that a child suffers or may suffer significant harm, the council, the "
    "police "
    "and health talk together by the end of the next working day: the same day where they can.",
    exceptions=(
        "Counted from the day the suspicion was recorded; a child already open is owed it too.",
        "No longer owed once the council's work with the child has ended.",
    ),
    notes=(REVISED,),
)

SECTION_47_OUTCOME = once(
    "section-47-outcome",
    "Record the outcome of the section 47 enquiry",
    reference="CP-04",
    starts="section_47_to_conclude",
    within=Standard("section_47_outcome_working_days", "working_day", 15),
    met_by="section_47_concluded",
    owed_by="Allocated social worker; a manager authorises",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local procedures", "enquiry concluded no later than the initial conference"),
    needs=("section_47_enquiries",),
    needs_event=True,
    topic=Topic.CHILD_PROTECTION,
    plain="What a section 47 enquiry found is written and authorised within 15 working days of the strategy discussion "
    "that began it, so that it is there before a conference.",
    amber=working_days(5),
    exceptions=(
        "Counted from the strategy discussion at which the enquiry was begun; where none is recorded as that, from the "
        "enquiry's start.",
        "No longer owed once the case has closed.",
    ),
    notes=("Working Together sets no limit of its own for the enquiry.",),
)

CONFERENCE_REPORT = by_precedence(
    "conference-report",
    "Share the report with the family before the conference",
    reference="CP-05",
    starts="conference_coming",
    met_by=("conference_report_shared",),
    rules=(
        Rule(
            (Standard("conference_report_review_working_days", "working_day", 5, before=True),),
            during="child_protection_plan",
            says="Five working days before a review.",
        ),
        Rule(
            (Standard("conference_report_initial_working_days", "working_day", 2, before=True),),
            says="Two working days before an initial conference.",
        ),
    ),
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source("A council's procedures", "reports shared with the family before a conference"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.CHILD_PROTECTION,
    plain="The family reads the worker's report before the conference: two working days before an initial one, five "
    "before a review.",
    amber=working_days(2),
    exceptions=(
        "A conference planned for a child who is on a plan that day is taken for a review, any other for an initial.",
        "A conference planned for another day is counted anew from the day that was decided.",
        "Planned with less notice than that, it is due at once.",
        "After the day of the conference it is missed, and no longer shown as owed.",
    ),
)

FIRST_CORE_GROUP = once(
    "first-core-group",
    "Hold the first core group",
    reference="CP-06",
    starts="child_protection_plan",
    within=working_days(10),
    met_by="core_group_held",
    owed_by="Lead social worker",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(WORKING_TOGETHER, "core groups: the first within 10 working days of the initial conference"),
    needs=("child_protection_plans", "core_groups"),
    topic=Topic.CHILD_PROTECTION,
    plain="The people who carry out a child protection plan meet with the family within ten working days of the "
    "conference that made it.",
    amber=working_days(3),
    exceptions=(
        "A plan transferred in is counted from the conference at which this council received it.",
        "Not owed once the plan has ended.",
        OTHER_COUNCIL,
    ),
    notes=(
        "The number was confirmed in councils' procedures and not read in the guidance itself.",
        "A plan made before birth: some partnerships also ask for one within ten working days of birth (local).",
        REVISED,
    ),
)

CORE_GROUP = repeating(
    "core-group",
    "Hold the next core group",
    reference="CP-07",
    starts="core_groups_begun",
    every=Standard("core_group_weeks", "week", 6),
    met_by="core_group_held_again",
    owed_by="Lead social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source("A council's procedures", "core groups at most six weeks apart"),
    needs=("child_protection_plans", "core_groups"),
    topic=Topic.CHILD_PROTECTION,
    plain="After the first, core groups are at most six weeks apart for as long as the plan lasts.",
    amber=weeks(1),
    exceptions=("Not owed before the first core group, nor once the plan has ended.", OTHER_COUNCIL),
    notes=("Some councils meet every month or every 20 working days.",),
)

TRANSFER_IN_CONFERENCE = once(
    "transfer-in-conference",
    "Hold the transfer-in conference",
    reference="CP-12",
    starts="since_transfer_in_notified",
    within=Standard("transfer_in_conference_working_days", "working_day", 15),
    met_by="transfer_in_conference_held",
    owed_by="Conference service of the council that receives the child",
    standing=Standing.LOCAL,
    confidence=Confidence.V2,
    source=Source("Regional procedures", "transfer-in conferences; no number was seen in Working Together"),
    needs=("steps_taken", "conferences"),
    needs_event=True,
    topic=Topic.CHILD_PROTECTION,
    plain="When a child on another council's plan moves here, this council holds its own conference within 15 working "
    "days of that council's written notice. Until then the plan stays theirs.",
    amber=working_days(5),
    exceptions=(
        "A stay that is not meant to last moves no plan: record no notice of transfer for it.",
        "Some procedures count from the day the referral is accepted: record the notice on the day yours counts from.",
        "No longer owed once the council's work with the child has ended.",
    ),
    notes=(REVISED,),
)


def _long(place: int, key: str, number: int) -> Clock:
    return once(
        f"long-plan-review-{key}",
        f"Review a plan that has lasted {number} months",
        reference="CP-13",
        starts="child_protection_plan",
        within=Standard(f"long_plan_review_{key}_months", "month", number),
        met_by=f"long_plan_reviewed_{place}",
        owed_by="Conference chair; service manager",
        standing=Standing.LOCAL,
        confidence=Confidence.V2,
        source=Source("A council's procedures", "long plans looked at after 9, 12, 15 and 18 months"),
        needs=("child_protection_plans", "steps_taken"),
        needs_event=True,
        topic=Topic.CHILD_PROTECTION,
        plain=f"When a plan has lasted {number} months, the chair or legal advisers ask what has changed and what else "
        "is needed: a plan should not go on because it goes on.",
        amber=months(1),
        exceptions=(
            "Not owed once the plan has ended.",
            f"It is the {key} such review that counts, whenever it was held: one that comes late is late, and the next "
            "is still owed.",
            OTHER_COUNCIL,
        ),
        notes=("DfE's statistic counts plans of two years and more.",),
    )


LONG_PLANS = (_long(1, "first", 9), _long(2, "second", 12), _long(3, "third", 15), _long(4, "fourth", 18))

CLOCKS = (
    STRATEGY_DISCUSSION,
    INITIAL_CONFERENCE,
    SECTION_47_OUTCOME,
    CONFERENCE_REPORT,
    FIRST_CORE_GROUP,
    CORE_GROUP,
    REVIEW_CONFERENCE,
    CHILD_PROTECTION_VISIT,
    TRANSFER_IN_CONFERENCE,
    *LONG_PLANS,
)
