"""Specifications of looked-after children's health and schooling."""

from onechild.knowledge.clocks.rules.care.education import FIRST_EDUCATION_PLAN, SCHOOL_PLACE, TERMLY_EDUCATION_PLAN
from onechild.knowledge.clocks.rules.health import DENTAL_CHECK, QUESTIONNAIRE, REVIEW_HEALTH_ASSESSMENT
from tests.spec.harness import check_clock

# Examples with one setting of their own are built apart: every child sees the council's terms.
TERMS = """
settings
setting           | value | started_on
supervision_weeks | {}    | 2026-01-01
school_terms
school_term_id | started_on | ended_on
autumn         | 2025-09-02 | 2025-12-20
spring         | 2026-01-05 | 2026-03-28
summer         | 2026-04-13 | 2026-07-22
next           | 2026-09-02 | 2026-12-19
"""

EXAMPLES = (
    check_clock(
        REVIEW_HEALTH_ASSESSMENT,
        "six months before the fifth birthday, twelve after it; late on the birthday stays late",
        """
        children
        child | born_on
        1     | 2021-06-15
        2     | 2021-06-15
        periods_of_care
        care_id | child | started_on
        c       | 1     | 2025-09-01
        d       | 2     | 2025-09-01
        health_checks
        child | happened_on | check_kind                | check_status
        1     | 2025-09-20  | initial_health_assessment | Completed
        1     | 2026-03-20  | review_health_assessment  | Completed
        1     | 2027-03-21  | review_health_assessment  |
        2     | 2025-09-20  | initial_health_assessment | Completed
        2     | 2026-03-19  | review_health_assessment  | Refused
        """,
        as_at="2027-04-01",
        expect="""
        child_id | started_on | due_on     | met_on     | within    | version           | outcome
        1        | 2025-09-20 | 2026-03-20 | 2026-03-20 | 6 months  | HLT-02 1990-01-01 | met
        1        | 2026-03-20 | 2027-03-20 | 2027-03-21 | 12 months | HLT-03 1990-01-01 | met_late
        1        | 2027-03-21 | 2028-03-21 |            | 12 months | HLT-03 1990-01-01 | open
        2        | 2025-09-20 | 2026-03-20 |            | 6 months  | HLT-02 1990-01-01 | overdue
        """,
    ),
    check_clock(
        REVIEW_HEALTH_ASSESSMENT,
        "counted from one done in the three months before care; none before the first; over with care",
        """
        periods_of_care
        care_id | child | started_on | ended_on
        c       | 1     | 2025-09-01 |
        d       | 2     | 2025-09-01 |
        e       | 3     | 2025-09-01 | 2026-02-02
        health_checks
        child | happened_on | check_kind                | check_status
        1     | 2025-06-01  | health_assessment         |
        2     | 2025-05-31  | health_assessment         |
        3     | 2025-09-10  | initial_health_assessment |
        """,
        as_at="2026-06-02",
        expect="""
        child_id | started_on | due_on     | ended_on   | outcome
        1        | 2025-09-01 | 2026-06-01 |            | overdue
        3        | 2025-09-10 | 2026-09-10 | 2026-02-02 | not_required
        """,
    ),
    check_clock(
        DENTAL_CHECK,
        "twelve months from coming into care, then from each check done; a leap day ends on the 28th",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2024-02-29 |
        2     | 2024-02-29 | 2025-01-10
        3     | 2024-02-29 |
        legal_statuses
        child | started_on | status
        3     | 2024-02-29 | V3
        health_checks
        child | happened_on | check_kind | check_status
        1     | 2025-01-15  | dental     | Refused
        1     | 2025-02-28  | dental     | Completed
        1     | 2026-03-01  | dental     | Completed
        1     | 2026-02-01  | optical    | Completed
        """,
        as_at="2026-03-02",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2024-02-29 | 2025-02-28 | 2025-02-28 |            | met
        1        | 2025-02-28 | 2026-02-28 | 2026-03-01 |            | met_late
        1        | 2026-03-01 | 2027-03-01 |            |            | open
        2        | 2024-02-29 | 2025-02-28 |            | 2025-01-10 | not_required
        """,
    ),
    check_clock(
        QUESTIONNAIRE,
        "yearly from the fourth birthday to the seventeenth; a reason instead of a score does not meet it",
        """
        children
        child | born_on
        1     | 2021-03-10
        2     | 2008-11-30
        3     | 2023-01-01
        periods_of_care
        child | started_on | ended_on
        1     | 2024-05-01 |
        2     | 2024-05-01 |
        3     | 2024-05-01 |
        strengths_and_difficulties
        child | happened_on | score | no_score_reason
        1     | 2026-03-10  | 12    |
        2     | 2025-04-30  |       | SDQ2
        2     | 2025-05-02  | 17    |
        """,
        as_at="2026-04-01",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2025-03-10 | 2026-03-10 | 2026-03-10 |            | met
        1        | 2026-03-10 | 2027-03-10 |            | 2038-03-10 | open
        2        | 2024-05-01 | 2025-05-01 | 2025-05-02 |            | met_late
        2        | 2025-05-02 | 2026-05-02 |            | 2025-11-30 | not_required
        """,
    ),
    check_clock(
        FIRST_EDUCATION_PLAN,
        "ten working days from coming into care, or from the third birthday; over with care",
        """
        children
        child | born_on
        1     | 2015-01-01
        2     | 2015-01-01
        3     | 2023-05-20
        4     | 2015-01-01
        periods_of_care
        care_id | child | started_on | ended_on
        a       | 1     | 2026-03-30 |
        b       | 2     | 2026-03-30 |
        c       | 3     | 2026-03-30 |
        d       | 4     | 2026-03-30 | 2026-04-13
        personal_education_plans
        child | happened_on | step
        1     | 2026-04-15  | first
        2     | 2026-04-16  | first
        """,
        as_at="2026-06-05",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-03-30 | 2026-04-15 | 2026-04-15 |            | met
        2        | 2026-03-30 | 2026-04-15 | 2026-04-16 |            | met_late
        3        | 2026-05-20 | 2026-06-04 |            | 2041-05-20 | overdue
        4        | 2026-03-30 | 2026-04-15 |            | 2026-04-13 | not_required
        """,
    ),
    check_clock(
        FIRST_EDUCATION_PLAN,
        "none in a series of short breaks",
        """
        periods_of_care
        child | started_on
        1     | 2026-03-30
        legal_statuses
        child | started_on | status
        1     | 2026-03-30 | V4
        personal_education_plans
        child | happened_on | step
        2     | 2026-04-16  | first
        """,
        as_at="2026-06-05",
        expect="""
        """,
    ),
    check_clock(
        TERMLY_EDUCATION_PLAN,
        "by the last day of each term at whose start the child was in care and 5 to 17; over with care",
        TERMS.format(5)
        + """
        children
        child | born_on
        1     | 2012-01-01
        2     | 2020-09-03
        3     | 2012-01-01
        4     | 2012-01-01
        5     | 2008-01-05
        periods_of_care
        child | started_on | ended_on
        1     | 2025-09-01 |
        2     | 2025-09-01 |
        3     | 2025-09-03 | 2026-02-10
        5     | 2025-09-01 |
        personal_education_plans
        child | happened_on | step
        1     | 2025-12-19  | review
        1     | 2026-03-28  | review
        5     | 2025-10-10  | review
        """,
        as_at="2026-04-20",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within       | outcome
        1        | 2025-09-02 | 2025-12-19 | 2025-12-19 |            | 1 day before | met
        1        | 2026-01-05 | 2026-03-27 | 2026-03-28 |            | 1 day before | met_late
        1        | 2026-04-13 | 2026-07-21 |            | 2026-07-22 | 1 day before | open
        2        | 2026-01-05 | 2026-03-27 |            | 2026-03-28 | 1 day before | missed
        2        | 2026-04-13 | 2026-07-21 |            | 2026-07-22 | 1 day before | open
        3        | 2026-01-05 | 2026-03-27 |            | 2026-02-10 | 1 day before | not_required
        5        | 2025-09-02 | 2025-12-19 | 2025-10-10 |            | 1 day before | met
        """,
    ),
    check_clock(
        SCHOOL_PLACE,
        "twenty school days without a place, the holidays not counted; over with care and at 16",
        TERMS.format(6)
        + """
        children
        child | born_on
        1     | 2012-01-01
        2     | 2012-01-01
        3     | 2012-01-01
        4     | 2010-07-14
        periods_of_care
        care_id | child | started_on | ended_on
        a       | 1     | 2026-03-16 |
        b       | 2     | 2026-03-16 |
        c       | 3     | 2026-03-16 | 2026-04-20
        d       | 4     | 2026-07-10 |
        school_places
        child | started_on | ended_on
        1     | 2026-04-27 | 2026-07-10
        2     | 2025-09-02 | 2026-03-20
        2     | 2026-05-01 |
        """,
        as_at="2026-09-20",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within         | outcome
        1        | 2026-03-16 | 2026-04-27 | 2026-04-27 |            | 20 school days | met
        1        | 2026-07-10 | 2026-09-18 |            | 2028-01-01 | 20 school days | overdue
        2        | 2026-03-20 | 2026-05-01 | 2026-05-01 |            | 20 school days | met
        3        | 2026-03-16 | 2026-04-27 |            | 2026-04-20 | 20 school days | not_required
        4        | 2026-07-10 | 2026-09-18 |            | 2026-07-14 | 20 school days | not_required
        """,
    ),
    check_clock(
        SCHOOL_PLACE,
        "where the council's terms are not told it is not asked",
        """
        settings
        setting           | value | started_on
        supervision_weeks | 7     | 2026-01-01
        periods_of_care
        child | started_on
        1     | 2026-03-16
        school_places
        child | started_on
        1     | 2026-09-16
        """,
        as_at="2026-09-20",
        expect="""
        """,
    ),
)
