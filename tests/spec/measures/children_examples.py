"""Examples of the measures of children on plans, looked after, referred again, and changing hands."""

from __future__ import annotations

from onechild.knowledge.measures.topics.front_door import RE_REFERRALS_IN_12_MONTHS
from onechild.knowledge.measures.topics.help.plans import CHILDREN_ON_PLANS
from onechild.knowledge.measures.topics.in_care import CHILDREN_LOOKED_AFTER
from onechild.knowledge.measures.topics.workers import CHANGES_OF_WORKER, TWO_OR_MORE_CHANGES_OF_WORKER
from tests.spec.measures.examples import Example

CHANGES = """
allocations
child_id | worker_id | team_id | started_on | ended_on
c1 | ana | North | 2024-01-01 | 2025-07-01
c1 | ben | North | 2025-07-01 | 2025-12-01
c1 | ana | North | 2025-12-01 | 2026-02-01
c1 | cho | South | 2026-02-01 |
c2 | ana | North | 2024-01-01 | 2025-03-31
c2 | ben | North | 2025-03-31 |
c3 | ana | North | 2025-04-15 |
c4 |  | North | 2025-01-01 | 2025-06-01
c4 | ana | North | 2025-06-01 |
c5 | ana | North | 2024-01-01 | 2026-01-01
c5 |  | North | 2026-01-01 |
c6 | ana | North | 2025-05-01 | 2025-06-01
c6 | ben | North | 2025-06-01 |

child_protection_plans
child_id | started_on | ended_on
c3 | 2024-01-01 | 2025-03-31
c6 | 2024-01-01 | 2025-04-01
"""

EXAMPLES = (
    Example(
        "a child counts with the team of the lead allocation at the end of the day, a held one before a waiting one",
        CHILDREN_ON_PLANS,
        """
        child_protection_plans
        child_id | started_on | ended_on | of_other_council
        c1 | 2026-01-01 | |
        c2 | 2026-01-01 | | no
        c3 | 2026-03-31 | |
        c4 | 2026-01-01 | 2026-03-31 |
        c5 | 2026-01-01 | | yes
        c6 | 2026-04-01 | |

        allocations
        child_id | worker_id | team_id | started_on | ended_on
        c1 | ana | North | 2026-01-01 | 2026-03-31
        c1 | cho | South | 2026-03-31 |
        c2 | ana | North | 2026-01-01 |
        c2 |  | South | 2026-03-01 |
        c4 | ana | North | 2026-01-01 |
        """,
        as_at="2026-03-31",
        expect=(3, None),
        by_team={"North": (1, None), "South": (1, None), "": (1, None)},
    ),
    Example(
        "children in a series of short breaks are not looked after, whichever table says so",
        CHILDREN_LOOKED_AFTER,
        """
        periods_of_care
        child_id | started_on | ended_on
        c1 | 2025-01-01 |
        c2 | 2025-01-01 |
        c3 | 2025-01-01 |
        c4 | 2025-01-01 | 2026-03-31
        c5 | 2025-01-01 |

        legal_statuses
        child_id | status | started_on | ended_on
        c1 | C2 | 2025-01-01 |
        c2 | V3 | 2025-01-01 |
        c5 | V4 | 2025-01-01 | 2026-02-01

        care_episodes
        child_id | legal_status | started_on | ended_on
        c3 | V4 | 2025-01-01 |
        """,
        as_at="2026-03-31",
        expect=(2, None),
        by_team={"": (2, None)},
    ),
    Example(
        "a referral twelve months after the one before is a re-referral, and a day later is not",
        RE_REFERRALS_IN_12_MONTHS,
        """
        referrals
        child_id | started_on | ended_on | no_further_action
        c1 | 2024-05-10 | 2024-05-20 |
        c1 | 2025-05-10 | | yes
        c2 | 2024-05-10 | 2025-05-09 |
        c2 | 2025-05-11 | |
        c3 | 2025-06-01 | 2025-07-01 |
        c3 | 2025-09-01 | |
        c4 | 2025-06-01 | |
        c4 | 2025-06-01 | |
        c5 | 2024-02-29 | |
        c5 | 2025-02-28 | |
        """,
        over=("2025-04-01", "2026-03-31"),
        expect=(2, 6),
    ),
    Example(
        "twelve months after 29 February end on 28 February",
        RE_REFERRALS_IN_12_MONTHS,
        """
        referrals
        child_id | started_on
        c1 | 2024-02-29
        c1 | 2025-02-28
        c2 | 2024-02-29
        c2 | 2025-03-01

        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2025-02-28
        c2 | ana | North | 2025-03-02
        """,
        over=("2025-01-01", "2025-12-31"),
        expect=(1, 2),
        by_team={"North": (1, 1), "": (0, 1)},
    ),
    Example(
        "coming back to an earlier worker is no change; a child not open a year before is left out, and one open then "
        "with no worker is not",
        CHANGES_OF_WORKER,
        CHANGES,
        as_at="2026-03-31",
        expect=(3, 4),
        by_team={"North": (1, 3), "South": (2, 1)},
    ),
    Example(
        "three workers in the year are two changes",
        TWO_OR_MORE_CHANGES_OF_WORKER,
        CHANGES,
        as_at="2026-03-31",
        expect=(1, 4),
        by_team={"North": (0, 3), "South": (1, 1)},
    ),
)
