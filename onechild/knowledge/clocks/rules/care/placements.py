"""Timescales that begin with care or with a placement: plans, notices, the reviewing officer, times of approval."""

from onechild.knowledge.clocks.model import (
    Confidence,
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
from onechild.knowledge.clocks.rules.in_care import REGULATIONS, SINCE

NO_TEMPORARY_MOVE = "A holiday, a stay in hospital or a week elsewhere (codes T0 to T4) is no new placement."
NOT_FOR_ADOPTION = "A placement for adoption has a plan and notices of its own law (codes A3 to A6)."
NOT_IN_SHORT_BREAKS = "Not owed for a placement that began in a series of short breaks (regulation 48)."
BEFORE_IT_BEGAN = "Done before the placement, it counts on the placement's first day."

PLACEMENT_NOTICE = once(
    "placement-notice",
    "Tell those who must know of a placement",
    reference="LAC-01",
    starts="placement_to_plan",
    within=working_days(5),
    met_by="placement_notice_given",
    owed_by="Allocated social worker",
    standing=Standing.REGULATION,
    confidence=Confidence.K,
    source=Source(REGULATIONS, "regulation 13(1) and (2)"),
    topic=Topic.IN_CARE,
    plain="Before a placement, or within five working days of its start where it was made in an emergency, the "
    "council tells in writing those who must know: the child, the parents, the health service, the doctor, the "
    "school and the reviewing officer among them.",
    amber=working_days(2),
    needs=("placements", "steps_taken"),
    needs_event=True,
    exceptions=(
        NOT_IN_SHORT_BREAKS,
        NOT_FOR_ADOPTION,
        NO_TEMPORARY_MOVE,
        BEFORE_IT_BEGAN,
        "The council may leave out a parent or carer whose knowing would put the child at risk: a person decides that.",
    ),
    notes=("The record says that they were told, not which of them: that stands in the note of the step.",),
)

REVIEWING_OFFICER_NAMED = once(
    "reviewing-officer-named",
    "Name the child's independent reviewing officer",
    reference="LAC-02",
    starts="looked_after",
    within=working_days(5),
    met_by="reviewing_officer_named",
    owed_by="The independent reviewing service",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.K,
    source=Source("Children Act 1989, section 25A, and the IRO Handbook", "appointment, within five working days"),
    topic=Topic.IN_CARE,
    plain="A child who comes into care has a named independent reviewing officer within five working days.",
    amber=working_days(2),
    needs=("periods_of_care", "allocations"),
    needs_event=True,
    exceptions=(
        "A reviewing officer who is with the child already meets it on the first day.",
        "The record has one part for reviewing officers and conference chairs: a chair who is with the child counts.",
    ),
    notes=("Some councils ask for 48 hours.",),
)

CARE_PLAN = once(
    "care-plan",
    "Prepare the care plan",
    reference="LAC-03",
    starts="first_placement_to_plan",
    within=working_days(10),
    met_by="care_plan_prepared",
    owed_by="Allocated social worker",
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, "regulation 4(2)"),
    topic=Topic.IN_CARE,
    plain="A child's care plan is prepared before the child is first placed or, where that is not practicable, within "
    "ten working days of the start of the first placement.",
    amber=working_days(3),
    needs=("periods_of_care", "placements", "care_plans"),
    exceptions=(
        "Not owed where section 31A applies, the plan being made for the court: under care proceedings or a care order "
        "on the day of the first placement; owed no longer from the day that such proceedings begin.",
        "A plan prepared before the first placement of its period of care counts on that day.",
        "In short breaks the plan is still owed, with other contents (regulation 48(3)(a)).",
    ),
)

PLACEMENT_PLAN = once(
    "placement-plan",
    "Make the placement plan",
    reference="LAC-04",
    starts="placement_to_plan",
    within=working_days(5),
    met_by="placement_plan_made",
    owed_by="Allocated social worker, with the carer",
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source(REGULATIONS, "regulation 9; regulation 48(3)(a) for short breaks"),
    topic=Topic.IN_CARE,
    plain="Each placement has a plan before it begins or, where that is not practicable, within five working days of "
    "its start.",
    amber=working_days(2),
    needs=("placements", "placement_plans"),
    exceptions=(NOT_IN_SHORT_BREAKS, NOT_FOR_ADOPTION, NO_TEMPORARY_MOVE, BEFORE_IT_BEGAN),
    notes=("Regulation 9 was read in another's account. Some councils ask for 72 hours in a children's home.",),
)

