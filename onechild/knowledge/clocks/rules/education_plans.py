"""Timescales of education, health and care plans: requests, advice, plans, reviews and moves between phases."""

from datetime import date

from onechild.knowledge.clocks.model import (
    Clock,
    Confidence,
    Rule,
    Source,
    Standing,
    Topic,
    by_precedence,
    days,
    months,
    weeks,
)
from onechild.knowledge.workdays.lengths import Length

REGULATIONS = "Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)"
DEVON = "R (L, M and P) v Devon [2022] EWHC 493"
SERVICE = "Special educational needs service"
SINCE = date(2014, 9, 1)
HISTORICAL = (
    "A request that its source calls historical is taken as withdrawn; one refused or withdrawn on no known day owes "
    "nothing."
)
EXCEPTIONS_TO_THE_TIME = (
    "Not owed where an exception is recorded (regulations 10(4) and 13(3): advice asked for around a school's closure "
    "of four weeks or more, exceptional circumstances, four weeks of absence, a missed appointment)."
)


def _rule(*lengths: Length, repeats: bool = False) -> tuple[Rule, ...]:
    return (Rule(lengths, repeats, in_force_from=SINCE),)


ASSESSMENT_DECISION = by_precedence(
    "education-plan-assessment-decision",
    "Decide whether to assess for an education, health and care plan",
    reference="EHC-01",
    starts="education_plan_request",
    met_by=("education_plan_request_decided",),
    rules=_rule(weeks(6)),
    owed_by=SERVICE,
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, "regulation 5(1) and (4)"),
    needs=("ehc_requests",),
    needs_event=True,
    topic=Topic.SEND,
    plain="The family is told within six weeks of the request whether there will be an assessment of the child's "
    "needs.",
    amber=weeks(2),
    exceptions=(
        "A request withdrawn before the decision owes none from that day.",
        "Regulation 5(4) excuses lateness where a school was closed for four weeks or more, the child was away for "
        "four weeks or more, or circumstances are exceptional: the duty shows late, and the reason is given with it.",
        HISTORICAL,
    ),
    notes=("It also runs from the day the council became responsible for the child, where that is no request.",),
)

ADVICE = by_precedence(
    "education-plan-advice",
    "Give social care advice for an education, health and care assessment",
    reference="EHC-02",
    starts="education_plan_advice_asked",
    met_by=("ehc_advice_given",),
    rules=_rule(weeks(6)),
    owed_by="Social worker, or the social care service where there is none",
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source(REGULATIONS, "regulation 8"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.SEND,
    plain="Social care answers a request for advice on a child's needs within six weeks.",
    amber=weeks(2),
    exceptions=(
        "The same exceptions as for the assessment itself, a missed appointment among them: the reason is given with "
        "it.",
        "No longer owed once it is decided whether to make a plan, or a plan is made.",
        "Owed whether or not the child's case is open.",
    ),
)

PLAN_DECISION = by_precedence(
    "education-plan-decision",
    "Decide whether to make an education, health and care plan",
    reference="EHC-03",
    starts="education_plan_request_to_assess",
    met_by=("education_plan_decided", "education_plan_made"),
    rules=_rule(weeks(16)),
    owed_by=SERVICE,
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, "regulation 10(1) and (4)"),
    needs=("ehc_requests",),
    needs_event=True,
    topic=Topic.SEND,
    plain="Where no plan is to be made, the family is told within sixteen weeks of the request.",
    amber=weeks(2),
    exceptions=(
        EXCEPTIONS_TO_THE_TIME,
        "Not owed once the assessment was refused or the request withdrawn.",
        HISTORICAL,
    ),
    notes=(
        "The law gives the sixteen weeks to a decision not to make a plan. It dates no draft: a draft by week 16 is "
        "practice (local standard, check), so that the final plan can be made by week 20.",
    ),
)

FINAL_PLAN = by_precedence(
    "education-plan-final",
    "Make the education, health and care plan final",
    reference="EHC-04",
    starts="education_plan_request_to_assess",
    met_by=("education_plan_made",),
    rules=_rule(weeks(20)),
    owed_by=SERVICE,
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, "regulation 13(1) to (3)"),
    needs=("ehc_requests",),
    needs_event=True,
    topic=Topic.SEND,
    plain="A plan is made final within twenty weeks of the request for an assessment.",
    amber=weeks(4),
    exceptions=(
        EXCEPTIONS_TO_THE_TIME,
        "Not owed once the assessment or a plan was refused, or the request withdrawn.",
        HISTORICAL,
    ),
    notes=(
        "The family has at least 15 days on the draft, beginning with the day it was served: that day is day 1. The "
        "days are theirs and no duty with an end; no table holds the draft.",
    ),
)

