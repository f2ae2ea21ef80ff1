"""Timescales of private fostering: a child living with somebody who is no close relative, by a private arrangement."""

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

REGULATIONS = "Children (Private Arrangements for Fostering) Regulations 2005 (SI 2005/1533)"
WHO = (
    "A child under 16, or under 18 where disabled, who lives or is meant to live for 28 days or more with somebody who "
    "is no close relative: the arrangement is recorded as ended when that is no longer so."
)

FIRST_VISIT = once(
    "private-fostering-first-visit",
    "Visit a child said to be privately fostered",
    reference="PF-01",
    starts="private_fostering",
    within=working_days(7),
    met_by="private_fostering_visit_seen",
    owed_by="Allocated social worker",
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source(REGULATIONS, "regulations 4(1) and 7"),
    needs=("private_fostering", "visits"),
    needs_event=True,
    topic=Topic.PRIVATE_FOSTERING,
    plain="Within seven working days of learning of a private fostering arrangement, the council visits the home, "
    "speaks "
    "to the child and the carer, and to the parents if it can.",
    amber=working_days(2),
    exceptions=(
        "Counted from the day the council was told, or from the arrangement's first day where that is not recorded.",
        WHO,
    ),
    notes=("Regulation 7 (an arrangement that already runs) was not read apart.",),
)

VISIT = by_precedence(
    "private-fostering-visit",
    "Visit the privately fostered child",
    reference="PF-02",
    starts="private_fostering",
    met_by=("private_fostering_visit_seen",),
    rules=(
        Rule(
            (weeks(12),),
            repeats=True,
            during="private_fostering_after_a_year",
            says="After the first year at most twelve weeks apart.",
        ),
        Rule((weeks(6),), repeats=True, says="In the first year at most six weeks apart."),
    ),
    owed_by="Allocated social worker",
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, "regulation 8(1), (3) and (6)"),
    needs=("private_fostering", "visits"),
    needs_event=True,
    topic=Topic.PRIVATE_FOSTERING,
    plain="A privately fostered child is visited at most six weeks apart in the first year, and twelve after that. The "
    "child is seen alone unless that would be wrong.",
    amber=weeks(1),
    exceptions=(
        "The arrangement is deemed to begin on the day the council learns of it; a year counts from there.",
        "A visit is also owed when the child or carer reasonably asks: left to a person.",
        WHO,
    ),
)

ASSESSMENT = once(
    "private-fostering-assessment",
    "Assess whether the private fostering is suitable",
    reference="PF-03",
    starts="private_fostering",
    within=Standard("private_fostering_assessment_working_days", "working_day", 45),
    met_by="assessment_finished",
    owed_by="Allocated social worker",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local procedures", "suitability assessed within 45 working days; some say 42 days"),
    needs=("private_fostering", "assessments"),
    needs_event=True,
    topic=Topic.PRIVATE_FOSTERING,
    plain="Whether the carer and the home suit the child is assessed within 45 working days of the council's being "
    "told.",
    amber=working_days(10),
    exceptions=("Any assessment of the child authorised since the council was told counts.", WHO),
)

CLOCKS = (FIRST_VISIT, VISIT, ASSESSMENT)
