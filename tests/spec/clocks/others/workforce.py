"""Specifications of the clocks of workers: supervision, assessed years, registration."""

from onechild.knowledge.clocks.rules.others.workforce import (
    ASSESSED_YEAR_REVIEW,
    NEWLY_QUALIFIED_SUPERVISION,
    REGISTRATION,
    SUPERVISION,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        SUPERVISION,
        "every four weeks of the worker's own, and neither a case nor a group counts",
        """
        employments
        employment_id | worker | started_on | ended_on   | role
        a             | 1      | 2026-01-05 |            | social_worker
        b             | 2      | 2026-01-05 | 2026-01-20 | social_worker
        c             | 3      | 2026-01-05 |            | service_manager
        supervisions
        worker | child | happened_on | supervision_kind
        1      |       | 2026-02-02  | own
        1      | x     | 2026-02-16  | case
        1      |       | 2026-02-20  | group
        1      |       | 2026-03-03  |
        """,
        as_at="2026-04-01",
        expect="""
        subject_kind | subject_id | started_on | due_on     | met_on     | outcome
        worker       | 1          | 2026-01-05 | 2026-02-02 | 2026-02-02 | met
        worker       | 1          | 2026-02-02 | 2026-03-02 | 2026-03-03 | met_late
        worker       | 1          | 2026-03-03 | 2026-03-31 |            | overdue
        worker       | 2          | 2026-01-05 | 2026-02-02 |            | not_required
        """,
    ),
    check_clock(
        SUPERVISION,
        "an absence pauses it from its fifteenth day and it is counted anew from the return; a shorter one does not",
        """
        employments
        employment_id | worker | started_on | role
        a             | 1      | 2026-01-05 | social_worker
        b             | 2      | 2026-01-05 | social_worker
        absences
        worker | started_on | ended_on   | absence_kind
        1      | 2026-01-12 | 2026-03-02 | sickness
        2      | 2026-01-12 | 2026-01-26 | annual_leave
        supervisions
        worker | happened_on | supervision_kind
        1      | 2026-03-31  | own
        """,
        as_at="2026-03-31",
        expect="""
        subject_id | started_on | due_on     | ended_on   | outcome
        1          | 2026-01-05 | 2026-02-02 | 2026-01-26 | not_required
        1          | 2026-03-02 | 2026-03-30 |            | met_late
        1          | 2026-03-31 | 2026-04-28 |            | open
        2          | 2026-01-05 | 2026-02-02 |            | overdue
        """,
    ),
    check_clock(
        SUPERVISION,
        "the assessed year has its own, and the ordinary one follows it",
        """
        employments
        employment_id | worker | started_on | role
        a             | 1      | 2025-09-01 | newly_qualified
        assessed_years
        worker | started_on | ended_on
        1      | 2025-09-01 | 2026-09-01
        supervisions
        worker | happened_on | supervision_kind
        1      | 2025-09-08  | own
        """,
        as_at="2026-09-02",
        expect="""
        started_on | due_on     | outcome
        2026-09-01 | 2026-09-29 | open
        """,
    ),
    check_clock(
        NEWLY_QUALIFIED_SUPERVISION,
        "weekly to six weeks, every two weeks to six months, then monthly, the turn under way timed anew",
        """
        assessed_years
        assessed_year_id | worker | started_on | ended_on
        y                | 1      | 2025-09-01 | 2026-09-01
        supervisions
        worker | happened_on | supervision_kind
        1      | 2025-09-08  | own
        1      | 2025-09-16  | own
        1      | 2025-10-08  | own
        1      | 2025-10-22  | own
        1      | 2026-02-20  | own
        """,
        as_at="2026-03-21",
        expect="""
        started_on | due_on     | within  | outcome
        2025-09-01 | 2025-09-08 | 1 week  | met
        2025-09-08 | 2025-09-15 | 1 week  | met_late
        2025-09-16 | 2025-09-23 | 1 week  | met_late
        2025-10-08 | 2025-10-22 | 2 weeks | met
        2025-10-22 | 2025-11-05 | 2 weeks | met_late
        2026-02-20 | 2026-03-20 | 1 month | overdue
        """,
    ),
    check_clock(
        ASSESSED_YEAR_REVIEW,
        "three months, three more, then six, while the year lasts",
        """
        assessed_years
        assessed_year_id | worker | started_on | ended_on
        y                | 1      | 2025-08-31 | 2026-09-30
        z                | 2      | 2025-08-31 | 2025-10-01
        assessed_year_reviews
        worker | assessed_year_id | happened_on
        1      | y                | 2025-11-30
        1      |                  | 2026-03-01
        1      | another          | 2026-04-01
        1      | y                | 2026-09-01
        """,
        as_at="2026-10-01",
        expect="""
        subject_id | started_on | due_on     | within   | outcome
        1          | 2025-08-31 | 2025-11-30 | 3 months | met
        1          | 2025-11-30 | 2026-02-28 | 3 months | met_late
        1          | 2026-03-01 | 2026-09-01 | 6 months | met
        1          | 2026-09-01 | 2027-03-01 | 6 months | not_required
        2          | 2025-08-31 | 2025-11-30 | 3 months | not_required
        """,
    ),
    check_clock(
        REGISTRATION,
        "by 30 November of each year that the worker is in post and registered",
        """
        workers
        worker | registered
        1      | yes
        2      | no
        3      | yes
        employments
        employment_id | worker | started_on | ended_on
        a             | 1      | 2024-09-02 |
        b             | 2      | 2024-01-01 |
        c             | 3      | 2025-01-01 | 2025-10-15
        registration_renewals
        worker | happened_on
        1      | 2025-11-30
        1      | 2026-12-01
        """,
        as_at="2026-12-01",
        expect="""
        subject_id | started_on | due_on     | ended_on   | outcome
        1          | 2025-09-01 | 2025-11-30 |            | met
        1          | 2026-09-01 | 2026-11-30 |            | met_late
        3          | 2025-09-01 | 2025-11-30 | 2025-10-15 | not_required
        """,
    ),
    check_clock(
        REGISTRATION,
        "what was not renewed is missed when the next year opens",
        """
        workers
        worker | registered
        1      | yes
        employments
        employment_id | worker | started_on
        a             | 1      | 2024-09-01
        registration_renewals
        worker | happened_on
        1      | 2025-09-20
        """,
        as_at="2025-12-01",
        expect="""
        started_on | due_on     | ended_on   | outcome
        2024-09-01 | 2024-11-30 | 2025-09-01 | missed
        2025-09-01 | 2025-11-30 |            | met
        """,
    ),
)
