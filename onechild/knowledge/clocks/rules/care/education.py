"""Timescales of looked-after children's education."""

from onechild.knowledge.clocks.model import (
    Confidence,
    Source,
    Standing,
    Topic,
    counting_back,
    days,
    once,
    weeks,
    working_days,
)
from onechild.knowledge.workdays.lengths import Length

EDUCATION_GUIDANCE = "Promoting the education of looked-after and previously looked-after children, 2018"
HALF_TERMS = "The table of school terms tells no half terms and training days: they count as school days."

FIRST_EDUCATION_PLAN = once(
    "first-personal-education-plan",
    "Begin the personal education plan",
    reference="EDU-01",
    starts="personal_education_plan_owed",
    within=working_days(10),
    met_by="personal_education_plan_made",
    owed_by="Allocated social worker, with the designated teacher and the virtual school",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.V2,
    source=Source(EDUCATION_GUIDANCE, "the first plan"),
    topic=Topic.EDUCATION,
    plain="A looked-after child from nursery age to 18 has a personal education plan begun before the placement or, in "
    "an emergency, within ten working days, and ready for the first review.",
    amber=working_days(4),
    needs=("periods_of_care", "personal_education_plans"),
    exceptions=(
        "Nursery age is taken as 3: a younger child's plan is owed from the third birthday.",
        "A plan begun before the first day in care is not seen by the count: record the day it was taken on in care.",
        "Not owed in a series of short breaks.",
    ),
    notes=("Some councils count school days, which fall later in holidays and can miss the first review.",),
)

TERMLY_EDUCATION_PLAN = counting_back(
    "termly-personal-education-plan",
    "Review the personal education plan in the term",
    reference="EDU-02",
    starts="term_in_care",
    before=days(1),
    met_by="personal_education_plan_made",
    owed_by="The virtual school, with the social worker",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.K,
    source=Source(EDUCATION_GUIDANCE, "review each term"),
    topic=Topic.EDUCATION,
    plain="A looked-after pupil's personal education plan is made or reviewed in every school term, by its last day.",
    amber=weeks(6),
    needs=("school_terms", "personal_education_plans"),
    exceptions=(
        "Owed for each term on whose first day the child was in care, from 5 to 17: after 16 it is a local standard.",
        "A first plan made in the term meets it.",
        "Not owed in a series of short breaks.",
        "Where the council's terms are not told, it is not asked.",
    ),
)

SCHOOL_PLACE = once(
    "school-place",
    "Find the looked-after child a school place",
    reference="EDU-03",
    starts="without_school_place",
    within=Length(20, "school_day"),
    met_by="school_place_found",
    owed_by="The virtual school",
    standing=Standing.STATUTORY_GUIDANCE,
    confidence=Confidence.K,
    source=Source(EDUCATION_GUIDANCE, "a place within twenty school days of an emergency move"),
    topic=Topic.EDUCATION,
    plain="A looked-after child of school age who has no school place has a suitable full-time one within twenty "
    "school days.",
    amber=Length(10, "school_day"),
    needs=("school_places", "school_terms"),
    needs_event=True,
    exceptions=(
        "From 5 to 15, counted from the day the child was in care and on no school's roll.",
        "Whether a place is suitable and full-time the roll does not say: a person looks.",
        HALF_TERMS,
        "On days that the council's terms do not reach it is not asked.",
    ),
)

CLOCKS = (FIRST_EDUCATION_PLAN, TERMLY_EDUCATION_PLAN, SCHOOL_PLACE)
