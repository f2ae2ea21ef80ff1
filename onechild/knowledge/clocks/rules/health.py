"""Timescales of looked-after children's health."""

from onechild.knowledge.clocks.model import (
    Confidence,
    Rule,
    Source,
    Standing,
    Topic,
    by_precedence,
    months,
    once,
    repeating,
    weeks,
    working_days,
)
from onechild.knowledge.clocks.rules.in_care import REGULATIONS

HEALTH_GUIDANCE = "Promoting the health and well-being of looked-after children, 2015"
NOT_IN_SHORT_BREAKS = "Not owed in a series of short breaks (regulation 48)."
REFUSED = "A check that was refused is not done, whatever the reason."

INITIAL_HEALTH_ASSESSMENT = once(
    "initial-health-assessment",
    "Have the child's health assessed on coming into care",
    reference="HLT-01",
    starts="looked_after_not_in_short_breaks",
    within=working_days(20),
    met_by="initial_health_assessment_held",
    owed_by="The authority asks and consents; the health service completes",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(HEALTH_GUIDANCE, f"in time for the first review; {REGULATIONS}, regulation 7(1) to (3)"),
    topic=Topic.HEALTH,
    plain="A child who comes into care sees a doctor for a health assessment in time for the first review, that is "
    "within twenty working days.",
    amber=working_days(5),
    needs=("periods_of_care", "health_checks"),
    exceptions=(
        NOT_IN_SHORT_BREAKS,
        "Not owed where the child was assessed in the three months before coming into care.",
    ),
    notes=("The first is by a doctor. An assessment whose source does not say initial or review is taken to meet it.",),
)

REVIEW_HEALTH_ASSESSMENT = by_precedence(
    "review-health-assessment",
    "Have the child's health assessed again",
    reference="HLT-03",
    starts="health_review_owed",
    met_by=("health_review_held",),
    rules=(
        Rule(
            (months(6),),
            repeats=True,
            during="under_five",
            reference="HLT-02",
            says="Before the fifth birthday: six months from the last assessment.",
        ),
        Rule((months(12),), repeats=True, says="From the fifth birthday: twelve months from the last assessment."),
    ),
    owed_by="The authority asks and consents; a nurse or doctor completes",
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source(REGULATIONS, "regulation 7, whose numbers were read in another's account"),
    topic=Topic.HEALTH,
    plain="A looked-after child's health is assessed again at least once in every six months before the fifth "
    "birthday, and at least once in every twelve months after it.",
    amber=weeks(6),
    needs=("periods_of_care", "health_checks"),
    exceptions=(
        "Counted from the last assessment, the first of all among them; one done in the three months before coming "
        "into care counts.",
        "An assessment not yet late on the fifth birthday is due twelve months after the last; one late by then stays "
        "late.",
        REFUSED,
        NOT_IN_SHORT_BREAKS,
    ),
    notes=("Until there has been a first assessment, that one is owed and no review.",),
)

DENTAL_CHECK = repeating(
    "dental-check",
    "Have the child's teeth checked",
    reference="HLT-04",
    starts="care_outside_short_breaks",
    every=months(12),
    met_by="dental_check_held",
    owed_by="The carer, with the social worker",
    standing=Standing.DATA_STANDARD,
    confidence=Confidence.V,
    source=Source("SSDA903, outcomes of children looked after for a year", "teeth checked by a dentist in the year"),
    topic=Topic.HEALTH,
    plain="A dentist checks a looked-after child's teeth at least once in every twelve months, at every age.",
    amber=weeks(8),
    needs=("periods_of_care", "health_checks"),
    needs_event=True,
    exceptions=(
        REFUSED,
        "The statistic counts children looked after for a year or more; here every child in care is counted from the "
        "first day.",
        NOT_IN_SHORT_BREAKS,
    ),
    notes=("Health guidance advises six months for many children.",),
)

QUESTIONNAIRE = repeating(
    "strengths-and-difficulties",
    "Have the Strengths and Difficulties Questionnaire filled in",
    reference="HLT-06",
    starts="questionnaire_owed",
    every=months(12),
    met_by="questionnaire_scored",
    owed_by="The authority, through the main carer",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(HEALTH_GUIDANCE, "once a year, ages 4 to 16"),
    topic=Topic.HEALTH,
    plain="Once a year the main carer of a looked-after child aged 4 to 16 fills in the Strengths and Difficulties "
    "Questionnaire.",
    amber=weeks(8),
    needs=("periods_of_care", "strengths_and_difficulties"),
    needs_event=True,
    exceptions=(
        "From the fourth birthday to the day before the seventeenth.",
        "A reason why there is no score explains and does not meet it.",
        "The statistic counts children looked after for a year or more, and ages 5 to 16.",
        NOT_IN_SHORT_BREAKS,
    ),
)

CLOCKS = (INITIAL_HEALTH_ASSESSMENT, REVIEW_HEALTH_ASSESSMENT, DENTAL_CHECK, QUESTIONNAIRE)
