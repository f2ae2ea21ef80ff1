"""Examples of the measures of children on child protection plans on a day."""

from __future__ import annotations

from onechild.knowledge.measures.topics import visits
from onechild.knowledge.measures.topics.help import plans
from tests.spec.measures.examples import Example
from tests.spec.measures.help.front_door_examples import POPULATION

YEAR_END = "2026-03-31"

REVIEWS = """
child_protection_plans
plan_id | child_id | started_on
p1 | c1 | 2025-12-31
p2 | c2 | 2026-01-01
p3 | c3 | 2025-01-01
p4 | c4 | 2025-06-01
p5 | c5 | 2025-06-01

conferences
child_id | conference_kind | happened_on
c3 | review | 2025-04-01
c3 | review | 2025-10-02
c4 | review | 2025-08-20
c4 | review | 2026-02-20
"""

SEEN = """
children
child_id | born_on
c1 | 2022-03-31
c2 | 2022-04-01
c3 | 2015-01-01
c4 | 2015-01-01
c5 | 2015-01-01
c6 | 2015-01-01

child_protection_plans
child_id | started_on
c1 | 2026-01-01
c2 | 2026-01-01
c3 | 2026-01-01
c4 | 2026-01-01
c5 | 2026-01-01
c6 | 2026-01-01

visits
child_id | happened_on | purpose | seen | seen_alone
c1 | 2026-03-01 | child_protection | yes | yes
c1 | 2026-03-20 | child_protection | yes | no
c2 | 2026-03-01 | child_protection | yes | yes
c3 | 2026-03-20 | child_protection | yes | yes
c3 | 2026-03-25 | child_protection | no |
c4 | 2025-12-01 | child_protection | yes | yes
c5 | 2026-02-01 | section_47 | yes | yes
c6 | 2026-03-20 | looked_after | yes | yes
"""

