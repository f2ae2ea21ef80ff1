"""Examples of visits, reviews and plans of looked-after children, and of who works with them."""

from __future__ import annotations

from onechild.knowledge.measures.topics.care.planning import (
    ALL_REVIEWS_IN_TIME,
    CARE_PLANS_UP_TO_DATE,
    FIRST_VISITS,
    MOVED_SCHOOL_IN_MID_YEAR,
    PLACEMENT_PLANS_IN_TIME,
    REVIEWS_IN_TIME,
    THREE_OR_MORE_SOCIAL_WORKERS,
    TOOK_PART_IN_REVIEW,
)
from tests.spec.measures.examples import Example

# Twenty working days before Tuesday 31 March 2026 is Tuesday 3 March.
REVIEWS = """
periods_of_care
child_id | started_on
c1 | 2026-03-03
c2 | 2026-03-04
c3 | 2025-01-06
c4 | 2025-01-06
c5 | 2024-01-08
c6 | 2025-01-06
c7 | 2025-01-06

legal_statuses
child_id | status | started_on
c7 | V4 | 2025-01-06

looked_after_reviews
child_id | happened_on | cancelled
c3 | 2025-02-03 |
c3 | 2025-05-10 |
c4 | 2025-02-03 |
c4 | 2025-05-03 |
c4 | 2025-11-03 |
c5 | 2024-03-01 |
c5 | 2024-06-01 |
c5 | 2024-12-01 |
c5 | 2025-06-01 |
c5 | 2025-12-01 |
c6 | 2025-02-03 |
c6 | 2025-05-01 | yes

allocations
child_id | worker_id | team_id | started_on
c4 | ana | North | 2024-01-01
c6 | cho | South | 2024-01-01
"""

