"""Examples of where looked-after children live, and how often that changes."""

from __future__ import annotations

from onechild.knowledge.measures.topics.care.homes import (
    IN_CHILDRENS_HOMES,
    IN_FOSTER_CARE,
    IN_SUPPORTED_ACCOMMODATION,
    PLACED_FAR_FROM_HOME,
    PLACED_WITH_PARENTS,
    SETTLED_FOR_TWO_YEARS,
    THREE_OR_MORE_PLACEMENTS,
    THREE_OR_MORE_PLACEMENTS_IN_TWO_YEARS,
    UNREGISTERED_PLACEMENTS,
)
from tests.spec.measures.examples import Example

MOVES = """
periods_of_care
child_id | started_on
c1 | 2024-01-01
c2 | 2024-01-01
c3 | 2024-01-01
c4 | 2024-01-01
c5 | 2024-01-01
c6 | 2024-01-01
c7 | 2024-01-01
c8 | 2024-01-01

placements
child_id | placement_kind | started_on | ended_on
c1 | U6 | 2024-01-01 | 2025-04-01
c1 | U6 | 2025-04-01 | 2025-09-01
c1 | U6 | 2025-09-01 |
c2 | U6 | 2024-01-01 | 2025-03-31
c2 | U6 | 2025-03-31 | 2025-09-01
c2 | U6 | 2025-09-01 |
c3 | U6 | 2025-01-01 | 2025-06-01
c3 | T1 | 2025-06-01 | 2025-06-10
c3 | U6 | 2025-06-10 |
c4 | U6 | 2025-01-01 | 2025-05-01
c4 | K2 | 2025-05-01 | 2025-05-01
c4 | U6 | 2025-05-01 |
c5 | U6 | 2025-01-01 | 2025-05-01
c5 | U5 | 2025-05-01 | 2025-09-01
c5 | A5 | 2025-09-01 |
c6 | U6 | 2025-01-01 | 2025-05-01
c6 | U5 | 2025-05-01 | 2025-09-01
c6 | A6 | 2025-09-01 |
c7 | U6 | 2025-05-01 | 2025-06-01
c7 | U6 | 2025-07-01 | 2025-08-01
c7 | U6 | 2025-09-01 |
c8 | U5 | 2025-01-01 | 2025-02-01
c8 | A5 | 2025-02-01 | 2025-08-01
c8 | U6 | 2025-08-01 | 2025-12-01
c8 | K2 | 2025-12-01 |

legal_statuses
child_id | status | started_on
c7 | V4 | 2024-01-01

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2024-01-01
"""

HOMES = """
periods_of_care
child_id | started_on
c1 | 2023-01-01
c2 | 2023-01-01
c3 | 2023-01-01
c4 | 2023-01-01
c5 | 2023-01-01
c6 | 2023-01-01
c7 | 2023-01-01
c8 | 2023-01-01
c9 | 2023-01-01

placements
child_id | placement_kind | distance_miles | location | started_on | ended_on
c1 | U6 | 20.1 | out | 2023-01-01 |
c2 | U1 | 25 | in | 2023-01-01 |
c3 | K2 | 20 | out | 2023-01-01 |
c4 | K1 | 999.9 | out | 2023-01-01 |
c5 | P1 | | in | 2023-01-01 |
c6 | K3 | 3 | in | 2023-01-01 |
c7 | H5 | 3 | in | 2023-01-01 |
c8 | P2 | 3 | in | 2023-01-01 | 2026-03-31
c9 | U4 | 3 | in | 2023-01-01 |
c9 | T1 | 30 | out | 2026-03-30 | 2026-04-02

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2023-01-01
c5 | cho | South | 2023-01-01
"""

