"""Education, health and care plans: requests, advice, plans, reviews and moves between phases."""

from onechild.knowledge.clocks.rules.education_plans import (
    ADVICE,
    AMENDED_PLAN,
    ASSESSMENT_DECISION,
    FINAL_PLAN,
    PLAN_DECISION,
    REVIEW,
    REVIEW_DECISION,
    TRANSFER_REVIEW,
)
from tests.spec.harness import Example, check_clock

EXAMPLES: tuple[Example, ...] = (
    check_clock(
        ASSESSMENT_DECISION,
        "six weeks to Easter Monday are in time and the next day late; withdrawn or historical owes none",
        """
        ehc_requests
        ehc_request_id | child | happened_on | decided_on | outcome
        a              | 1     | 2026-02-23  | 2026-04-06 | Y
        b              | 2     | 2026-02-23  | 2026-04-07 | N
        c              | 3     | 2026-02-23  | 2026-03-10 | W
        d              | 4     | 2026-02-23  |            | A
        e              | 5     | 2026-02-23  |            | H
        f              | 6     | 2014-08-31  |            |
        """,
        as_at="2026-04-07",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within  | outcome
        1        | 2026-02-23 | 2026-04-06 | 2026-04-06 |            | 6 weeks | met
        2        | 2026-02-23 | 2026-04-06 | 2026-04-07 |            | 6 weeks | met_late
        3        | 2026-02-23 | 2026-04-06 |            | 2026-03-10 | 6 weeks | not_required
        4        | 2026-02-23 | 2026-04-06 |            |            | 6 weeks | overdue
        """,
    ),
    check_clock(
        ADVICE,
        "six weeks from the day it was asked for, whether or not the case is open, until the plan is decided",
        """
        referrals
        child | started_on | ended_on
        2     | 2026-01-05 | 2026-03-02
        3     | 2026-01-05 | 2026-03-02
        steps_taken
        child | happened_on | step
        1     | 2026-02-23  | ehc_advice_requested
        1     | 2026-04-06  | ehc_advice_given
        2     | 2026-02-23  | ehc_advice_requested
        2     | 2026-04-07  | ehc_advice_given
        3     | 2026-02-23  | ehc_advice_requested
        4     | 2026-02-23  | ehc_advice_requested
        5     | 2026-02-23  | ehc_advice_requested
        ehc_requests
        child | happened_on | decided_on | outcome | assessment_decided_on | assessment_outcome
        4     | 2026-01-26  | 2026-02-20 | Y       | 2026-03-16            | Y
        ehc_plans
        child | started_on
        5     | 2026-04-07
        """,
        as_at="2026-04-07",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-06 | 2026-04-06 |            | met
        2        | 2026-04-06 | 2026-04-07 |            | met_late
        3        | 2026-04-06 |            |            | overdue
        4        | 2026-04-06 |            | 2026-03-16 | not_required
        5        | 2026-04-06 |            | 2026-04-07 | missed
        """,
    ),
    check_clock(
        PLAN_DECISION,
        "sixteen weeks to a decision or a plan; none after a refusal, a withdrawal or with an exception",
        """
        ehc_requests
        child | happened_on | decided_on | outcome | assessment_decided_on | assessment_outcome | exception_applies
        1     | 2025-12-15  | 2026-01-20 | Y       | 2026-04-06            | N                  |
        2     | 2025-12-15  | 2026-01-20 | Y       | 2026-04-07            | Y                  | no
        3     | 2025-12-15  | 2026-01-20 | Y       |                       |                    | yes
        4     | 2025-12-15  | 2026-01-20 | N       |                       |                    |
        5     | 2025-12-15  | 2026-01-20 | Y       |                       |                    |
        6     | 2025-12-15  |            | N       |                       |                    |
        7     | 2025-12-15  | 2026-01-20 | Y       | 2026-03-02            | W                  |
        ehc_plans
        child | started_on
        5     | 2026-03-02
        """,
        as_at="2026-04-07",
        expect="""
        child_id | due_on     | met_on     | ended_on   | within   | outcome
        1        | 2026-04-06 | 2026-04-06 |            | 16 weeks | met
        2        | 2026-04-06 | 2026-04-07 |            | 16 weeks | met_late
        4        | 2026-04-06 |            | 2026-01-20 | 16 weeks | not_required
        5        | 2026-04-06 | 2026-03-02 |            | 16 weeks | met
        7        | 2026-04-06 |            | 2026-03-02 | 16 weeks | not_required
        """,
    ),
    check_clock(
        FINAL_PLAN,
        "twenty weeks from each request, met by the plan that follows it; none where no plan is to be made",
        """
        ehc_requests
        ehc_request_id | child | happened_on | decided_on | outcome | assessment_decided_on | assessment_outcome
        a              | 1     | 2025-11-17  | 2025-12-22 | Y       | 2026-03-02            | Y
        b              | 2     | 2025-11-17  | 2025-12-22 | Y       | 2026-03-02            | Y
        c              | 3     | 2025-11-17  | 2025-12-22 | Y       | 2026-02-10            | N
        d              | 4     | 2025-11-17  | 2025-12-22 | Y       |                       |
        e              | 5     | 2025-11-17  |            |         |                       |
        f              | 5     | 2026-01-05  |            |         |                       |
        ehc_plans
        child | started_on | ehc_request_id
        1     | 2026-04-06 | a
        2     | 2026-04-07 |
        5     | 2026-04-01 | f
        """,
        as_at="2026-04-07",
        expect="""
        child_id | spell_id | due_on     | met_on     | ended_on   | within   | outcome
        1        | a        | 2026-04-06 | 2026-04-06 |            | 20 weeks | met
        2        | b        | 2026-04-06 | 2026-04-07 |            | 20 weeks | met_late
        3        | c        | 2026-04-06 |            | 2026-02-10 | 20 weeks | not_required
        4        | d        | 2026-04-06 |            |            | 20 weeks | overdue
        5        | e        | 2026-04-06 |            |            | 20 weeks | overdue
        5        | f        | 2026-05-25 | 2026-04-01 |            | 20 weeks | met
        """,
    ),
    check_clock(
        FINAL_PLAN,
        "an exception that is recorded lets the twenty weeks go",
        """
        ehc_requests
        child | happened_on | decided_on | outcome | exception_applies
        1     | 2025-11-17  | 2025-12-22 | Y       | yes
        2     | 2025-11-17  | 2025-12-22 | Y       |
        ehc_plans
        child | started_on
        2     | 2026-03-02
        """,
        as_at="2026-04-07",
        expect="""
        child_id | due_on     | outcome
        2        | 2026-04-06 | met
        """,
    ),
    check_clock(
        REVIEW,
        "twelve months from the plan and from each review, cut to the month's end, while the plan is maintained",
        """
        ehc_plans
        child | started_on | ended_on   | last_reviewed_on
        1     | 2025-02-28 |            |
        2     | 2024-02-29 | 2025-10-01 |
        3     | 2024-09-02 |            | 2025-09-02
        4     | 2014-08-29 |            |
        steps_taken
        child | happened_on | step
        1     | 2026-02-28  | ehc_review_held
        2     | 2025-03-01  | ehc_review_held
        """,
        as_at="2026-03-01",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2025-02-28 | 2026-02-28 | 2026-02-28 |            | met
        1        | 2026-02-28 | 2027-02-28 |            |            | open
        2        | 2024-02-29 | 2025-02-28 | 2025-03-01 |            | met_late
        2        | 2025-03-01 | 2026-03-01 |            | 2025-10-01 | not_required
        3        | 2024-09-02 | 2025-09-02 | 2025-09-02 |            | met
        3        | 2025-09-02 | 2026-09-02 |            |            | open
        """,
    ),
    check_clock(
        REVIEW_DECISION,
        "four weeks from the meeting to a decision or a notice of changes; the next meeting or the plan's end ends it",
        """
        ehc_plans
        child | started_on | ended_on
        3     | 2025-03-03 | 2026-03-20
        steps_taken
        child | happened_on | step
        1     | 2026-03-09  | ehc_review_held
        1     | 2026-04-06  | ehc_review_decided
        2     | 2026-03-09  | ehc_review_held
        2     | 2026-04-07  | ehc_changes_proposed
        3     | 2026-03-09  | ehc_review_held
        4     | 2025-03-10  | ehc_review_held
        4     | 2026-03-09  | ehc_review_held
        """,
        as_at="2026-04-07",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-03-09 | 2026-04-06 | 2026-04-06 |            | met
        2        | 2026-03-09 | 2026-04-06 | 2026-04-07 |            | met_late
        3        | 2026-03-09 | 2026-04-06 |            | 2026-03-20 | not_required
        4        | 2025-03-10 | 2025-04-07 |            | 2026-03-09 | missed
        4        | 2026-03-09 | 2026-04-06 |            |            | overdue
        """,
    ),
    check_clock(
        AMENDED_PLAN,
        "eight weeks from the notice of changes; a decision without changes owes none, nor a plan that ended",
        """
        ehc_plans
        child | started_on | ended_on
        4     | 2025-03-03 | 2026-03-02
        steps_taken
        child | happened_on | step
        1     | 2026-02-09  | ehc_changes_proposed
        1     | 2026-04-06  | ehc_amended
        2     | 2026-02-09  | ehc_changes_proposed
        2     | 2026-04-07  | ehc_amended
        3     | 2026-02-09  | ehc_review_decided
        4     | 2026-02-09  | ehc_changes_proposed
        """,
        as_at="2026-04-07",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-06 | 2026-04-06 |            | met
        2        | 2026-04-06 | 2026-04-07 |            | met_late
        4        | 2026-04-06 |            | 2026-03-02 | not_required
        """,
    ),
    check_clock(
        TRANSFER_REVIEW,
        "by 15 February before secondary school, by the school year of birth; a plan made after that day owes none",
        """
        children
        child | born_on
        1     | 2014-10-10
        2     | 2015-08-31
        3     | 2015-09-01
        4     | 2015-03-01
        ehc_plans
        ehc_plan_id | child | started_on
        a           | 1     | 2020-01-06
        b           | 2     | 2020-01-06
        c           | 3     | 2020-03-02
        d           | 4     | 2026-02-16
        steps_taken
        child | happened_on | step                  | about_id
        1     | 2026-02-15  | ehc_transfer_reviewed | a
        2     | 2026-02-16  | ehc_transfer_reviewed | b
        """,
        as_at="2026-04-01",
        expect="""
        child_id | spell_id    | started_on | due_on     | met_on     | within | outcome
        1        | a/secondary | 2025-09-01 | 2026-02-15 | 2026-02-15 | 0 days | met
        2        | b/secondary | 2025-09-01 | 2026-02-15 | 2026-02-16 | 0 days | met_late
        """,
    ),
    check_clock(
        TRANSFER_REVIEW,
        "by 15 February before school, 31 March on leaving it; the September of the move or the plan's end ends it",
        """
        children
        child | born_on
        1     | 2010-05-05
        2     | 2010-05-05
        3     | 2021-12-01
        4     | 2009-05-05
        5     | 2010-05-05
        ehc_plans
        ehc_plan_id | child | started_on | ended_on
        a           | 1     | 2025-11-03 |
        b           | 2     | 2025-01-06 | 2026-01-05
        c           | 3     | 2025-10-06 |
        d           | 4     | 2025-01-06 |
        e           | 5     | 2025-01-06 |
        steps_taken
        child | happened_on | step
        5     | 2026-03-31  | ehc_transfer_reviewed
        """,
        as_at="2026-04-01",
        expect="""
        child_id | spell_id  | started_on | due_on     | met_on     | ended_on   | outcome
        1        | a/post_16 | 2025-11-03 | 2026-03-31 |            | 2026-09-01 | overdue
        2        | b/post_16 | 2025-09-01 | 2026-03-31 |            | 2026-01-05 | not_required
        3        | c/school  | 2025-10-06 | 2026-02-15 |            | 2026-09-01 | overdue
        4        | d/post_16 | 2025-01-06 | 2025-03-31 |            | 2025-09-01 | missed
        5        | e/post_16 | 2025-09-01 | 2026-03-31 | 2026-03-31 |            | met
        """,
    ),
)
