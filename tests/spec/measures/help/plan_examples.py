"""Examples of the measures of child protection plans from beginning to end."""

from __future__ import annotations

from onechild.knowledge.measures.topics.help import plans
from tests.spec.measures.examples import Example
from tests.spec.measures.help.front_door_examples import JANUARY, POPULATION

AGAIN = """
child_protection_plans
child_id | started_on | ended_on | previous_plans | of_other_council
c1 | 2010-01-01 | 2011-01-01 | 0 |
c1 | 2025-06-10 | | 1 |
c2 | 2022-01-01 | 2023-06-10 | |
c2 | 2025-06-10 | | |
c3 | 2022-01-01 | 2023-06-09 | |
c3 | 2025-06-10 | | |
c4 | 2025-06-12 | | 1 |
c5 | 2025-06-15 | | 0 |
c6 | 2025-06-01 | 2025-06-20 | |
c6 | 2025-06-25 | | |
c7 | 2022-01-01 | 2024-01-01 | | yes
c7 | 2025-06-02 | | | yes
"""

# 1 January 2024 to 30 December 2025 are 730 days, the first and the last both counted.
ENDED = """
child_protection_plans
child_id | started_on | ended_on
c1 | 2024-01-01 | 2025-12-30
c2 | 2024-01-01 | 2025-12-29
c3 | 2025-09-30 | 2025-12-30
c4 | 2025-09-29 | 2025-12-30
c5 | 2024-01-01 | 2026-01-01
"""

EXAMPLES = (
    Example(
        "another council's plan is not ours",
        plans.PLANS_STARTED_RATE,
        """
        child_protection_plans
        child_id | started_on | ended_on | of_other_council
        c1 | 2026-01-01 | 2026-01-15 |
        c1 | 2026-01-31 | |
        c2 | 2026-02-01 | |
        c3 | 2026-01-10 | | yes
        """
        + POPULATION,
        over=JANUARY,
        expect=(2, 20000),
        value=1,
    ),
    Example(
        "ever is ever, on record here or by the plan's own word, and a child can count twice",
        plans.SECOND_PLANS,
        AGAIN,
        over=("2025-06-01", "2025-06-30"),
        expect=(5, 7),
    ),
    Example(
        "two years to the day after the end are within, a day later not",
        plans.SECOND_PLANS_WITHIN_2_YEARS,
        AGAIN,
        over=("2025-06-01", "2025-06-30"),
        expect=(2, 7),
    ),
    Example(
        "the 730th day is more than 729, and the 729th is not",
        plans.TWO_YEARS_ENDED,
        ENDED,
        over=("2025-12-01", "2025-12-31"),
        expect=(1, 4),
    ),
    Example(
        "three months to the day are within three months",
        plans.ENDED_WITHIN_3_MONTHS,
        ENDED,
        over=("2025-12-01", "2025-12-31"),
        expect=(1, 4),
    ),
)
