"""Timescales that begin with a review of a looked-after child's case: its record, and the check before the next."""

from onechild.knowledge.clocks.model import (
    Clock,
    Confidence,
    Source,
    Standard,
    Standing,
    Topic,
    once,
    repeating,
    working_days,
)

HANDBOOK = "IRO Handbook: statutory guidance for independent reviewing officers and local authorities"
ONE_RECORD = "The next review, or the end of care, ends it: what was not sent by then stays missed."

MIDWAY_CHECK = repeating(
    "midway-check",
    "Check progress midway between reviews",
    reference="LAC-18",
    starts="between_reviews",
    every=Standard("midway_check_months", "month", 3),
    met_by="reviewing_officer_checked",
    owed_by="Independent reviewing officer",
    standing=Standing.LOCAL,
    confidence=Confidence.V,
    source=Source("A council's own standard", "as an inspection report describes it"),
    topic=Topic.IN_CARE,
    plain="Between two reviews the reviewing officer visits or speaks with the child and looks at how the plan is "
    "going. The council sets how long after the review.",
    needs=("looked_after_reviews", "independent_reviewing_contacts"),
    needs_event=True,
    exceptions=(
        "A contact on the day of the review is part of the review.",
        "The next review, or the end of care, ends it.",
    ),
)


def _of_review(key: str, title: str, *, within: int, met_by: str, plain: str) -> Clock:
    return once(
        key,
        title,
        reference="LAC-19",
        starts="between_reviews",
        within=working_days(within),
        met_by=met_by,
        owed_by="Independent reviewing officer",
        standing=Standing.STATUTORY_GUIDANCE,
        confidence=Confidence.K,
        source=Source(HANDBOOK, "after the review"),
        topic=Topic.IN_CARE,
        plain=plain,
        amber=working_days(max(2, within // 3)),
        needs=("looked_after_reviews", "steps_taken"),
        needs_event=True,
        exceptions=(
            "A review of several meetings is counted from the day it was completed; one cancelled has no record.",
            ONE_RECORD,
        ),
        notes=("The numbers were not read in the handbook.",),
    )


REVIEW_DECISIONS = _of_review(
    "review-decisions",
    "Send the review's decisions",
    within=5,
    met_by="review_decisions_sent",
    plain="The decisions of a review are written and sent within five working days of it.",
)
REVIEW_RECORD = _of_review(
    "review-record",
    "Write the review's record",
    within=15,
    met_by="review_recorded",
    plain="The full record of a review is written within fifteen working days of it.",
)
REVIEW_RECORD_SENT = _of_review(
    "review-record-sent",
    "Send the review's record to all",
    within=20,
    met_by="review_record_sent",
    plain="The full record of a review is with everybody who should have it within twenty working days of it.",
)

CLOCKS = (MIDWAY_CHECK, REVIEW_DECISIONS, REVIEW_RECORD, REVIEW_RECORD_SENT)
