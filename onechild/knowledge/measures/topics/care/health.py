"""The health of looked-after children."""

from __future__ import annotations

from typing import Any

from ibis import _

from onechild.knowledge.clocks.rules.health import (
    DENTAL_CHECK,
    INITIAL_HEALTH_ASSESSMENT,
    QUESTIONNAIRE,
    REVIEW_HEALTH_ASSESSMENT,
)
from onechild.knowledge.measures.model import Better, Measure, Shape, Source
from onechild.knowledge.measures.topics.care.shared import (
    AT_31_MARCH,
    CARE_HEAD,
    IN_CARE,
    SHORT_BREAKS,
    as_at_share,
    lait,
    twin,
)
from onechild.knowledge.measures.topics.timeliness import duties_in_time

A_YEAR = "Of children looked after without a break for the twelve months to the day,"
NOT_A_YEAR = f"{SHORT_BREAKS} Children in care for less than a year."
HEALTH = "Children come into care with more illness, and more left untreated, than others."


def _a_year_in_care(**said: Any) -> dict[str, Any]:
    return (
        as_at_share("children looked after, a year in care")
        | {"better": Better.HIGHER, "excludes": NOT_A_YEAR, "standing": "DfE statistic"}
        | said
    )


INITIAL_ASSESSMENTS_IN_TIME = duties_in_time(
    INITIAL_HEALTH_ASSESSMENT,
    key="initial-health-assessments-in-time",
    title="Health assessments on coming into care, due in a period and done in time",
    why=HEALTH,
    reference="HE01",
    breakdowns=IN_CARE,
    kept_by=CARE_HEAD,
    excludes=f"{SHORT_BREAKS} Children who left care before it was due, or had been assessed in the three months "
    "before they came into care.",
)

HEALTH_ASSESSMENTS_UP_TO_DATE = Measure(
    key="health-assessments-up-to-date",
    title="Children a year in care whose health assessments are up to date",
    reference="HE02",
    **_a_year_in_care(needs=("periods_of_care", "health_checks")),
    counts=_.assessed,
    says=f"{A_YEAR} those whose health was assessed in them: twice if the child is under five on the day, else once. "
    "One that was refused is not done.",
    why_it_matters=HEALTH,
    sources=(*lait("LACHealth%"), Source(str(REVIEW_HEALTH_ASSESSMENT.source), "V2")),
    twin=twin("LACHealth%", AT_31_MARCH),
)

TEETH_CHECKED = Measure(
    key="teeth-checked",
    title="Children a year in care whose teeth were checked by a dentist",
    reference="HE03",
    **_a_year_in_care(needs=("periods_of_care", "health_checks")),
    counts=_.teeth_checked,
    says=f"{A_YEAR} those whose teeth a dentist checked in them, at every age. A check that was refused is not done.",
    why_it_matters="Toothache is pain that a child in care may not tell anybody about.",
    sources=(*lait("LACDental%"), Source(str(DENTAL_CHECK.source), "V")),
    twin=twin("LACDental%", AT_31_MARCH),
)

IMMUNISED = Measure(
    key="immunisations-up-to-date",
    title="Children a year in care whose immunisations are up to date",
    reference="HE04",
    **_a_year_in_care(needs=("periods_of_care", "immunisations")),
    counts=_.immunised,
    says=f"{A_YEAR} those of whom the latest word in them is that immunisations are up to date, those due before the "
    "child came into care included. Where nothing was recorded in the year they are not.",
    why_it_matters="Children who move often miss them, and nobody notices until there is an outbreak.",
    sources=lait("LACVaccinations%"),
    twin=twin("LACVaccinations%", AT_31_MARCH),
)

QUESTIONNAIRES_SCORED = Measure(
    key="questionnaires-scored",
    title="Children a year in care with a Strengths and Difficulties score",
    reference="HE05",
    **_a_year_in_care(needs=("periods_of_care", "strengths_and_difficulties")),
    out_of=_.questionnaire_age,
    counts=_.score.notnull(),
    says=f"{A_YEAR} and 5 to 16 years old on it, those with a score of the Strengths and Difficulties Questionnaire in "
    "them. A reason why there is none is no score. The duty itself begins at 4.",
    why_it_matters="It is the one question that is asked of every child's mind; unasked, distress stays unseen.",
    sources=(
        Source("DfE, health outcomes of children looked after by councils, 2025", "V"),
        Source(str(QUESTIONNAIRE.source), "V2"),
    ),
)

AVERAGE_SCORE = Measure(
    key="average-strengths-and-difficulties-score",
    title="Average Strengths and Difficulties score of children a year in care",
    reference="HE06",
    **_a_year_in_care(
        needs=("periods_of_care", "strengths_and_difficulties"),
        better=Better.LOWER,
        shape=Shape.MEAN,
        value_unit="score of 0 to 40",
    ),
    out_of=_.questionnaire_age & _.score.notnull(),
    adds=_.score,
    says="The mean of the latest score in the twelve months, of children of 5 to 16 looked after for all of them who "
    "have one. 0 to 13 is normal, 14 to 16 borderline, 17 to 40 a cause for concern.",
    why_it_matters="It says how much distress the council's homes, schools and help have to meet, and how much of it "
    "is met. Children who come into care distressed raise it: read it with who came.",
    sources=lait("Emotional_LAC"),
    twin=twin("Emotional_LAC", AT_31_MARCH, scale=1),
)

MEASURES: tuple[Measure, ...] = (
    INITIAL_ASSESSMENTS_IN_TIME,
    HEALTH_ASSESSMENTS_UP_TO_DATE,
    TEETH_CHECKED,
    IMMUNISED,
    QUESTIONNAIRES_SCORED,
    AVERAGE_SCORE,
)
