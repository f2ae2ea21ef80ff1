"""Timescales owed to workers: supervision, the assessed year, registration."""

from __future__ import annotations

from onechild.knowledge.clocks.model import (
    Confidence,
    Rule,
    Source,
    Standard,
    Standing,
    Topic,
    by_precedence,
    days,
    months,
    once,
    phased,
    repeating,
    weeks,
)
from onechild.knowledge.workdays.lengths import Length

ASSESSED_YEAR = "Assessed and supported year in employment: the framework for child and family social workers"
INDUCTION = (
    "DfE has proposed a two-year induction instead from September 2027: a new rule from that day where it comes."
)

SUPERVISION = repeating(
    "worker-supervision",
    "Supervise the worker",
    reference="WF-01",
    starts="worker_to_supervise",
    every=Standard("supervision_weeks", "week", 4),
    met_by="worker_supervised",
    owed_by="Team manager",
    standing=Standing.LOCAL,
    confidence=Confidence.K,
    source=Source("Local standard: monthly, four to six weeks accepted", ""),
    needs=("employments", "supervisions"),
    needs_event=True,
    exceptions=(
        "An absence of over two weeks pauses it from its fifteenth day; counted anew from the day the worker is back.",
        "In an assessed year the closer supervision of that year is owed instead.",
        "Not counted for service managers and students.",
        "Supervision about one child is another duty; a group meeting does not count.",
    ),
    subject_kind="worker",
    topic=Topic.WORKFORCE,
    plain="Every practitioner has supervision of their own every four weeks, or as the council sets.",
    amber=weeks(1),
)
NEWLY_QUALIFIED_SUPERVISION = by_precedence(
    "newly-qualified-supervision",
    "Supervise the newly qualified worker",
    reference="WF-03",
    starts="assessed_year",
    met_by=("worker_supervised",),
    rules=(
        Rule((weeks(1),), True, "assessed_year_to_six_weeks", says="Weekly in the first six weeks."),
        Rule((weeks(2),), True, "assessed_year_to_six_months", says="Every two weeks to six months."),
        Rule((months(1),), True, says="Every month to the end of the year."),
    ),
    owed_by="Assessor or team manager",
    standing=Standing.PROGRAMME,
    confidence=Confidence.V2,
    source=Source(ASSESSED_YEAR, "as councils' programmes restate it"),
    needs=("assessed_years", "supervisions"),
    needs_event=True,
    exceptions=(
        "When six weeks or six months are up, the turn under way is timed anew from the last supervision.",
        "Owed to the end of the assessed year, later where part-time work makes it longer.",
    ),
    notes=(INDUCTION,),
    subject_kind="worker",
    topic=Topic.WORKFORCE,
    plain="A newly qualified worker is supervised weekly for six weeks, every two weeks to six months, then monthly.",
    amber=days(2),
)
ASSESSED_YEAR_REVIEW = phased(
    "assessed-year-review",
    "Review the assessed year",
    reference="WF-04",
    starts="assessed_year",
    lengths=(months(3), months(3), months(6)),
    met_by="assessed_year_reviewed",
    owed_by="Assessor",
    standing=Standing.PROGRAMME,
    confidence=Confidence.V2,
    source=Source(ASSESSED_YEAR, "reviews at 3, 6, (9) and 12 months"),
    needs=("assessed_years", "assessed_year_reviews"),
    needs_event=True,
    exceptions=(
        "Each is counted from the review before it: three months, three more, and six more; one at nine months is "
        "welcome and not owed.",
        "Part-time work makes the year longer; it is completed within two years.",
    ),
    notes=("Reflections on practice are assessed at 6 and 12 months.", INDUCTION),
    subject_kind="worker",
    topic=Topic.WORKFORCE,
    plain="The assessed year is reviewed at three and six months and at its end.",
    amber=weeks(2),
)
REGISTRATION = once(
    "registration-renewal",
    "Renew the registration with Social Work England",
    reference="WF-07",
    starts="registration_to_renew",
    within=Length(3, "month", beginning_with=True),
    met_by="registration_renewed",
    owed_by="The worker",
    standing=Standing.STATUTE,
    confidence=Confidence.K,
    source=Source("Social Work England's registration rules", "renewal by 30 November each year"),
    needs=("workers", "employments", "registration_renewals"),
    needs_event=True,
    exceptions=(
        "Counted from 1 September, from which it can be renewed (not read, check), to 30 November.",
        "Owed by registered workers in post on 1 September; it ends with the post, or when the next year opens.",
    ),
    notes=("Evidence of continuing professional development is part of it.",),
    subject_kind="worker",
    topic=Topic.WORKFORCE,
    plain="A social worker renews their registration between 1 September and 30 November each year.",
    amber=days(60),
)

CLOCKS = (SUPERVISION, NEWLY_QUALIFIED_SUPERVISION, ASSESSED_YEAR_REVIEW, REGISTRATION)