EXAMPLES = (
    Example(
        "children, out of the population",
        plans.CHILDREN_ON_PLANS_RATE,
        """
        child_protection_plans
        child_id | started_on | of_other_council
        c1 | 2026-03-31 |
        c2 | 2026-01-01 | no
        c3 | 2026-01-01 | yes
        """
        + POPULATION,
        as_at=YEAR_END,
        expect=(2, 20000),
        value=1,
    ),
    Example(
        "two years to the day are two years",
        plans.TWO_YEARS_NOW,
        """
        child_protection_plans
        child_id | started_on | ended_on | of_other_council
        c1 | 2024-03-31 | |
        c2 | 2024-04-01 | |
        c3 | 2020-01-01 | | yes
        c4 | 2020-01-01 | 2026-03-31 |
        """,
        as_at=YEAR_END,
        expect=(1, 2),
    ),
    Example(
        "one late review counts for good, one due today is not late, and a younger plan is left out",
        plans.REVIEWED_IN_TIME,
        REVIEWS,
        as_at=YEAR_END,
        expect=(2, 4),
    ),
    Example(
        "each review due counts, the one never held as late",
        plans.REVIEWS_DUE,
        REVIEWS,
        over=("2025-04-01", "2025-12-31"),
        expect=(2, 4),
    ),
    Example(
        "the latest visit at which the child was seen decides, by those of four and over",
        plans.SEEN_ALONE,
        SEEN,
        as_at=YEAR_END,
        expect=(2, 5),
    ),
    Example(
        "a visit before the plan or under another duty is none under it",
        plans.NEVER_SEEN,
        SEEN,
        as_at=YEAR_END,
        expect=(2, None),
    ),
    Example(
        "the first and the latest must be on time, one late between them need not",
        plans.CORE_GROUPS_ON_TIME,
        """
        child_protection_plans
        plan_id | child_id | started_on
        p1 | c1 | 2026-03-17
        p2 | c2 | 2026-03-18
        p3 | c3 | 2026-01-05
        p4 | c4 | 2026-01-05
        p5 | c5 | 2026-01-05
        p6 | c6 | 2026-01-05
        p7 | c7 | 2026-01-05

        core_groups
        child_id | plan_id | happened_on
        c1 | p1 | 2026-03-31
        c3 | p3 | 2026-01-19
        c3 | p3 | 2026-03-02
        c4 | p4 | 2026-01-20
        c5 | p5 | 2026-01-19
        c6 | p6 | 2026-01-19
        c6 | p6 | 2026-03-03
        c7 | p7 | 2026-01-10
        c7 | p7 | 2026-03-05
        c7 | p7 | 2026-03-20
        """,
        as_at=YEAR_END,
        expect=(3, 6),
    ),
    Example(
        "short breaks are no care here",
        plans.ALSO_LOOKED_AFTER,
        """
        child_protection_plans
        child_id | started_on
        c1 | 2026-01-01
        c2 | 2026-01-01
        c3 | 2026-01-01

        periods_of_care
        child_id | started_on
        c1 | 2026-02-01
        c2 | 2026-02-01

        legal_statuses
        child_id | status | started_on
        c1 | C2 | 2026-02-01
        c2 | V3 | 2026-02-01
        """,
        as_at=YEAR_END,
        expect=(1, 3),
    ),
    Example(
        "a worker who left as the year began is none of it, and coming back adds none",
        plans.THREE_WORKERS,
        """
        child_protection_plans
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2025-01-01

        allocations
        child_id | worker_id | team_id | started_on | ended_on
        c1 | ana | North | 2025-01-01 | 2025-03-31
        c1 | ben | North | 2025-03-31 | 2025-09-01
        c1 | cho | North | 2025-09-01 |
        c2 | ana | North | 2025-01-01 | 2025-06-01
        c2 | ben | North | 2025-06-01 | 2025-12-01
        c2 | cho | South | 2025-12-01 |
        c3 | ana | South | 2025-01-01 | 2025-06-01
        c3 | ben | South | 2025-06-01 | 2025-12-01
        c3 | ana | South | 2025-12-01 |
        """,
        as_at=YEAR_END,
        expect=(1, 3),
        by_team={"North": (0, 1), "South": (1, 2)},
    ),
    Example(
        "the latest category stands, or the first where none is said",
        plans.CATEGORIES,
        """
        child_protection_plans
        child_id | started_on | initial_category | latest_category
        c1 | 2026-01-01 | NEG | NEG
        c2 | 2026-01-01 | NEG | EMO
        c3 | 2026-01-01 | PHY |
        c4 | 2026-01-01 | | NEG
        """,
        as_at=YEAR_END,
        expect=(4, None),
        by_cut={"category": {"Neglect": (2, None), "Physical abuse": (1, None), "Emotional abuse": (1, None)}},
    ),
    Example(
        "a child counts once, however many visits were late, and one late is enough",
        visits.CHILDREN_WITH_A_LATE_VISIT,
        """
        child_protection_plans
        child_id | started_on | ended_on
        c1 | 2026-01-01 |
        c2 | 2026-01-01 | 2026-03-20
        c3 | 2026-01-01 |
        c4 | 2026-03-10 |

        visits
        child_id | happened_on
        c1 | 2026-01-29
        c1 | 2026-03-30
        c2 | 2026-01-29
        c2 | 2026-02-26
        """,
        over=("2026-01-01", "2026-03-31"),
        expect=(2, 3),
    ),
    Example(
        "ten working days back from Tuesday 31 March are Tuesday the 17th",
        visits.PROTECTION_VISITS_IN_TEN,
        """
        child_protection_plans
        child_id | started_on
        c1 | 2026-01-01
        c2 | 2026-01-01
        c3 | 2026-03-17
        c4 | 2026-03-18

        visits
        child_id | happened_on
        c1 | 2026-03-17
        c2 | 2026-03-16
        """,
        as_at=YEAR_END,
        expect=(1, 3),
    ),
)