EXAMPLES = (
    Example(
        "a visit on the seventh day is in time, none is late, and a placement that ended before is owed none",
        FIRST_VISITS,
        """
        periods_of_care
        care_id | child_id | started_on
        p1 | c1 | 2026-01-05
        p2 | c2 | 2026-01-05
        p3 | c3 | 2026-01-05
        p4 | c4 | 2026-01-05
        p5 | c5 | 2026-01-05

        placements
        child_id | care_id | placement_kind | started_on | ended_on
        c1 | p1 | U6 | 2026-01-05 |
        c2 | p2 | U6 | 2026-01-05 |
        c3 | p3 | U6 | 2026-01-05 |
        c4 | p4 | U6 | 2026-01-05 | 2026-01-08
        c5 | p5 | U6 | 2026-01-05 |

        legal_statuses
        child_id | status | started_on
        c5 | V4 | 2026-01-05

        visits
        child_id | purpose | happened_on | seen
        c1 | looked_after | 2026-01-12 | yes
        c1 | looked_after | 2026-01-30 | yes
        c2 | looked_after | 2026-01-13 | yes
        c3 | looked_after | 2026-01-08 | no

        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2026-01-05
        """,
        over=("2026-01-01", "2026-01-31"),
        expect=(1, 3),
        by_team={"North": (1, 1), "": (0, 2)},
    ),
    Example(
        "a review late before the year is forgiven, one held late in it or overdue is not, and the newest are left out",
        ALL_REVIEWS_IN_TIME,
        REVIEWS,
        as_at="2026-03-31",
        expect=(3, 5),
        by_team={"North": (1, 1), "South": (0, 1), "": (2, 3)},
    ),
    Example(
        "of reviews that were due the one never held is late, and one cancelled was not held",
        REVIEWS_IN_TIME,
        REVIEWS,
        over=("2025-04-01", "2026-03-31"),
        expect=(4, 8),
        by_team={"North": (2, 2), "South": (0, 1), "": (2, 5)},
    ),
    Example(
        "PN1 to PN6 are part taken, nothing recorded is none, and a child of 4 on the day is asked",
        TOOK_PART_IN_REVIEW,
        """
        children
        child_id | born_on
        c1 | 2015-01-01
        c2 | 2015-01-01
        c3 | 2015-01-01
        c4 | 2015-01-01
        c5 | 2022-02-10
        c6 | 2022-02-11

        looked_after_reviews
        child_id | happened_on | participation | cancelled
        c1 | 2026-02-10 | PN1 |
        c1 | 2026-02-20 | PN1 | yes
        c1 | 2026-04-01 | PN1 |
        c2 | 2026-02-10 | PN7 |
        c3 | 2026-02-10 | |
        c4 | 2026-02-10 | PN4 |
        c5 | 2026-02-10 | PN6 |
        c6 | 2026-02-10 | PN0 |
        """,
        over=("2025-04-01", "2026-03-31"),
        expect=(3, 5),
    ),
    Example(
        "a worker who comes back counts once, and one who held the case before the child came into care counts",
        THREE_OR_MORE_SOCIAL_WORKERS,
        """
        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2026-01-01
        c4 | 2025-01-01

        allocations
        child_id | worker_id | team_id | role | started_on | ended_on
        c1 | ana | North | lead | 2025-01-01 | 2025-08-01
        c1 | ben | North | lead | 2025-08-01 | 2026-01-01
        c1 | ana | North | lead | 2026-01-01 |
        c1 | eli | North | co_worker | 2025-05-01 |
        c2 | ana | North | lead | 2025-01-01 | 2025-08-01
        c2 | ben | North | lead | 2025-08-01 | 2026-01-01
        c2 | cho | North | lead | 2026-01-01 |
        c3 | ana | South | lead | 2025-04-01 | 2025-08-01
        c3 | ben | South | lead | 2025-08-01 | 2026-01-01
        c3 | cho | South | lead | 2026-01-01 |
        c4 | ana | South | lead | 2025-01-01 | 2025-03-31
        c4 | ben | South | lead | 2025-03-31 | 2025-08-01
        c4 |  | South | lead | 2025-08-01 | 2025-09-01
        c4 | cho | South | lead | 2025-09-01 |
        """,
        as_at="2026-03-31",
        expect=(2, 4),
        by_team={"North": (1, 2), "South": (1, 2)},
    ),
    Example(
        "a move in August or September, to the same school, or before the child came into care is none",
        MOVED_SCHOOL_IN_MID_YEAR,
        """
        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2025-01-01
        c4 | 2025-01-01
        c5 | 2026-01-10
        c6 | 2025-01-01
        c7 | 2025-01-01
        c8 | 2025-01-01

        school_places
        child_id | school_urn | started_on | ended_on
        c1 | 900001 | 2024-09-01 | 2025-11-03
        c1 | 900002 | 2025-11-03 |
        c2 | 900001 | 2024-09-01 | 2025-08-31
        c2 | 900002 | 2025-09-01 |
        c3 | 900001 | 2024-09-01 | 2025-07-31
        c3 | 900002 | 2025-07-31 |
        c4 | 900001 | 2024-09-01 | 2026-01-05
        c4 | 900001 | 2026-01-05 |
        c5 | 900001 | 2024-09-01 | 2026-01-09
        c5 | 900002 | 2026-01-09 |
        c7 | 900002 | 2026-02-01 |
        c8 | 900001 | 2024-01-10 | 2025-03-31
        """,
        as_at="2026-03-31",
        expect=(3, 6),
    ),
    Example(
        "a plan on the fifth working day is in time; a stay in hospital and a placement for adoption are owed none",
        PLACEMENT_PLANS_IN_TIME,
        """
        placements
        placement_id | child_id | placement_kind | started_on
        l1 | c1 | U6 | 2026-01-05
        l2 | c2 | U6 | 2026-01-05
        l3 | c3 | U6 | 2026-01-05
        l4 | c4 | T1 | 2026-01-05
        l5 | c5 | A6 | 2026-01-05

        placement_plans
        child_id | placement_id | happened_on
        c1 | l1 | 2026-01-12
        c2 | l2 | 2026-01-13
        """,
        over=("2026-01-01", "2026-01-31"),
        expect=(1, 3),
    ),
    Example(
        "a plan is up to date for six months, the last day included, or where a review looked at it; none is not",
        CARE_PLANS_UP_TO_DATE,
        """
        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2025-01-01
        c4 | 2025-01-01
        c5 | 2026-03-18
        c6 | 2025-01-01
        c7 | 2026-03-17

        care_plans
        child_id | started_on | ended_on | agreed_on
        c1 | 2025-09-30 | |
        c2 | 2025-09-29 | |
        c3 | 2025-01-01 | |
        c6 | 2025-01-01 | | 2025-01-10
        c7 | 2026-03-20 | 2026-03-31 |

        looked_after_reviews
        child_id | happened_on | cancelled
        c3 | 2025-12-01 |
        c4 | 2025-12-01 |
        c6 | 2025-12-01 | yes
        """,
        as_at="2026-03-31",
        expect=(2, 6),
    ),
)
