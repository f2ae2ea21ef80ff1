"""Timescales of looked-after children's health."""

from onechild.knowledge.clocks.in_care import REGULATIONS
from onechild.knowledge.clocks.model import Confidence, Source, Standing, once, working_days

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
    source=Source(
        "Promoting the health and well-being of looked-after children, 2015",
        f"in time for the first review; {REGULATIONS}, regulation 7",
    ),
    needs=("periods_of_care", "health_checks"),
    exceptions=(
        "Not owed in a series of short breaks (regulation 48).",
        "Not owed where the child was assessed in the three months before coming into care.",
    ),
    notes=("The first is by a doctor. An assessment whose source does not say initial or review is taken to meet it.",),
)

CLOCKS = (INITIAL_HEALTH_ASSESSMENT,)
