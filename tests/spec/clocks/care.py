"""Specifications of reviews and health of looked-after children, and of leaving care. Good Friday 2026 is 3 April."""

from onechild.knowledge.clocks.rules.health import INITIAL_HEALTH_ASSESSMENT
from onechild.knowledge.clocks.rules.in_care import LOOKED_AFTER_REVIEW
from onechild.knowledge.clocks.rules.leaving_care import PATHWAY_PLAN_REVIEW, PERSONAL_ADVISER
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        LOOKED_AFTER_REVIEW,
        "the first in 20 working days over Easter, the second in 3 months, later in 6; one cancelled does not count",
        """
        periods_of_care
        child | started_on
        1     | 2026-03-09
        2     | 2026-03-09
        looked_after_reviews
        child | happened_on | cancelled
        1     | 2026-04-08  | no
        1     | 2026-07-08  | no
        2     | 2026-04-07  | yes
        2     | 2026-04-09  |
        """,
        as_at="2026-07-10",
        expect="""
        child_id | started_on | due_on     | met_on     | within          | outcome
        1        | 2026-03-09 | 2026-04-08 | 2026-04-08 | 20 working days | met
        1        | 2026-04-08 | 2026-07-08 | 2026-07-08 | 3 months        | met
        1        | 2026-07-08 | 2027-01-08 |            | 6 months        | open
        2        | 2026-03-09 | 2026-04-08 | 2026-04-09 | 20 working days | met_late
        2        | 2026-04-09 | 2026-07-09 |            | 3 months        | overdue
        """,
    ),
    check_clock(
        LOOKED_AFTER_REVIEW,
        "care that ends before the review is due owes none, and short breaks are reviewed in 3 months, then 6",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2026-03-09 | 2026-03-20
        2     | 2025-11-30 |
        legal_statuses
        child | started_on | status
        2     | 2025-11-30 | V4
        looked_after_reviews
        child | happened_on
        2     | 2026-02-28
        """,
        as_at="2026-03-20",
        expect="""
        child_id | due_on     | met_on     | ended_on   | within          | outcome
        1        | 2026-04-08 |            | 2026-03-20 | 20 working days | not_required
        2        | 2026-02-28 | 2026-02-28 |            | 3 months        | met
        2        | 2026-08-28 |            |            | 6 months        | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_REVIEW,
        "a placement for adoption starts the count again: 4 weeks, 3 months, 6 months",
        """
        periods_of_care
        child | started_on
        1     | 2025-06-02
        placements
        child | started_on | placement_kind
        1     | 2026-01-05 | A5
        looked_after_reviews
        child | happened_on
        1     | 2025-06-16
        1     | 2025-09-15
        1     | 2026-02-02
        1     | 2026-04-30
        """,
        as_at="2026-05-01",
        expect="""
        started_on | due_on     | met_on     | ended_on   | within          | version           | outcome
        2025-06-02 | 2025-06-30 | 2025-06-16 |            | 20 working days | LAC-15 2011-04-01 | met
        2025-06-16 | 2025-09-16 | 2025-09-15 |            | 3 months        | LAC-16 2011-04-01 | met
        2025-09-15 | 2026-03-15 |            | 2026-01-05 | 6 months        | LAC-17 2011-04-01 | not_required
        2026-01-05 | 2026-02-02 | 2026-02-02 |            | 4 weeks         | ADP-04 2011-04-01 | met
        2026-02-02 | 2026-05-02 | 2026-04-30 |            | 3 months        | ADP-04 2011-04-01 | met
        2026-04-30 | 2026-10-30 |            |            | 6 months        | ADP-04 2011-04-01 | open
        """,
    ),
    check_clock(
        INITIAL_HEALTH_ASSESSMENT,
        "working day 20 is in time over Easter and the next late; a dental check or a refusal does not meet it",
        """
        periods_of_care
        child | started_on
        1     | 2026-03-09
        2     | 2026-03-09
        3     | 2026-03-09
        health_checks
        child | happened_on | check_kind                | check_status
        1     | 2026-04-08  | initial_health_assessment | Completed
        2     | 2026-04-09  | health_assessment         |
        3     | 2026-03-20  | dental                    | Completed
        3     | 2026-03-20  | initial_health_assessment | Refused
        3     |             | initial_health_assessment | Completed
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
        INITIAL_HEALTH_ASSESSMENT,
        "it is not owed within three months of an earlier one, nor in short breaks until they become care",
        """
        periods_of_care
        care_id | child | started_on
        a       | 1     | 2026-03-09
        b       | 2     | 2026-03-09
        c       | 3     | 2026-01-05
        health_checks
        child | happened_on | check_kind
        1     | 2025-12-09  | initial_health_assessment
        2     | 2025-12-08  | initial_health_assessment
        legal_statuses
        child | started_on | ended_on   | status
        3     | 2026-01-05 | 2026-03-09 | V4
        """,
        as_at="2026-03-09",
        expect="""
        child_id | spell_id     | started_on | due_on     | outcome
        2        | b            | 2026-03-09 | 2026-04-08 | open
        3        | c/2026-03-09 | 2026-03-09 | 2026-04-08 | open
        """,
    ),
    check_clock(
        PERSONAL_ADVISER,
        "owed by the 16th birthday after 13 weeks in care since 14, or on the later day of becoming eligible",
        """
        children
        child | born_on
        1     | 2010-03-10
        2     | 2010-03-10
        3     | 2008-02-29
        4     | 2010-03-10
        periods_of_care
        child | started_on | ended_on
        1     | 2023-06-01 |
        2     | 2026-01-05 |
        3     | 2023-11-30 |
        4     | 2025-01-06 | 2025-02-03
        4     | 2025-06-02 | 2025-08-04
        allocations
        child | started_on | ended_on   | role             | worker
        1     | 2025-09-01 |            | personal_adviser | w
        2     | 2026-04-07 |            | personal_adviser | w
        3     | 2024-01-08 | 2024-02-28 | personal_adviser | w
        """,
        as_at="2026-04-07",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2025-03-10 | 2026-03-10 | 2025-09-01 |            | met
        2        | 2026-04-06 | 2026-04-06 | 2026-04-07 |            | met_late
        3        | 2024-02-29 | 2024-02-29 |            | 2029-03-01 | overdue
        """,
    ),
    check_clock(
        PERSONAL_ADVISER,
        "several times in care add up to 13 weeks; leaving before 16 ends the duty; short breaks give none",
        """
        children
        child | born_on
        1     | 2010-03-10
        2     | 2010-03-10
        3     | 2010-03-10
        periods_of_care
        child | started_on | ended_on
        1     | 2024-06-03 | 2024-07-01
        1     | 2025-01-06 | 2025-12-01
        1     | 2026-02-02 |
        2     | 2024-01-08 | 2025-09-01
        3     | 2024-01-08 |
        legal_statuses
        child | started_on | status
        3     | 2024-01-08 | V4
        """,
        as_at="2026-03-11",
        expect="""
        child_id | started_on | due_on     | ended_on   | outcome
        1        | 2025-03-10 | 2026-03-10 | 2025-12-01 | not_required
        1        | 2026-02-02 | 2026-03-10 | 2031-03-10 | overdue
        2        | 2025-03-10 | 2026-03-10 | 2025-09-01 | not_required
        """,
    ),
    check_clock(
        PERSONAL_ADVISER,
        "a council that sets 15 is asked for one by 15; an adviser may hold the case; a waiting list is no adviser",
        """
        settings
        setting              | value | started_on
        personal_adviser_age | 15    | 2020-01-01
        children
        child | born_on
        1     | 2010-03-10
        2     | 2010-03-10
        periods_of_care
        child | started_on
        1     | 2023-06-01
        2     | 2023-06-01
        employments
        worker | role             | started_on
        w      | personal_adviser | 2020-01-01
        allocations
        child | started_on | role             | worker
        1     | 2025-01-06 | lead             | w
        2     | 2025-01-06 | lead             | v
        2     | 2025-01-06 | personal_adviser |
        """,
        as_at="2025-03-11",
        expect="""
        child_id | started_on | due_on     | met_on     | within        | outcome
        1        | 2025-03-10 | 2025-03-10 | 2025-03-10 | 15th birthday | met
        2        | 2025-03-10 | 2025-03-10 |            | 15th birthday | overdue
        """,
    ),
    check_clock(
        PERSONAL_ADVISER,
        "a care leaver whose time in care is not told is taken from the recorded entitlement",
        """
        children
        child | born_on
        1     | 2008-03-10
        2     | 2008-03-10
        leaving_care_eligibility
        child | started_on | eligibility
        1     | 2026-03-10 | Former Relevant
        2     | 2026-03-10 | Qualifying
        """,
        as_at="2026-03-11",
        expect="""
        child_id | started_on | due_on     | outcome
        1        | 2026-03-10 | 2026-03-10 | overdue
        """,
    ),
    check_clock(
        PATHWAY_PLAN_REVIEW,
        "six months from the plan and from each review, cut to the month's end, to 21",
        """
        children
        child | born_on
        1     | 2009-03-02
        2     | 2005-03-02
        3     | 2009-03-02
        periods_of_care
        child | started_on | ended_on
        1     | 2020-01-06 |
        2     | 2018-01-08 | 2023-03-02
        pathway_steps
        child | happened_on | step
        1     | 2025-06-02  | needs_assessment
        1     | 2025-08-31  | plan
        1     | 2026-02-28  | review
        2     | 2025-08-31  | plan
        2     | 2026-01-05  | plan
        3     | 2025-08-31  | plan
        """,
        as_at="2026-03-02",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2025-08-31 | 2026-02-28 | 2026-02-28 |            | met
        1        | 2026-02-28 | 2026-08-28 |            | 2030-03-02 | open
        2        | 2025-08-31 | 2026-02-28 | 2026-01-05 |            | met
        2        | 2026-01-05 | 2026-07-05 |            | 2026-03-02 | not_required
        """,
    ),
    check_clock(
        PATHWAY_PLAN_REVIEW,
        "to 25 while the recorded entitlement lasts; counted from a plan made before the entitlement began",
        """
        children
        child | born_on
        1     | 2000-03-02
        2     | 2009-03-02
        leaving_care_eligibility
        child | started_on | eligibility
        1     | 2018-03-02 | Former Relevant
        2     | 2025-03-02 | Eligible
        pathway_steps
        child | happened_on | step
        1     | 2024-12-02  | plan
        2     | 2025-01-06  | plan
        """,
        as_at="2025-03-02",
        expect="""
        child_id | started_on | due_on     | ended_on   | outcome
        1        | 2024-12-02 | 2025-06-02 | 2025-03-02 | not_required
        2        | 2025-03-02 | 2025-07-06 | 2034-03-02 | open
        """,
    ),
)