REVIEW = by_precedence(
    "education-plan-review",
    "Review the education, health and care plan",
    reference="EHC-05",
    starts="education_plan",
    met_by=("education_plan_reviewed",),
    rules=_rule(months(12), repeats=True),
    owed_by=SERVICE,
    standing=Standing.STATUTE,
    confidence=Confidence.V2,
    source=Source("Children and Families Act 2014", f"section 44(1); {REGULATIONS}, regulation 20"),
    needs=("ehc_plans",),
    needs_event=True,
    topic=Topic.SEND,
    plain="A plan is reviewed within twelve months of being made, and within twelve months of each review.",
    amber=weeks(8),
    exceptions=(
        "Owed while the plan is maintained.",
        "Where a source gives only the latest review of a plan, earlier ones are not known, and the first it met may "
        "seem late.",
    ),
    notes=(
        "Taken as held on the day of the meeting; a review is complete only with the decision that follows, which has "
        "a time of its own.",
        "Those invited have two weeks' notice, and the papers two weeks before (regulation 20(3) and (4)).",
        "A plan of a child under five should be thought about every three to six months.",
    ),
)

REVIEW_DECISION = by_precedence(
    "education-plan-review-decision",
    "Send the decision after an annual review",
    reference="EHC-05",
    starts="education_plan_review_met",
    met_by=("ehc_review_decided", "ehc_changes_proposed"),
    rules=_rule(weeks(4)),
    owed_by=SERVICE,
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source(REGULATIONS, f"regulations 20 and 22(2); {DEVON}"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.SEND,
    plain="Within four weeks of a review meeting the family is told whether the plan stays, changes or ends, and "
    "where it is to change, which changes are proposed.",
    amber=weeks(1),
    exceptions=("No longer owed once the next review is held or the plan ends.",),
    notes=(
        "A plan to be changed is met only by a notice that holds the changes: all of it takes twelve weeks at most.",
    ),
)

AMENDED_PLAN = by_precedence(
    "education-plan-amended",
    "Make the amended education, health and care plan final",
    reference="EHC-05",
    starts="education_plan_changes_proposed",
    met_by=("ehc_amended",),
    rules=_rule(weeks(8)),
    owed_by=SERVICE,
    standing=Standing.REGULATION,
    confidence=Confidence.V2,
    source=Source(REGULATIONS, f"regulation 22(3) and (4), as at 1 May 2020; {DEVON}"),
    needs=("steps_taken",),
    needs_event=True,
    topic=Topic.SEND,
    plain="A plan that is to change after a review is made final within eight weeks of the notice of the changes.",
    amber=weeks(2),
    exceptions=(
        "Owed only where a notice of changes was sent.",
        "No longer owed once the next review is held or the plan ends.",
    ),
)

TRANSFER_REVIEW = by_precedence(
    "education-plan-transfer-review",
    "Review the plan before a move between phases of education",
    reference="EHC-06",
    starts="education_plan_transfer",
    met_by=("education_plan_transfer_reviewed",),
    rules=_rule(days(0)),
    owed_by=SERVICE,
    standing=Standing.REGULATION,
    confidence=Confidence.V,
    source=Source(REGULATIONS, "regulation 18(1) and (2)"),
    needs=("children", "ehc_plans"),
    needs_event=True,
    topic=Topic.SEND,
    plain="Before a child moves into school or to secondary school, the plan is reviewed and changed by 15 February of "
    "the year of the move; before a move on from secondary school, by 31 March.",
    amber=days(76),
    exceptions=(
        "Moves are read from the day of birth: into school in the September after the fourth birthday, to secondary "
        "school after the eleventh, on from it after the sixteenth. A child taught out of the usual year is not known.",
        "Infant, first and middle schools, and a young person who stays on at the same school, are left to a person.",
        "Another move after 16 is reviewed five months before it (regulation 18(2)): no table holds such a move.",
        "A plan made after the day itself owes none, and the September of the move ends the duty.",
    ),
)

CLOCKS: tuple[Clock, ...] = (
    ASSESSMENT_DECISION,
    ADVICE,
    PLAN_DECISION,
    FINAL_PLAN,
    REVIEW,
    REVIEW_DECISION,
    AMENDED_PLAN,
    TRANSFER_REVIEW,
)
