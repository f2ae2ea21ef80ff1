"""Health, convictions and schooling of children in care, and education, health and care plans."""

from onechild.knowledge.tables.model import Table, code, day, event, integer, number, spell, text, yes_no

HEALTH_CHECKS = event(
    "health_checks",
    "health_check_id",
    "A health assessment or dental check of a looked-after child, asked for, held or refused.",
    day("happened_on", "The day the child was seen; empty where the child was not."),
    code("check_kind", "health_check_kind", "Which check.", required=True),
    code("check_status", "ssd_health_check_status", "Planned, refused, cancelled or completed."),
    day("requested_on", "The day it was asked for, with consent."),
    day("reported_on", "The day the report came."),
)

IMMUNISATIONS = event(
    "immunisations",
    "immunisation_id",
    "Whether a looked-after child's immunisations were up to date, as known on a day.",
    yes_no("up_to_date", "Whether they were."),
)

SUBSTANCE_MISUSE = event(
    "substance_misuse",
    "substance_misuse_id",
    "A substance misuse problem found, and what was done.",
    text("substance", "The substance."),
    yes_no("intervention_offered", "Whether help was offered."),
    yes_no("intervention_received", "Whether help was received."),
)

CONVICTIONS = event(
    "convictions",
    "conviction_id",
    "A conviction, final warning or reprimand of a looked-after child.",
    text("offence", "The offence."),
)

STRENGTHS_AND_DIFFICULTIES = event(
    "strengths_and_difficulties",
    "questionnaire_id",
    "A Strengths and Difficulties Questionnaire by the main carer, or the reason there is none.",
    integer("score", "The total difficulties score, 0 to 40."),
    code("no_score_reason", "sdq_reason", "Why there is no score."),
)

CARE_YEAR_OUTCOMES = event(
    "care_year_outcomes",
    "care_year_outcome_id",
    "The yearly answers of the SSDA903 on a looked-after child's health and conduct, as at 31 March.",
    integer("sdq_score", "The Strengths and Difficulties score of the year."),
    code("sdq_reason", "sdq_reason", "Why there is none."),
    yes_no("convicted", "Whether convicted, warned or reprimanded in the year."),
    yes_no("development_checked", "Whether the development check was up to date (under fives)."),
    yes_no("immunised", "Whether immunisations were up to date."),
    yes_no("teeth_checked", "Whether teeth were checked by a dentist."),
    yes_no("health_assessed", "Whether the health assessments of the year were done."),
    yes_no("substance_misuse", "Whether a substance misuse problem was found."),
    yes_no("intervention_received", "Whether help for it was received."),
    yes_no("intervention_offered", "Whether help for it was offered and refused."),
)

PERSONAL_EDUCATION_PLANS = event(
    "personal_education_plans",
    "education_plan_id",
    "A personal education plan of a looked-after child, made or reviewed.",
    code("step", "plan_step", "First plan or review."),
)

SCHOOL_RESULTS = event(
    "school_results",
    "school_result_id",
    "A child's attendance and attainment over one school year, as the school census and the exam results give them.",
    day("happened_on", "The last day of the school year: 31 August.", required=True),
    integer("sessions_possible", "Half-day sessions that the child could have attended."),
    integer("sessions_missed", "Sessions missed, for whatever reason."),
    number("attainment_8", "The Attainment 8 score, where the child was at the end of key stage 4."),
    yes_no("matched", "Whether the child was found in the school census."),
)

EHC_REQUESTS = event(
    "ehc_requests",
    "ehc_request_id",
    "A request for an education, health and care needs assessment, and what became of it.",
    day("decided_on", "The day it was decided whether to assess."),
    code("outcome", "ehc_request_outcome", "What was decided."),
    day("assessment_decided_on", "The day it was decided whether to make a plan."),
    code("assessment_outcome", "ehc_assessment_outcome", "What was decided after assessment."),
    yes_no("exception_applies", "Whether an exception to the 20 weeks applies."),
)

EHC_PLANS = spell(
    "ehc_plans",
    "ehc_plan_id",
    "An education, health and care plan.",
    text("ehc_request_id", "The request it follows.", refers="ehc_requests"),
    code("end_reason", "ehcp_cease_reason", "Why it ceased."),
    day("last_reviewed_on", "The latest annual review that the source gives."),
)

EHC_NEEDS = event(
    "ehc_needs",
    "ehc_need_id",
    "A special educational need named in a plan, by rank.",
    day("happened_on", "From when; empty where it was not said."),
    text("ehc_plan_id", "The plan.", refers="ehc_plans"),
    code("need", "sen_need_type", "The kind of need."),
    integer("need_rank", "The rank: 1 for the main need, 2 for the second."),
)

SCHOOL_TERMS = spell(
    "school_terms",
    "school_term_id",
    "A term of the council's schools, from its first day to the day after its last; holidays lie between terms.",
    text("name", "What it is called, such as Autumn 2026."),
    child=False,
)

TABLES: tuple[Table, ...] = (
    HEALTH_CHECKS,
    IMMUNISATIONS,
    SUBSTANCE_MISUSE,
    CONVICTIONS,
    STRENGTHS_AND_DIFFICULTIES,
    CARE_YEAR_OUTCOMES,
    PERSONAL_EDUCATION_PLANS,
    SCHOOL_RESULTS,
    EHC_REQUESTS,
    EHC_PLANS,
    EHC_NEEDS,
    SCHOOL_TERMS,
)
