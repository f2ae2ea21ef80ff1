"""Timescales of leaving care."""

from datetime import date

from onechild.knowledge.clocks.model import (
    Confidence,
    Rule,
    Source,
    Standard,
    Standing,
    by_age,
    by_precedence,
    months,
)

PERSONAL_ADVISER = by_age(
    "personal-adviser",
    "Appoint a personal adviser",
    reference="CL-03",
    starts="adviser_owed",
    age=Standard("personal_adviser_age", "birthday", 16),
    met_by="adviser_allocated",
    owed_by="Leaving care service",
    standing=Standing.STATUTE,
    confidence=Confidence.V,
    source=Source("Children Act 1989", "Schedule 2, paragraph 19C, and sections 23B(2) and 23CA(2)"),
    needs=("children", "allocations"),
    needs_event=True,
    exceptions=(
        "Owed from the 16th birthday, or from the later day on which the child becomes eligible: looked after for 13 "
        "weeks since 14, some of it at 16 or later.",
        "A council may set 15 for itself: the duty opens then, and the age in force that day decides.",
        "Short breaks give no entitlement.",
        "Whoever had an adviser already has met it on the day it opens.",
    ),
    notes=("Needs born_on and periods_of_care; where the time in care is not told, the recorded entitlement is used.",),
)

PATHWAY_PLAN_REVIEW = by_precedence(
    "pathway-plan-review",
    "Review the pathway plan",
    reference="CL-04",
    starts="pathway_plan",
    met_by=("pathway_plan_reviewed",),
    rules=(Rule((months(6),), repeats=True, in_force_from=date(2011, 4, 1)),),
    owed_by="Personal adviser; a reviewing officer chairs under 18",
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source("Care Leavers (England) Regulations 2010 (SI 2010/2571)", "regulation 7"),
    needs=("pathway_steps",),
    exceptions=(
        "Eligible, relevant and former relevant to 21; to 25 while the recorded entitlement lasts.",
        "A young person out of touch is reviewed in absence.",
        "Until there is a pathway plan no review is owed.",
    ),
)

CLOCKS = (PERSONAL_ADVISER, PATHWAY_PLAN_REVIEW)