EXAMPLES = (
    Example(
        "a placement that ended on the first day of the year counts, and no temporary stay, hour or adopting carer",
        THREE_OR_MORE_PLACEMENTS,
        MOVES,
        as_at="2026-03-31",
        expect=(3, 7),
        by_team={"North": (1, 1), "": (2, 6)},
    ),
    Example(
        "two years in care are two years with their first day, and placements of the two years add up",
        THREE_OR_MORE_PLACEMENTS_IN_TWO_YEARS,
        """
        periods_of_care
        child_id | started_on
        c1 | 2024-04-01
        c2 | 2024-04-02
        c3 | 2023-01-01

        placements
        child_id | placement_kind | started_on | ended_on
        c1 | U6 | 2024-04-01 | 2024-06-01
        c1 | U6 | 2024-06-01 | 2025-06-01
        c1 | U6 | 2025-06-01 |
        c2 | U6 | 2024-04-02 | 2024-06-01
        c2 | U6 | 2024-06-01 | 2025-06-01
        c2 | U6 | 2025-06-01 |
        c3 | U6 | 2023-01-01 | 2024-03-31
        c3 | U6 | 2024-03-31 | 2025-06-01
        c3 | U6 | 2025-06-01 |
        """,
        as_at="2026-03-31",
        expect=(1, 2),
    ),
    Example(
        "settled for two years, or with the placement before one for adoption, of those under 16 and long in care",
        SETTLED_FOR_TWO_YEARS,
        """
        children
        child_id | born_on
        c1 | 2011-01-01
        c2 | 2011-01-01
        c3 | 2010-03-31
        c4 | 2010-04-01
        c5 | 2020-01-01
        c6 | 2020-01-01
        c7 | 2020-01-01
        c8 |

        periods_of_care
        child_id | started_on
        c1 | 2023-10-01
        c2 | 2023-10-02
        c3 | 2020-01-01
        c4 | 2020-01-01
        c5 | 2020-01-01
        c6 | 2020-01-01
        c7 | 2020-01-01
        c8 | 2020-01-01

        placements
        child_id | placement_kind | started_on | ended_on
        c1 | U4 | 2024-04-01 |
        c2 | U4 | 2024-01-01 |
        c3 | U4 | 2020-01-01 |
        c4 | U4 | 2024-04-02 |
        c5 | U5 | 2023-01-01 | 2025-06-01
        c5 | A6 | 2025-06-01 |
        c6 | U6 | 2023-01-01 | 2025-06-01
        c6 | U5 | 2025-06-01 |
        c7 | U6 | 2025-01-01 | 2025-06-01
        c7 | A6 | 2025-06-01 |
        c8 | U4 | 2020-01-01 |

        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2023-01-01
        """,
        as_at="2026-03-31",
        expect=(2, 5),
        by_team={"North": (1, 1), "": (1, 4)},
    ),
    Example(
        "far is over 20 miles and outside the area, both, and a distance that is not known is not far",
        PLACED_FAR_FROM_HOME,
        HOMES,
        as_at="2026-03-31",
        expect=(1, 9),
        by_team={"North": (1, 1), "South": (0, 1), "": (0, 7)},
    ),
    Example(
        "a child on a visit to hospital lives with the foster carers all the while",
        IN_FOSTER_CARE,
        HOMES,
        as_at="2026-03-31",
        expect=(3, 9),
        by_team={"North": (1, 1), "South": (0, 1), "": (2, 7)},
    ),
    Example("secure and other children's homes", IN_CHILDRENS_HOMES, HOMES, as_at="2026-03-31", expect=(2, 9)),
    Example(
        "in 2026 supported accommodation is K3, and codes that were withdrawn count no more",
        IN_SUPPORTED_ACCOMMODATION,
        HOMES,
        as_at="2026-03-30",
        expect=(1, 9),
    ),
    Example(
        "in 2023 it was semi-independent and independent living",
        IN_SUPPORTED_ACCOMMODATION,
        HOMES,
        as_at="2023-10-27",
        expect=(2, 9),
    ),
    Example("with parents is context", PLACED_WITH_PARENTS, HOMES, as_at="2026-03-31", expect=(1, 9)),
    Example(
        "an application to register is no registration, and where nothing is told nothing is counted",
        UNREGISTERED_PLACEMENTS,
        """
        children
        child_id | born_on
        c1 | 2012-01-01
        c2 | 2009-01-01
        c6 | 2008-03-31

        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2025-01-01
        c4 | 2025-01-01
        c5 | 2025-01-01
        c6 | 2025-01-01

        placements
        child_id | placement_kind | registration | started_on
        c1 | K2 | not_registered | 2025-01-01
        c2 | K3 | being_registered | 2025-01-01
        c3 | K2 | registered | 2025-01-01
        c4 | U6 | not_needed | 2025-01-01
        c5 | K2 | | 2025-01-01
        c6 | K2 | not_registered | 2025-01-01
        """,
        as_at="2026-03-31",
        expect=(2, 5),
    ),
)
