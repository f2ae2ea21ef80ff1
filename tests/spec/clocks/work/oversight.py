"""Specifications of private fostering, supervision, writing up, a change of worker. Good Friday 2026 is 3 April."""

from onechild.knowledge.clocks.rules.oversight import (
    CASE_SUPERVISION,
    NEW_WORKER_VISIT,
    REALLOCATION,
    VISIT_WRITTEN_UP,
)
from onechild.knowledge.clocks.rules.private_fostering import ASSESSMENT, FIRST_VISIT, VISIT
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        FIRST_VISIT,
        "working day 7 from the day the council was told is in time over Easter, the next late",
        """
        private_fostering
        child | started_on | ended_on   | notified_on
        1     | 2026-03-16 |            | 2026-04-02
        2     | 2026-04-02 |            |
        3     | 2026-03-16 | 2026-04-10 | 2026-04-02
        4     | 2026-03-16 |            | 2026-04-02
        visits
        child | happened_on | purpose           | seen
        1     | 2026-04-15  | private_fostering | yes
        2     | 2026-04-16  | private_fostering | yes
        4     | 2026-04-15  | assessment        | yes
        4     | 2026-04-15  | private_fostering | no
        """,
        as_at="2026-04-16",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-02 | 2026-04-15 | 2026-04-15 |            | met
        2        | 2026-04-02 | 2026-04-15 | 2026-04-16 |            | met_late
        3        | 2026-04-02 | 2026-04-15 |            | 2026-04-10 | not_required
        4        | 2026-04-02 | 2026-04-15 |            |            | overdue
        """,
    ),
    check_clock(
        VISIT,
        "six weeks in the first year; when it is over an open duty has twelve, one already late stays late",
        """
        private_fostering
        child | started_on | notified_on
        1     | 2024-12-02 | 2025-01-06
        2     | 2024-12-02 | 2025-01-06
        visits
        child | happened_on | purpose           | seen
        1     | 2025-02-17  | private_fostering | yes
        1     | 2025-12-22  | private_fostering | yes
        2     | 2025-11-03  | private_fostering | yes
        """,
        as_at="2026-03-16",
        expect="""
        child_id | started_on | due_on     | met_on     | within   | outcome
        1        | 2025-01-06 | 2025-02-17 | 2025-02-17 | 6 weeks  | met
        1        | 2025-02-17 | 2025-03-31 | 2025-12-22 | 6 weeks  | met_late
        1        | 2025-12-22 | 2026-03-16 |            | 12 weeks | open
        2        | 2025-01-06 | 2025-02-17 | 2025-11-03 | 6 weeks  | met_late
        2        | 2025-11-03 | 2025-12-15 |            | 6 weeks  | overdue
        """,
    ),
    check_clock(
        ASSESSMENT,
        "working day 45 from the day the council was told, by any assessment since",
        """
        private_fostering
        child | started_on | notified_on
        1     | 2026-01-05 | 2026-02-02
        2     | 2026-01-05 | 2026-02-02
        3     | 2026-01-05 | 2026-02-02
        assessments
        child | started_on | ended_on
        1     | 2026-02-09 | 2026-04-08
        2     | 2026-02-09 | 2026-04-09
        3     | 2026-01-05 | 2026-01-30
        """,
        as_at="2026-04-09",
        expect="""
        child_id | due_on     | met_on     | outcome
        1        | 2026-04-08 | 2026-04-08 | met
        2        | 2026-04-08 | 2026-04-09 | met_late
        3        | 2026-04-08 |            | overdue
        """,
    ),
    check_clock(
        CASE_SUPERVISION,
        "eight weeks, four on a child protection plan, twelve for a care leaver; a worker's own does not count",
        """
        referrals
        child | started_on | ended_on
        1     | 2026-01-05 |
        2     | 2026-01-05 |
        3     | 2026-01-05 | 2026-02-20
        child_protection_plans
        child | started_on
        2     | 2026-01-05
        periods_of_care
        child | started_on
        4     | 2026-01-05
        leaving_care_eligibility
        child | started_on | eligibility
        5     | 2026-01-05 | Former Relevant
        supervisions
        child | worker | happened_on | supervision_kind
        1     | w      | 2026-02-09  | group
        1     | w      | 2026-03-02  | case
        2     | w      | 2026-02-03  | case
        """,
        as_at="2026-03-02",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within   | outcome
        1        | 2026-01-05 | 2026-03-02 | 2026-03-02 |            | 8 weeks  | met
        1        | 2026-03-02 | 2026-04-27 |            |            | 8 weeks  | open
        2        | 2026-01-05 | 2026-02-02 | 2026-02-03 |            | 4 weeks  | met_late
        2        | 2026-02-03 | 2026-03-03 |            |            | 4 weeks  | open
        3        | 2026-01-05 | 2026-03-02 |            | 2026-02-20 | 8 weeks  | not_required
        4        | 2026-01-05 | 2026-03-02 |            |            | 8 weeks  | open
        5        | 2026-01-05 | 2026-03-30 |            |            | 12 weeks | open
        """,
    ),
    check_clock(
        VISIT_WRITTEN_UP,
        "working day 2 is in time over Easter, whether the child was seen or not; where nobody tells, nothing is asked",
        """
        visits
        visit_id | child | happened_on | purpose       | seen | recorded_on
        v1       | 1     | 2026-04-02  | child_in_need | yes  | 2026-04-08
        v2       | 1     | 2026-04-02  | child_in_need | no   | 2026-04-09
        v3       | 1     | 2026-04-02  | child_in_need | yes  |
        v4       | 1     | 2026-04-02  | child_in_need | yes  | 2026-04-01
        """,
        as_at="2026-04-09",
        expect="""
        spell_id | due_on     | met_on     | outcome
        v1       | 2026-04-08 | 2026-04-08 | met
        v2       | 2026-04-08 | 2026-04-09 | met_late
        v4       | 2026-04-08 | 2026-04-02 | met
        """,
    ),
    check_clock(
        REALLOCATION,
        "the next working day is in time over a bank holiday; a waiting list is no worker, and closing owes none",
        """
        referrals
        child | started_on | ended_on
        1     | 2026-01-05 |
        2     | 2026-01-05 |
        3     | 2026-01-05 |
        4     | 2026-01-05 | 2026-05-01
        5     | 2026-01-05 | 2026-05-05
        allocations
        allocation_id | child | started_on | ended_on   | worker | role
        a1            | 1     | 2026-01-05 | 2026-05-01 | one    | lead
        b1            | 1     | 2026-05-05 |            | two    | lead
        a2            | 2     | 2026-01-05 | 2026-05-01 | one    | lead
        b2            | 2     | 2026-05-01 |            |        | lead
        c2            | 2     | 2026-05-06 |            | two    | lead
        a3            | 3     | 2026-01-05 | 2026-05-01 | one    | lead
        b3            | 3     | 2026-04-20 |            | two    | lead
        a4            | 4     | 2026-01-05 | 2026-05-01 | one    | lead
        a5            | 5     | 2026-01-05 | 2026-05-01 | one    | lead
        b5            | 5     | 2026-05-01 |            | two    | co_worker
        """,
        as_at="2026-05-06",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        a1       | 2026-05-01 | 2026-05-05 | 2026-05-05 |            | met
        a2       | 2026-05-01 | 2026-05-05 | 2026-05-06 |            | met_late
        a5       | 2026-05-01 | 2026-05-05 |            | 2026-05-05 | not_required
        """,
    ),
    check_clock(
        NEW_WORKER_VISIT,
        "working day 10 is in time over Easter, if it was the new worker who saw the child, or nobody says who",
        """
        referrals
        child | started_on | ended_on
        1     | 2026-01-05 |
        2     | 2026-01-05 |
        3     | 2026-01-05 |
        4     | 2026-01-05 | 2026-02-02
        4     | 2026-03-16 |
        5     | 2026-01-05 |
        allocations
        allocation_id | child | started_on | ended_on   | worker
        a1            | 1     | 2026-01-05 | 2026-04-02 | one
        b1            | 1     | 2026-04-02 |            | two
        a2            | 2     | 2026-01-05 | 2026-04-02 | one
        b2            | 2     | 2026-04-02 |            | two
        a3            | 3     | 2026-01-05 | 2026-04-02 | one
        b3            | 3     | 2026-04-02 | 2026-04-10 | two
        a4            | 4     | 2026-01-05 | 2026-02-02 | one
        b4            | 4     | 2026-03-16 |            | two
        a5            | 5     | 2026-01-05 | 2026-04-02 | one
        b5            | 5     | 2026-04-02 |            | two
        visits
        child | happened_on | purpose       | seen | worker
        1     | 2026-04-13  | child_in_need | yes  | one
        1     | 2026-04-20  | child_in_need | yes  | two
        2     | 2026-04-20  | child_in_need | yes  | one
        5     | 2026-04-21  | child_in_need | yes  |
        """,
        as_at="2026-04-21",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        b1       | 2026-04-02 | 2026-04-20 | 2026-04-20 |            | met
        b2       | 2026-04-02 | 2026-04-20 |            |            | overdue
        b3       | 2026-04-02 | 2026-04-20 |            | 2026-04-10 | not_required
        b5       | 2026-04-02 | 2026-04-20 | 2026-04-21 |            | met_late
        """,
    ),
)
