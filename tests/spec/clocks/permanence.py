"""Specifications of reviews' records, permanence, accommodation by agreement and deprivation of liberty."""

from onechild.knowledge.clocks.rules.care.permanence import (
    LIBERTY_ORDER,
    LIBERTY_REVIEW,
    LONG_TERM_MATCH,
    PERMANENCE_PLAN,
    SECTION_20_REVIEW,
)
from onechild.knowledge.clocks.rules.care.reviews_in_care import (
    MIDWAY_CHECK,
    REVIEW_DECISIONS,
    REVIEW_RECORD,
    REVIEW_RECORD_SENT,
)
from tests.spec.harness import check_clock

REVIEWED = """
periods_of_care
child | started_on | ended_on
1     | 2026-03-02 |
2     | 2026-03-02 | 2026-04-07
looked_after_reviews
review_id | child | happened_on | cancelled
a         | 1     | 2026-03-27  | no
b         | 1     | 2026-06-26  | no
x         | 1     | 2026-04-01  | yes
c         | 2     | 2026-03-27  | no
"""

EXAMPLES = (
    check_clock(
        MIDWAY_CHECK,
        "three months after a review, and again; the next review and the end of care end it",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2025-01-06 | 2026-03-02
        looked_after_reviews
        review_id | child | happened_on
        a         | 1     | 2025-01-31
        b         | 1     | 2025-04-30
        c         | 1     | 2025-10-30
        independent_reviewing_contacts
        child | happened_on
        1     | 2025-04-30
        1     | 2025-07-30
        1     | 2026-01-31
        """,
        as_at="2026-03-10",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        a        | 2025-01-31 | 2025-04-30 |            | 2025-04-30 | not_required
        b        | 2025-04-30 | 2025-07-30 | 2025-07-30 |            | met
        b        | 2025-07-30 | 2025-10-30 |            | 2025-10-30 | not_required
        c        | 2025-10-30 | 2026-01-30 | 2026-01-31 |            | met_late
        c        | 2026-01-31 | 2026-04-30 |            | 2026-03-02 | not_required
        """,
    ),
    check_clock(
        MIDWAY_CHECK,
        "a month's end; never done, it is missed at the next review",
        """
        settings
        setting              | value | started_on
        midway_check_months  | 2     | 2026-01-01
        periods_of_care
        child | started_on
        1     | 2025-12-01
        2     | 2025-12-01
        looked_after_reviews
        review_id | child | happened_on
        a         | 1     | 2025-12-31
        b         | 1     | 2026-06-30
        independent_reviewing_contacts
        child | happened_on
        2     | 2026-01-30
        """,
        as_at="2026-07-10",
        expect="""
        spell_id | started_on | due_on     | ended_on   | within   | outcome
        a        | 2025-12-31 | 2026-03-31 | 2026-06-30 | 3 months | missed
        b        | 2026-06-30 | 2026-08-30 |            | 2 months | open
        """,
    ),
    check_clock(
        REVIEW_DECISIONS,
        "five working days over Easter, a cancelled review left out; the end of care ends it",
        REVIEWED
        + """
        steps_taken
        child | happened_on | step                  | about_id
        1     | 2026-04-03  | review_decisions_sent | a
        1     | 2026-07-06  | review_decisions_sent | b
        2     | 2026-04-08  | review_decisions_sent | c
        """,
        as_at="2026-07-10",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        a        | 2026-03-27 | 2026-04-07 | 2026-04-03 |            | met
        b        | 2026-06-26 | 2026-07-03 | 2026-07-06 |            | met_late
        c        | 2026-03-27 | 2026-04-07 |            | 2026-04-07 | not_required
        """,
    ),
    check_clock(
        REVIEW_RECORD,
        "fifteen working days; on the last in time, on the next late",
        REVIEWED
        + """
        steps_taken
        child | happened_on | step            | about_id
        1     | 2026-04-21  | review_recorded |
        1     | 2026-07-18  | review_recorded | b
        """,
        as_at="2026-07-20",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        a        | 2026-03-27 | 2026-04-21 | 2026-04-21 |            | met
        b        | 2026-06-26 | 2026-07-17 | 2026-07-18 |            | met_late
        c        | 2026-03-27 | 2026-04-21 |            | 2026-04-07 | not_required
        """,
    ),
    check_clock(
        REVIEW_RECORD_SENT,
        "twenty working days; one never sent is missed at the next review",
        REVIEWED
        + """
        steps_taken
        child | happened_on | step               | about_id
        1     | 2026-07-24  | review_record_sent | b
        """,
        as_at="2026-07-24",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        a        | 2026-03-27 | 2026-04-28 |            | 2026-06-26 | missed
        b        | 2026-06-26 | 2026-07-24 | 2026-07-24 |            | met
        c        | 2026-03-27 | 2026-04-28 |            | 2026-04-07 | not_required
        """,
    ),
    check_clock(
        PERMANENCE_PLAN,
        "four months from coming into care: the last day of a shorter month is in time, the next day late",
        """
        periods_of_care
        care_id | child | started_on | ended_on
        c       | 1     | 2025-10-31 |
        d       | 2     | 2025-10-31 |
        e       | 3     | 2025-10-31 | 2026-01-30
        permanence_plans
        child | started_on | permanence
        1     | 2026-02-28 | return
        2     | 2026-03-01 | adoption
        """,
        as_at="2026-03-02",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within   | outcome
        1        | 2025-10-31 | 2026-02-28 | 2026-02-28 |            | 4 months | met
        2        | 2025-10-31 | 2026-02-28 | 2026-03-01 |            | 4 months | met_late
        3        | 2025-10-31 | 2026-02-28 |            | 2026-01-30 | 4 months | not_required
        """,
    ),
    check_clock(
        PERMANENCE_PLAN,
        "a second review before the four months brings it forward to its day; a late one gives no more time",
        """
        periods_of_care
        care_id | child | started_on
        c       | 1     | 2026-01-05
        d       | 2     | 2026-01-05
        e       | 3     | 2026-01-05
        looked_after_reviews
        child | happened_on
        1     | 2026-01-29
        1     | 2026-04-20
        2     | 2026-01-29
        2     | 2026-04-20
        3     | 2026-01-29
        3     | 2026-05-12
        permanence_plans
        child | started_on | permanence
        1     | 2026-04-20 | long_term_fostering
        2     | 2026-04-21 | long_term_fostering
        """,
        as_at="2026-05-13",
        expect="""
        child_id | due_on     | met_on     | within   | outcome
        1        | 2026-05-05 | 2026-04-20 | 4 months | met
        2        | 2026-04-20 | 2026-04-21 | 0 days   | met_late
        3        | 2026-05-05 |            | 4 months | overdue
        """,
    ),
    check_clock(
        PERMANENCE_PLAN,
        "none in a series of short breaks",
        """
        periods_of_care
        child | started_on
        1     | 2026-01-05
        legal_statuses
        child | started_on | status
        1     | 2026-01-05 | V4
        permanence_plans
        child | started_on
        2     | 2026-01-05
        """,
        as_at="2026-07-01",
        expect="""
        """,
    ),
    check_clock(
        LONG_TERM_MATCH,
        "six months from the plan for long-term fostering, which other plans do not start; over with plan or care",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2025-01-06 |
        2     | 2025-01-06 |
        3     | 2025-01-06 |
        4     | 2025-01-06 | 2025-12-01
        permanence_plans
        permanence_plan_id | child | started_on | ended_on   | permanence
        a                  | 1     | 2025-08-31 |            | long_term_fostering
        b                  | 2     | 2025-08-31 |            | long_term_fostering
        c                  | 3     | 2025-08-31 | 2025-11-03 | long_term_fostering
        d                  | 3     | 2025-11-03 |            | adoption
        e                  | 4     | 2025-08-31 |            | long_term_fostering
        steps_taken
        child | happened_on | step
        1     | 2026-02-28  | long_term_match_agreed
        2     | 2026-03-01  | long_term_match_agreed
        """,
        as_at="2026-03-02",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        a        | 2025-08-31 | 2026-02-28 | 2026-02-28 |            | met
        b        | 2025-08-31 | 2026-02-28 | 2026-03-01 |            | met_late
        c        | 2025-08-31 | 2026-02-28 |            | 2025-11-03 | not_required
        e        | 2025-08-31 | 2026-02-28 |            | 2025-12-01 | not_required
        """,
    ),
    check_clock(
        SECTION_20_REVIEW,
        "after three months, then six; an order ends it, and so does the end of care",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2025-01-06 |
        2     | 2025-01-06 | 2025-03-14
        legal_statuses
        child | started_on | ended_on   | status
        1     | 2025-01-06 | 2026-03-02 | V2
        1     | 2026-03-02 |            | C1
        2     | 2025-01-06 |            | V2
        steps_taken
        child | happened_on | step
        1     | 2025-04-06  | section_20_reviewed
        1     | 2025-10-07  | section_20_reviewed
        """,
        as_at="2026-04-01",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within   | outcome
        1        | 2025-01-06 | 2025-04-06 | 2025-04-06 |            | 3 months | met
        1        | 2025-04-06 | 2025-10-06 | 2025-10-07 |            | 6 months | met_late
        1        | 2025-10-07 | 2026-04-07 |            | 2026-03-02 | 6 months | not_required
        2        | 2025-01-06 | 2025-04-06 |            | 2025-03-14 | 3 months | not_required
        """,
    ),
    check_clock(
        SECTION_20_REVIEW,
        "none in a series of short breaks",
        """
        periods_of_care
        child | started_on
        1     | 2025-01-06
        legal_statuses
        child | started_on | status
        1     | 2025-01-06 | V4
        steps_taken
        child | happened_on | step
        1     | 2025-04-06  | section_20_reviewed
        """,
        as_at="2026-04-01",
        expect="""
        """,
    ),
    check_clock(
        LIBERTY_ORDER,
        "the day the order gives: a new order or an end by then; care that ends first ends it",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2025-01-06 |
        2     | 2025-01-06 | 2026-02-16
        deprivation_of_liberty_orders
        order_id | child | started_on | ended_on   | expires_on
        a        | 1     | 2026-01-05 | 2026-02-28 | 2026-02-28
        b        | 1     | 2026-02-28 | 2026-04-01 | 2026-03-31
        d        | 1     | 2026-04-01 |            | 2026-04-30
        e        | 1     | 2026-04-01 |            |
        f        | 2     | 2026-01-05 |            | 2026-02-28
        """,
        as_at="2026-05-01",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        a        | 2026-01-05 | 2026-02-28 | 2026-02-28 |            | met
        b        | 2026-02-28 | 2026-03-31 | 2026-04-01 |            | met_late
        d        | 2026-04-01 | 2026-04-30 |            |            | overdue
        f        | 2026-01-05 | 2026-02-28 |            | 2026-02-16 | not_required
        """,
    ),
    check_clock(
        LIBERTY_REVIEW,
        "every month while one order follows another; over with the last",
        """
        periods_of_care
        child | started_on
        1     | 2025-01-06
        deprivation_of_liberty_orders
        order_id | child | started_on | ended_on   | expires_on
        a        | 1     | 2026-01-30 | 2026-02-20 | 2026-02-28
        b        | 1     | 2026-02-20 |            | 2026-04-20
        steps_taken
        child | happened_on | step
        1     | 2026-02-28  | deprivation_of_liberty_reviewed
        1     | 2026-03-29  | deprivation_of_liberty_reviewed
        """,
        as_at="2026-05-01",
        expect="""
        started_on | due_on     | met_on     | ended_on   | outcome
        2026-01-30 | 2026-02-28 | 2026-02-28 |            | met
        2026-02-28 | 2026-03-28 | 2026-03-29 |            | met_late
        2026-03-29 | 2026-04-29 |            | 2026-04-20 | not_required
        """,
    ),
)
