"""Examples of how many children are looked after, come and go, and came to the country alone."""

from __future__ import annotations

from onechild.knowledge.measures.topics.care.numbers import (
    CAME_INTO_CARE_RATE,
    CHILDREN_LOOKED_AFTER_RATE,
    LEFT_CARE_RATE,
    UNACCOMPANIED,
)
from tests.spec.measures.examples import Example

POPULATION = """
settings
setting | value | started_on | ended_on
population_0_17 | 50000 | 2024-04-01 | 2025-04-01
population_0_17 | 20000 | 2025-04-01 |

"""

COMINGS = """
periods_of_care
child_id | started_on | ended_on | end_reason
c1 | 2025-04-01 | 2025-06-01 | E4A
c1 | 2026-01-01 | 2026-02-01 | E11
c2 | 2026-03-31 | |
c3 | 2026-04-01 | |
c4 | 2025-03-31 | 2026-03-31 | E5
c5 | 2025-05-01 | 2025-07-01 | E8
c6 | 2024-01-01 | 2025-03-31 | E8
c7 | 2024-01-01 | 2026-04-01 | E8

legal_statuses
child_id | status | started_on | ended_on
c5 | V4 | 2025-05-01 | 2025-07-01

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
"""

EXAMPLES = (
    Example(
        "the rate is out of the population set for the day, and leaves out short breaks and whoever left on it",
        CHILDREN_LOOKED_AFTER_RATE,
        POPULATION
        + """periods_of_care
child_id | started_on | ended_on
c1 | 2025-01-01 |
c2 | 2026-03-31 |
c3 | 2025-01-01 | 2026-03-31
c4 | 2025-01-01 |

care_episodes
child_id | legal_status | started_on
c4 | V3 | 2025-01-01
""",
        as_at="2026-03-31",
        expect=(2, 20000),
        value=1,
    ),
    Example(
        "without a population there is a number and no rate",
        CHILDREN_LOOKED_AFTER_RATE,
        """
        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        """,
        as_at="2026-03-31",
        expect=(1, None),
    ),
    Example(
        "a child who came into care twice came once; the first and the last day of the year are in it",
        CAME_INTO_CARE_RATE,
        POPULATION + COMINGS,
        over=("2025-04-01", "2026-03-31"),
        expect=(2, 20000),
        value=1,
        by_team={"North": (1, None), "": (1, None)},
    ),
    Example(
        "a child who left care twice left once, by the last time, and a series of short breaks is no care to leave",
        LEFT_CARE_RATE,
        POPULATION + COMINGS,
        over=("2025-04-01", "2026-03-31"),
        expect=(2, 20000),
        value=1,
        by_team={"North": (1, None), "": (1, None)},
    ),
    Example(
        "a child is unaccompanied by the status on the day, not by one that ended on it or by another",
        UNACCOMPANIED,
        """
        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2025-01-01
        c4 | 2025-01-01

        immigration_statuses
        child_id | status | started_on | ended_on
        c1 | uasc | 2025-01-01 |
        c2 | uasc | 2025-01-01 | 2026-03-31
        c3 | refugee | 2025-01-01 |
        c4 | uasc | | 2027-01-01

        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2025-01-01
        """,
        as_at="2026-03-31",
        expect=(2, 4),
        by_team={"North": (1, 1), "": (1, 3)},
    ),
)
