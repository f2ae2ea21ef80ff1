"""Examples of how long adoption took, who is still waiting, and whether reports are current."""

from __future__ import annotations

from onechild.knowledge.measures.topics.care.adoption import (
    CARE_TO_FAMILY,
    CARE_TO_FAMILY_IN_THREE_YEARS,
    ORDER_TO_MATCH,
    PERMANENCE_REPORTS_CURRENT,
    WAITING_OVER_A_YEAR,
)
from tests.spec.measures.examples import Example

ADOPTIONS = """
periods_of_care
care_id | child_id | started_on | ended_on
p1 | c1 | 2024-01-01 | 2026-01-01

permanence_cases
child_id | care_id | entered_care_on | placement_order_on | matched_on | placed_on | carer_became_adopter_on | adopted_by_carer | ordered_on | order_kind | in_sibling_group
c1 | p1 | | 2024-06-01 | 2024-10-01 | 2025-03-02 | | no | 2026-01-01 | adoption | no
c2 | | 2024-06-01 | 2025-01-01 | 2024-12-01 | 2025-06-01 | 2024-07-01 | yes | 2026-03-31 | adoption | yes
c3 | | 2024-01-01 | 2024-06-01 | 2024-10-01 | 2025-01-01 | | no | 2026-01-01 | special_guardianship | no
c4 | | 2024-01-01 | | 2024-10-01 | | | no | 2026-01-01 | adoption |
c5 | | 2022-01-01 | 2022-06-01 | 2022-12-01 | 2023-01-01 | | no | 2023-04-01 | adoption | no
c6 | | 2022-01-01 | 2022-06-01 | 2022-12-01 | 2023-01-01 | | no | 2023-03-31 | adoption | no
"""  # noqa: E501  one row a line, as the table has them
A_YEAR = ("2025-04-01", "2026-03-31")

EXAMPLES = (
    Example(
        "from coming into care to the family, or to the carers who adopt; a day not known leaves the child out",
        CARE_TO_FAMILY,
        ADOPTIONS,
        over=A_YEAR,
        expect=(456, 2),
        value=228,
        by_cut={"siblings": {"Yes": (30, 1), "No": (426, 1)}},
    ),
    Example(
        "three years begin on the day after the same day three years before",
        CARE_TO_FAMILY_IN_THREE_YEARS,
        ADOPTIONS,
        as_at="2026-03-31",
        expect=(821, 3),
    ),
    Example(
        "from the order to the match, none where the match came first, of children who had an order and were placed",
        ORDER_TO_MATCH,
        ADOPTIONS,
        over=A_YEAR,
        expect=(122, 2),
        value=61,
    ),
    Example(
        "twelve months to the day are not over twelve; placed, reversed and no longer in care wait no more",
        WAITING_OVER_A_YEAR,
        """
        periods_of_care
        child_id | started_on | ended_on
        c1 | 2024-01-01 |
        c2 | 2024-01-01 |
        c3 | 2024-01-01 |
        c4 | 2024-01-01 |
        c5 | 2024-01-01 | 2026-03-01
        c6 | 2024-01-01 |
        c7 | 2024-01-01 |

        placements
        child_id | placement_kind | started_on | ended_on
        c3 | A6 | 2026-03-31 |
        c6 | A6 | 2025-06-01 | 2025-12-01

        permanence_cases
        child_id | decided_on | placed_on | placement_ended_on | reversed_on
        c1 | 2025-03-30 | | |
        c2 | 2025-03-31 | | |
        c3 | 2025-01-01 | 2026-03-31 | |
        c4 | 2025-01-01 | | | 2026-03-31
        c5 | 2025-01-01 | | |
        c6 | 2025-01-01 | 2025-06-01 | 2025-12-01 |
        c7 | 2026-04-01 | | |
        """,
        as_at="2026-03-31",
        expect=(2, 3),
    ),
    Example(
        "a report six months old is out of date, none is none, and a child placed needs none",
        PERMANENCE_REPORTS_CURRENT,
        """
        periods_of_care
        child_id | started_on
        c1 | 2024-01-01
        c2 | 2024-01-01
        c3 | 2024-01-01
        c4 | 2024-01-01
        c5 | 2024-01-01
        c6 | 2024-01-01

        placements
        child_id | placement_kind | started_on
        c5 | A6 | 2026-01-01

        permanence_plans
        child_id | permanence | started_on | ended_on
        c1 | adoption | 2025-01-01 |
        c2 | adoption | 2025-01-01 |
        c3 | adoption | 2025-01-01 |
        c5 | adoption | 2025-01-01 |
        c6 | adoption | 2025-01-01 | 2026-01-01

        permanence_cases
        child_id | decided_on
        c4 | 2025-01-01

        steps_taken
        child_id | step | happened_on
        c1 | permanence_report_signed | 2025-09-30
        c2 | permanence_report_signed | 2025-09-29
        c4 | permanence_report_signed | 2025-01-01
        c4 | permanence_report_signed | 2025-06-20
        c4 | permanence_report_signed | 2025-12-10
        c5 | permanence_report_signed | 2025-12-10
        c6 | permanence_report_signed | 2025-12-10

        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2024-01-01
        """,
        as_at="2026-03-30",
        expect=(2, 4),
        by_team={"North": (1, 1), "": (1, 3)},
    ),
    Example(
        "a first report is current though nobody's was brought up to date yet; one of earlier care is not",
        PERMANENCE_REPORTS_CURRENT,
        """
        periods_of_care
        child_id | started_on | ended_on
        c1 | 2025-06-01 |
        c2 | 2025-01-01 | 2025-12-31
        c2 | 2026-02-01 |

        permanence_cases
        child_id | decided_on
        c1 | 2026-03-02
        c2 | 2026-03-02

        placements
        child_id | placement_kind | started_on
        c1 | U6 | 2025-06-01

        permanence_plans
        child_id | permanence | started_on
        c1 | adoption | 2026-03-02

        steps_taken
        child_id | step | happened_on
        c1 | permanence_report_signed | 2026-02-16
        c2 | permanence_report_signed | 2025-12-01
        """,
        as_at="2026-03-31",
        expect=(1, 2),
    ),
)