REQUESTED_VISIT = once(
    "requested-visit",
    "Visit the looked-after child who asked",
    reference="LAC-13",
    starts="in_care_since_visit_requested",
    within=Standard("requested_visit_days", "day", 7),
    met_by="looked_after_visit_seen",
    owed_by="The authority's representative, normally the social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source(REGULATIONS, "regulation 28(7), which gives no number of days"),
    topic=Topic.IN_CARE,
    plain="Where the child or the carer reasonably asks for a visit, the child is visited. The regulations give no "
    "number of days, so the council sets its own.",
    needs=("steps_taken", "visits"),
    needs_event=True,
    exceptions=(
        "Whether a request is reasonable a person decides: one that is not is not recorded as a request.",
        "Any visit in person at which the child was seen meets it.",
        "Ends with care.",
    ),
)

VISIT_AFTER_NOTICE = once(
    "visit-after-notice",
    "Visit the looked-after child after Ofsted's notice about the setting",
    reference="LAC-13",
    starts="in_care_since_setting_notice",
    within=weeks(1),
    met_by="looked_after_visit_seen",
    owed_by="The authority's representative, normally the social worker",
    standing=Standing.REGULATION,
    confidence=Confidence.K,
    source=Source(REGULATIONS, "regulation 28(8); Care Standards Act 2000, section 30A"),
    topic=Topic.IN_CARE,
    plain="Where Ofsted gives notice of concern about the home or agency, the child placed there is visited within a "
    "week of the notice.",
    amber=working_days(2),
    needs=("steps_taken", "visits"),
    needs_event=True,
    exceptions=("Any visit in person at which the child was seen meets it.", "Ends with care."),
    notes=("The week was not read in the regulation.",),
)

TEMPORARY_APPROVAL = by_precedence(
    "temporary-approval",
    "Approve a connected person fully, or end the placement",
    reference="LAC-23",
    starts="temporary_approval",
    met_by=("temporary_approval_over",),
    rules=(
        Rule(
            (weeks(24),),
            during="temporary_approval_extended",
            in_force_from=SINCE,
            source=Source(REGULATIONS, "regulation 25(1) to (6)"),
            says="While the approval is extended: 24 weeks from its start, that is 16 and at most 8 more.",
        ),
        Rule((weeks(16),), in_force_from=SINCE, says="Otherwise 16 weeks from the start of the approval."),
    ),
    owed_by="The fostering service",
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source(REGULATIONS, "regulation 24(1) and regulation 25"),
    topic=Topic.FOSTERING,
    plain="A relative or friend may be approved as a carer for a time, of up to 16 weeks. It can be extended once, by "
    "up to 8 weeks; then the carer is fully approved or the placement ends.",
    amber=weeks(2),
    needs=("placement_conditions",),
    exceptions=(
        "Extended once, by up to 8 weeks, where the assessment is not finished: the placement weighed, the fostering "
        "panel heard, the reviewing officer told and a nominated officer approving (regulation 25(4) and (5)).",
        "Extended until the outcome where a refusal is being reviewed: the record can't tell that apart, and 24 weeks "
        "stand.",
        "Met on the day the approval for a time ends, by full approval or with the placement.",
    ),
    notes=("16 weeks is England's number; in Wales it is 24.",),
)

EMERGENCY_PLACEMENT = once(
    "emergency-placement",
    "End an emergency placement outside the carer's terms",
    reference="LAC-24",
    starts="emergency_placement",
    within=working_days(6),
    met_by="emergency_placement_over",
    owed_by="The fostering service",
    standing=Standing.REGULATION,
    confidence=Confidence.K,
    source=Source(REGULATIONS, "regulation 23"),
    topic=Topic.FOSTERING,
    plain="In an emergency a child may stay with a foster carer outside the terms of the carer's approval for at most "
    "six working days.",
    amber=working_days(3),
    needs=("placement_conditions",),
    exceptions=("Met on the day the arrangement ends: the terms were changed, or the child moved.",),
)

CLOCKS = (
    PLACEMENT_NOTICE,
    REVIEWING_OFFICER_NAMED,
    CARE_PLAN,
    PLACEMENT_PLAN,
    REQUESTED_VISIT,
    VISIT_AFTER_NOTICE,
    TEMPORARY_APPROVAL,
    EMERGENCY_PLACEMENT,
)
