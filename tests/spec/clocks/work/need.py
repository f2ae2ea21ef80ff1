"""Specifications of child in need plans, reviews, step-downs and closing. Good Friday 2026 is 3 April."""

from onechild.knowledge.clocks.rules.child_in_need import (
    CHILD_IN_NEED_PLAN,
    CHILD_IN_NEED_REVIEW,
    HANDOVER_MEETING,
    STEP_DOWN,
)
from tests.spec.harness import check_clock

MEETING, VISIT, REVIEW, OVERSIGHT = STEP_DOWN

EXAMPLES = (
    check_clock(
        CHILD_IN_NEED_PLAN,
        "working day 10 from the assessment that found need is in time over Easter, the next late",
        """
        assessments
        assessment_id | child | started_on | ended_on
        a1            | 1     | 2026-02-02 | 2026-03-23
        a2            | 2     | 2026-02-02 | 2026-03-23
        a3            | 3     | 2026-02-02 | 2026-03-23
        a4            | 4     | 2026-02-02 | 2026-03-23
        a5            | 5     | 2026-02-02 |
        outcomes
        child | happened_on | outcome_of | outcome_of_id | outcome
        1     | 2026-03-23  | assessment | a1            | child_in_need_plan
        2     |             | assessment | a2            | child_in_need_plan
        3     | 2026-03-24  | assessment | a3            | child_in_need_plan
        4     | 2026-03-23  | assessment | a4            | no_further_action
        5     | 2026-03-23  | assessment | a5            | child_in_need_plan
        child_in_need_plans
        child | started_on
        1     | 2026-04-08
        2     | 2026-04-09
        """,
        as_at="2026-04-09",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-03-23 | 2026-04-08 | 2026-04-08 | met
        2        | 2026-03-23 | 2026-04-08 | 2026-04-09 | met_late
        3        | 2026-03-24 | 2026-04-09 |            | open
        """,
    ),
    check_clock(
        CHILD_IN_NEED_PLAN,
        "not owed with a plan already there, on a child protection plan, in care, or when the work has ended",
        """
        assessments
        assessment_id | child | started_on | ended_on
        a1            | 1     | 2026-02-02 | 2026-03-23
        a2            | 2     | 2026-02-02 | 2026-03-23
        a3            | 3     | 2026-02-02 | 2026-03-23
        a4            | 4     | 2026-02-02 | 2026-03-23
        outcomes
        child | happened_on | outcome_of | outcome_of_id | outcome
        1     | 2026-03-23  | assessment | a1            | child_in_need_plan
        2     | 2026-03-23  | assessment | a2            | child_in_need_plan
        3     | 2026-03-23  | assessment | a3            | child_in_need_plan
        4     | 2026-03-23  | assessment | a4            | child_in_need_plan
        child_in_need_plans
        child | started_on
        1     | 2026-01-05
        child_protection_plans
        child | started_on
        2     | 2026-03-30
        periods_of_care
        child | started_on
        3     | 2026-03-23
        referrals
        child | started_on | ended_on
        4     | 2026-02-02 | 2026-04-01
        """,
        as_at="2026-04-09",
        expect="""
        child_id | due_on     | ended_on   | outcome
        2        | 2026-04-08 | 2026-03-30 | not_required
        4        | 2026-04-08 | 2026-04-01 | not_required
        """,
    ),
    check_clock(
        CHILD_IN_NEED_REVIEW,
        "six weeks, then three months; six months for a lower-level package",
        """
        child_in_need_plans
        child | started_on | short_package
        1     | 2026-01-05 |
        2     | 2026-01-05 |
        3     | 2026-01-05 | yes
        child_in_need_reviews
        child | happened_on
        1     | 2026-02-16
        2     | 2026-02-17
        3     | 2026-02-16
        """,
        as_at="2026-02-17",
        expect="""
        child_id | started_on | due_on     | met_on     | within   | outcome
        1        | 2026-01-05 | 2026-02-16 | 2026-02-16 | 6 weeks  | met
        1        | 2026-02-16 | 2026-05-16 |            | 3 months | open
        2        | 2026-01-05 | 2026-02-16 | 2026-02-17 | 6 weeks  | met_late
        2        | 2026-02-17 | 2026-05-17 |            | 3 months | open
        3        | 2026-01-05 | 2026-02-16 | 2026-02-16 | 6 weeks  | met
        3        | 2026-02-16 | 2026-08-16 |            | 6 months | open
        """,
    ),
    check_clock(
        CHILD_IN_NEED_REVIEW,
        "not owed on a child protection plan, and counted anew after it; the plan's end ends it",
        """
        child_in_need_plans
        plan_id | child | started_on | ended_on
        p1      | 1     | 2026-01-05 |
        p2      | 2     | 2026-01-05 | 2026-02-16
        child_protection_plans
        child | started_on | ended_on
        1     | 2026-01-19 | 2026-05-04
        """,
        as_at="2026-06-15",
        expect="""
        spell_id      | started_on | due_on     | ended_on   | outcome
        p1            | 2026-01-05 | 2026-02-16 | 2026-01-19 | not_required
        p1/2026-05-04 | 2026-05-04 | 2026-06-15 |            | open
        p2            | 2026-01-05 | 2026-02-16 | 2026-02-16 | not_required
        """,
    ),
    check_clock(
        MEETING,
        "working day 10 after a step down is in time over Easter, by a meeting or a review",
        """
        child_protection_plans
        child | started_on | ended_on   | end_reason
        1     | 2025-09-01 | 2026-03-23 | stepped_down
        2     | 2025-09-01 | 2026-03-23 | stepped_down
        3     | 2025-09-01 | 2026-03-23 | stepped_down
        4     | 2025-09-01 | 2026-03-23 | closed
        5     | 2025-09-01 |            | stepped_down
        steps_taken
        child | happened_on | step
        1     | 2026-04-08  | child_in_need_meeting
        child_in_need_plans
        child | started_on
        1     | 2026-03-23
        child_in_need_reviews
        child | happened_on
        2     | 2026-04-09
        """,
        as_at="2026-04-09",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-03-23 | 2026-04-08 | 2026-04-08 | met
        2        | 2026-03-23 | 2026-04-08 | 2026-04-09 | met_late
        3        | 2026-03-23 | 2026-04-08 |            | overdue
        """,
    ),
    check_clock(
        VISIT,
        "working day 10 after a step down; not owed once the child is on a plan again, in care, or worked with no more",
        """
        child_protection_plans
        plan_id | child | started_on | ended_on   | end_reason
        p1      | 1     | 2025-09-01 | 2026-03-23 | stepped_down
        p2      | 2     | 2025-09-01 | 2026-03-23 | stepped_down
        again   | 2     | 2026-04-08 |            |
        p3      | 3     | 2025-09-01 | 2026-03-23 | stepped_down
        p4      | 4     | 2025-09-01 | 2026-03-23 | stepped_down
        periods_of_care
        child | started_on
        3     | 2026-03-20
        referrals
        child | started_on | ended_on
        4     | 2025-08-01 | 2026-04-09
        child_in_need_plans
        child | started_on
        1     | 2026-03-23
        visits
        child | happened_on | purpose       | seen
        1     | 2026-04-08  | child_in_need | yes
        """,
        as_at="2026-04-09",
        expect="""
        spell_id | due_on     | met_on     | ended_on   | outcome
        p1       | 2026-04-08 | 2026-04-08 |            | met
        p2       | 2026-04-08 |            | 2026-04-08 | not_required
        p4       | 2026-04-08 |            | 2026-04-09 | missed
        """,
    ),
    check_clock(
        REVIEW,
        "six weeks after a step down is in time on a bank holiday too, the day after late",
        """
        child_protection_plans
        child | started_on | ended_on   | end_reason
        1     | 2025-09-01 | 2026-03-23 | stepped_down
        2     | 2025-09-01 | 2026-03-23 | stepped_down
        child_in_need_reviews
        child | happened_on
        1     | 2026-05-04
        2     | 2026-05-05
        """,
        as_at="2026-05-05",
        expect="""
        child_id | due_on     | met_on     | outcome
        1        | 2026-05-04 | 2026-05-04 | met
        2        | 2026-05-04 | 2026-05-05 | met_late
        """,
    ),
    check_clock(
        OVERSIGHT,
        "three months after a step down end with a short month, the day after is late",
        """
        child_protection_plans
        child | started_on | ended_on   | end_reason
        1     | 2025-09-01 | 2026-03-31 | stepped_down
        2     | 2025-09-01 | 2026-03-31 | stepped_down
        steps_taken
        child | happened_on | step
        1     | 2026-06-30  | step_down_overseen
        2     | 2026-07-01  | step_down_overseen
        """,
        as_at="2026-07-01",
        expect="""
        child_id | due_on     | met_on     | outcome
        1        | 2026-06-30 | 2026-06-30 | met
        2        | 2026-06-30 | 2026-07-01 | met_late
        """,
    ),
    check_clock(
        HANDOVER_MEETING,
        "working day 10 from the decision to close is in time over Easter; closing first ends it",
        """
        steps_taken
        child | happened_on | step
        1     | 2026-03-23  | closure_decided
        1     | 2026-04-08  | handover_meeting
        2     | 2026-03-23  | closure_decided
        2     | 2026-04-09  | handover_meeting
        3     | 2026-03-23  | closure_decided
        4     | 2026-03-23  | closure_decided
        5     | 2026-03-23  | closure_decided
        referrals
        child | started_on | ended_on
        1     | 2026-01-05 | 2026-04-08
        3     | 2026-01-05 | 2026-04-01
        4     | 2026-01-05 | 2026-04-09
        5     | 2026-01-05 | 2026-03-23
        """,
        as_at="2026-04-09",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-08 | 2026-04-08 |            | met
        2        | 2026-04-08 | 2026-04-09 |            | met_late
        3        | 2026-04-08 |            | 2026-04-01 | not_required
        4        | 2026-04-08 |            | 2026-04-09 | missed
        """,
    ),
)
