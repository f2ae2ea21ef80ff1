"""Examples of the measures of visits."""

from __future__ import annotations

from onechild.knowledge.measures.topics.visits import (
    LOOKED_AFTER_VISITS,
    LOOKED_AFTER_VISITS_DUE,
    LOOKED_AFTER_VISITS_FLAT,
    PROTECTION_VISITS,
    PROTECTION_VISITS_DUE,
    PROTECTION_VISITS_IN_OWN_INTERVAL,
)
from tests.spec.measures.examples import Example

# 28 days before 31 March 2026 is 3 March; 42 days before is 17 February.
ON_PLANS = """
child_protection_plans
child_id | started_on | ended_on | of_other_council
c1 | 2026-01-01 | |
c2 | 2026-01-01 | |
c3 | 2026-01-01 | |
c4 | 2026-03-04 | |
c5 | 2026-03-03 | |
c6 | 2026-01-01 | 2026-03-31 |
c7 | 2026-01-01 | | yes
c8 | 2026-01-01 | |

visits
child_id | happened_on | seen | method
c1 | 2026-03-03 | yes |
c2 | 2026-03-02 | yes |
c2 | 2026-04-01 | yes |
c3 | 2026-03-20 | no |
c5 | 2026-03-31 | yes | face_to_face
c6 | 2026-03-20 | yes |
c8 | 2026-03-20 | yes | telephone
"""

LOOKED_AFTER = """
periods_of_care
child_id | started_on | ended_on
c1 | 2026-01-05 |
c2 | 2026-01-05 |
c3 | 2024-01-01 |
c4 | 2025-06-01 |
c5 | 2025-06-01 |
c6 | 2025-06-01 | 2026-03-01

placements
placement_id | child_id | started_on | ended_on
p1 | c1 | 2026-01-05 |
p2 | c2 | 2026-01-05 |
p3 | c3 | 2024-01-01 |
p4 | c4 | 2025-06-01 | 2026-03-28
p5 | c4 | 2026-03-28 |
p6 | c5 | 2025-06-01 |
p7 | c6 | 2025-06-01 | 2026-03-01

placement_conditions
child_id | placement_id | condition | started_on
c3 | p3 | intended_to_18 | 2024-01-01

legal_statuses
child_id | status | started_on
c5 | V3 | 2025-06-01

visits
child_id | purpose | happened_on
c1 | looked_after | 2026-01-10
c1 | looked_after | 2026-02-17
c2 | looked_after | 2026-01-10
c2 | looked_after | 2026-02-16
c3 | looked_after | 2026-01-15
c4 | looked_after | 2026-03-01

looked_after_reviews
child_id | happened_on
c1 | 2026-02-01
"""

EXAMPLES = (
    Example(
        "seen on the day 28 days before is in time; newer plans, ended ones and another council's are left out",
        PROTECTION_VISITS,
        ON_PLANS,
        as_at="2026-03-31",
        expect=(2, 5),
        by_team={"": (2, 5)},
    ),
    Example(
        "a council that sets 30 days has 30",
        PROTECTION_VISITS,
        ON_PLANS + "\nsettings\nsetting | value | started_on\nchild_protection_visit_days | 30 | 2025-01-01",
        as_at="2026-03-31",
        expect=(2, 4),
    ),
    Example(
        "a plan that asks for a visit every 14 days is overdue on day 15, and a child never seen is overdue",
        PROTECTION_VISITS_IN_OWN_INTERVAL,
        """
        child_protection_plans
        child_id | started_on | visit_every_days
        c1 | 2026-01-01 | 14
        c2 | 2026-01-01 | 14
        c3 | 2026-01-01 |
        c4 | 2026-03-20 |
        c5 | 2026-03-02 |

        visits
        child_id | happened_on
        c1 | 2026-03-17
        c2 | 2026-03-16
        c3 | 2026-03-03
        """,
        as_at="2026-03-31",
        expect=(2, 4),
    ),
    Example(
        "of visits due those undone are late, even if due on the last day; a plan that ended first owes none",
        PROTECTION_VISITS_DUE,
        """
        child_protection_plans
        child_id | started_on | ended_on
        c1 | 2026-02-15 |
        c2 | 2026-02-15 |
        c3 | 2026-02-15 |
        c4 | 2026-02-15 | 2026-03-10
        c5 | 2026-03-01 | 2026-03-29
        c6 | 2026-03-03 |

        visits
        child_id | happened_on
        c1 | 2026-03-15
        c2 | 2026-03-16
        """,
        over=("2026-03-01", "2026-03-31"),
        expect=(1, 4),
    ),
    Example(
        "three months are allowed in a lasting placement, a new one is too new, and short breaks are left out",
        LOOKED_AFTER_VISITS,
        LOOKED_AFTER,
        as_at="2026-03-31",
        expect=(2, 3),
    ),
    Example(
        "a flat six weeks calls the lasting placement late and looks past a move",
        LOOKED_AFTER_VISITS_FLAT,
        LOOKED_AFTER,
        as_at="2026-03-31",
        expect=(2, 4),
    ),
    Example(
        "a first visit within a week of the placement, a day late, and one of short breaks that is not counted",
        LOOKED_AFTER_VISITS_DUE,
        """
        periods_of_care
        child_id | started_on
        c1 | 2026-03-02
        c2 | 2026-03-02
        c3 | 2025-12-20

        placements
        child_id | started_on
        c1 | 2026-03-02
        c2 | 2026-03-02
        c3 | 2025-12-20

        legal_statuses
        child_id | status | started_on
        c3 | V3 | 2025-12-20

        visits
        child_id | purpose | happened_on
        c1 | looked_after | 2026-03-09
        c2 | looked_after | 2026-03-10
        """,
        over=("2026-03-01", "2026-03-31"),
        expect=(1, 2),
    ),
)
