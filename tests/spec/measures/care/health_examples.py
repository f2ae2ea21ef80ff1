"""Examples of the health of looked-after children."""

from __future__ import annotations

from onechild.knowledge.measures.topics.care.health import (
    AVERAGE_SCORE,
    HEALTH_ASSESSMENTS_UP_TO_DATE,
    IMMUNISED,
    INITIAL_ASSESSMENTS_IN_TIME,
    QUESTIONNAIRES_SCORED,
    TEETH_CHECKED,
)
from tests.spec.measures.examples import Example

CHECKS = """
children
child_id | born_on
c1 | 2015-01-01
c2 | 2015-01-01
c3 | 2021-04-01
c4 | 2021-03-31
c5 | 2022-01-01
c6 | 2022-01-01
c7 | 2015-01-01
c8 | 2015-01-01

periods_of_care
child_id | started_on
c1 | 2025-04-01
c2 | 2025-04-02
c3 | 2025-01-01
c4 | 2025-01-01
c5 | 2025-01-01
c6 | 2025-01-01
c7 | 2025-01-01
c8 | 2025-01-01

health_checks
child_id | check_kind | check_status | happened_on
c1 | initial_health_assessment | Completed | 2025-04-01
c2 | review_health_assessment | Completed | 2025-06-01
c3 | review_health_assessment | Completed | 2025-06-01
c4 | health_assessment | | 2025-06-01
c5 | review_health_assessment | Completed | 2025-06-01
c5 | review_health_assessment | Completed | 2025-12-01
c6 | review_health_assessment | Completed | 2025-06-01
c6 | health_assessment | Completed | 2025-06-01
c7 | review_health_assessment | Refused | 2025-06-01
c7 | dental | Completed | 2025-06-01
c8 | review_health_assessment | Completed | 2025-03-31
c8 | dental | Refused | 2025-06-01
c1 | dental | Completed | 2026-03-31
c3 | dental | Completed | 2025-03-31
c4 | dental | Planned | 2025-06-01

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
c3 | cho | South | 2025-01-01
"""

SCORES = """
children
child_id | born_on
c1 | 2021-03-31
c2 | 2021-04-01
c3 | 2009-04-01
c4 | 2009-03-31
c5 | 2015-01-01
c6 | 2015-01-01
c7 | 2015-01-01

periods_of_care
child_id | started_on
c1 | 2025-01-01
c2 | 2025-01-01
c3 | 2025-01-01
c4 | 2025-01-01
c5 | 2025-01-01
c6 | 2025-01-01
c7 | 2025-06-01

strengths_and_difficulties
child_id | happened_on | score | no_score_reason
c1 | 2025-06-01 | 12 |
c2 | 2025-06-01 | 20 |
c3 | 2025-06-01 | 10 |
c3 | 2026-02-01 | 18 |
c3 | 2026-04-01 | 30 |
c4 | 2025-06-01 | 20 |
c5 | 2025-06-01 | | SDQ2
c6 | 2025-03-31 | 9 |
c7 | 2025-07-01 | 40 |

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
"""

EXAMPLES = (
    Example(
        "the twentieth working day is in time, and whoever left before it or has short breaks is owed none",
        INITIAL_ASSESSMENTS_IN_TIME,
        """
        periods_of_care
        child_id | started_on | ended_on
        c1 | 2026-01-05 |
        c2 | 2026-01-05 |
        c3 | 2026-01-05 | 2026-01-20
        c4 | 2026-01-05 |
        c5 | 2026-01-05 |

        legal_statuses
        child_id | status | started_on
        c4 | V3 | 2026-01-05

        health_checks
        child_id | check_kind | check_status | happened_on
        c1 | initial_health_assessment | Completed | 2026-02-02
        c2 | initial_health_assessment | Completed | 2026-02-03
        c5 | initial_health_assessment | Refused | 2026-01-20
        """,
        over=("2026-01-01", "2026-03-31"),
        expect=(1, 3),
    ),
    Example(
        "two assessments under five, on two days; one from the fifth birthday; a refusal and an old one are none",
        HEALTH_ASSESSMENTS_UP_TO_DATE,
        CHECKS,
        as_at="2026-03-31",
        expect=(3, 7),
        by_team={"North": (1, 1), "South": (0, 1), "": (2, 5)},
    ),
    Example(
        "a dentist on the last day counts, and one refused, planned or a day too early does not",
        TEETH_CHECKED,
        CHECKS,
        as_at="2026-03-31",
        expect=(2, 7),
        by_team={"North": (1, 1), "South": (0, 1), "": (1, 5)},
    ),
    Example(
        "the latest word of the year stands, and no word is no",
        IMMUNISED,
        """
        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2025-01-01
        c4 | 2025-01-01
        c5 | 2025-06-01

        immunisations
        child_id | happened_on | up_to_date
        c1 | 2025-06-01 | no
        c1 | 2025-12-01 | yes
        c2 | 2025-06-01 | yes
        c2 | 2025-12-01 | no
        c3 | 2025-03-31 | yes
        c5 | 2025-12-01 | yes
        """,
        as_at="2026-03-31",
        expect=(1, 4),
    ),
    Example(
        "from the fifth birthday to the day before the seventeenth, and a reason is no score",
        QUESTIONNAIRES_SCORED,
        SCORES,
        as_at="2026-03-31",
        expect=(2, 4),
        by_team={"North": (1, 1), "": (1, 3)},
    ),
    Example(
        "the mean takes the latest score by the day of each child who has one",
        AVERAGE_SCORE,
        SCORES,
        as_at="2026-03-31",
        expect=(30, 2),
        value=15,
        by_team={"North": (12, 1), "": (18, 1)},
    ),
)
