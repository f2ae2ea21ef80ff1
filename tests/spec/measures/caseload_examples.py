"""Examples of the measures of caseload."""

from __future__ import annotations

from onechild.knowledge.measures.topics.caseload import (
    AVERAGE_CASELOAD_DFE,
    AVERAGE_CASELOAD_PER_FTE,
    AVERAGE_CASELOAD_PER_WORKER,
    CASES_HELD,
    CASES_HELD_BY_ABSENT_WORKERS,
    CASES_HELD_BY_MANAGERS,
    CASES_UNALLOCATED,
    WORKERS_OVER_TARGET,
)
from tests.spec.measures.examples import Example

TWO_TEAMS = """
allocations
child_id | worker_id | team_id | started_on | ended_on
c1 | ana | North | 2026-01-01 |
c2 | ana | North | 2026-01-01 |
c3 | ben | North | 2026-01-01 |
c4 | cho | South | 2026-01-01 |
c5 | dev | South | 2025-01-01 | 2026-03-31

employments
worker_id | fte | started_on
ana | 1 | 2025-01-01
ben | 0.5 | 2025-01-01
cho | 0.8 | 2025-01-01
dev | 1 | 2025-01-01
"""

FIVE_CASES_AT_A_TARGET_OF_EIGHT = """
settings
setting | value | started_on
caseload_target | 8 | 2025-01-01

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2026-01-01
c2 | ana | North | 2026-01-01
c3 | ana | North | 2026-01-01
c4 | ana | North | 2026-01-01
c5 | ana | North | 2026-01-01

"""

EXAMPLES = (
    Example(
        "cases are children with a lead worker, and a case that ends on the day is not held at its end",
        CASES_HELD,
        TWO_TEAMS,
        as_at="2026-03-31",
        expect=(4, None),
        by_team={"North": (3, None), "South": (1, None)},
    ),
    Example(
        "a case is held on the day before it ends",
        CASES_HELD,
        TWO_TEAMS,
        as_at="2026-03-30",
        expect=(5, None),
        by_team={"North": (3, None), "South": (2, None)},
    ),
    Example(
        "a leaver who holds no case is no worker",
        AVERAGE_CASELOAD_PER_WORKER,
        TWO_TEAMS,
        as_at="2026-03-31",
        expect=(4, 3),
        by_team={"North": (3, 2), "South": (1, 1)},
    ),
    Example(
        "two part-time workers make less than two full-time ones",
        AVERAGE_CASELOAD_PER_FTE,
        TWO_TEAMS,
        as_at="2026-03-31",
        expect=(4, 2.3),
        by_team={"North": (3, 1.5), "South": (1, 0.8)},
    ),
    Example(
        "unknown hours of one worker make the sum of hours unknown",
        AVERAGE_CASELOAD_PER_FTE,
        """
        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2026-01-01
        c2 | ben | South | 2026-01-01

        employments
        worker_id | fte
        ana | 1
        ben |
        """,
        as_at="2026-03-31",
        expect=(2, None),
        by_team={"North": (1, 1), "South": (1, None)},
    ),
    Example(
        "a co-worker holds no case",
        CASES_HELD,
        """
        allocations
        child_id | worker_id | team_id | role | started_on
        c1 | ana | North | lead | 2026-01-01
        c1 | ben | North | co_worker | 2026-01-01
        c2 | ben | North | personal_adviser | 2026-01-01
        """,
        as_at="2026-03-31",
        expect=(1, None),
        by_team={"North": (1, None)},
    ),
    Example(
        "a child allocated twice by mistake counts once in all and once for each team",
        CASES_HELD,
        """
        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2026-01-01
        c1 | ben | North | 2026-02-01
        c1 | cho | South | 2026-02-01
        """,
        as_at="2026-03-31",
        expect=(1, None),
        by_team={"North": (1, None), "South": (1, None)},
    ),
    Example(
        "whoever manages by employment or by membership is no caseholder, and the children are counted apart",
        CASES_HELD,
        """
        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2026-01-01
        c2 | ben | North | 2026-01-01
        c3 | cho | North | 2026-01-01

        employments
        worker_id | role
        ana | team_manager
        ben | social_worker
        cho | social_worker

        team_memberships
        worker_id | team_id | role
        ben | North | deputy_manager
        """,
        as_at="2026-03-31",
        expect=(1, None),
        by_team={"North": (1, None)},
    ),
    Example(
        "a manager holds children only while a manager",
        CASES_HELD_BY_MANAGERS,
        """
        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2026-01-01
        c2 | ben | North | 2026-01-01

        employments
        worker_id | role | started_on | ended_on
        ana | team_manager | 2025-01-01 |
        ben | deputy_manager | 2025-01-01 | 2026-03-31
        ben | social_worker | 2026-03-31 |
        """,
        as_at="2026-03-31",
        expect=(1, None),
        by_team={"North": (1, None)},
    ),
    Example(
        "sickness and parental leave are absence; annual leave, training and an absence just over are not",
        CASES_HELD_BY_ABSENT_WORKERS,
        """
        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2026-01-01
        c2 | ben | North | 2026-01-01
        c3 | cho | North | 2026-01-01
        c4 | dev | South | 2026-01-01
        c5 | eli | South | 2026-01-01
        c6 | fay | South | 2026-01-01

        absences
        worker_id | absence_kind | started_on | ended_on
        ana | sickness | 2026-03-01 |
        ben | annual_leave | 2026-03-01 |
        cho | parental_leave | 2026-03-31 | 2026-12-01
        dev | sickness | 2026-03-01 | 2026-03-31
        eli | training | 2026-03-01 |
        fay | other | 2026-03-01 | 2026-04-01

        employments
        worker_id | fte
        ana | 1
        """,
        as_at="2026-03-31",
        expect=(3, None),
        by_team={"North": (2, None), "South": (1, None)},
    ),
    Example(
        "the DfE's average takes in managers and agency staff who hold, and leaves out personal advisers and others",
        AVERAGE_CASELOAD_DFE,
        """
        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2026-01-01
        c2 | ben | North | 2026-01-01
        c3 | cho | South | 2026-01-01
        c4 | dev | South | 2026-01-01
        c5 | eli | South | 2026-01-01

        employments
        worker_id | role | fte | employment_kind
        ana | team_manager | 1 | permanent
        ben | social_worker | 0.5 | agency
        cho | personal_adviser | 1 | permanent
        dev | family_worker | 1 | permanent
        eli | social_worker | 0 | permanent
        """,
        as_at="2026-09-30",
        expect=(2, 1.5),
        by_team={"North": (2, 1.5), "South": (0, 0)},
    ),
    Example(
        "a worker at the target is not over it, and one case more is",
        WORKERS_OVER_TARGET,
        TWO_TEAMS
        + """
settings
setting | value | team_id | started_on
caseload_target | 1 |  | 2025-01-01
""",
        as_at="2026-03-31",
        expect=(3, 3),
        by_team={"North": (2, 2), "South": (1, 1)},
    ),
    Example(
        "five cases at half time are one over half of eight",
        WORKERS_OVER_TARGET,
        FIVE_CASES_AT_A_TARGET_OF_EIGHT + "employments\nworker_id | fte\nana | 0.5",
        as_at="2026-03-31",
        expect=(1, 1),
        by_team={"North": (1, 1)},
    ),
    Example(
        "five cases at five eighths of the hours are just at the target",
        WORKERS_OVER_TARGET,
        FIVE_CASES_AT_A_TARGET_OF_EIGHT + "employments\nworker_id | fte\nana | 0.625",
        as_at="2026-03-31",
        expect=(0, 1),
        by_team={"North": (0, 1)},
    ),
    Example(
        "a newly qualified worker has a share of the target until the last day of the first year is past",
        WORKERS_OVER_TARGET,
        """
        settings
        setting | value | started_on
        caseload_target | 2 | 2025-01-01
        caseload_target_newly_qualified_share | 0.5 | 2025-01-01

        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2026-01-01
        c2 | ana | North | 2026-01-01
        c3 | ben | South | 2026-01-01
        c4 | ben | South | 2026-01-01

        workers
        worker_id | newly_qualified_to
        ana | 2026-04-01
        ben | 2026-03-31
        """,
        as_at="2026-03-31",
        expect=(1, 2),
        by_team={"North": (1, 1), "South": (0, 1)},
    ),
    Example(
        "without a setting the target is 18",
        WORKERS_OVER_TARGET,
        TWO_TEAMS,
        as_at="2026-03-31",
        expect=(0, 3),
        by_team={"North": (0, 2), "South": (0, 1)},
    ),
    Example(
        "a target asked for replaces the council's general one",
        WORKERS_OVER_TARGET,
        TWO_TEAMS,
        as_at="2026-03-31",
        target=1.5,
        expect=(2, 3),
        by_team={"North": (2, 2), "South": (0, 1)},
    ),
    Example(
        "a team's own target beats the general one, and a role's in that team beats both",
        WORKERS_OVER_TARGET,
        """
        settings
        setting | value | team_id | role | started_on
        caseload_target | 18 |  |  | 2025-01-01
        caseload_target | 1 | North |  | 2025-01-01
        caseload_target | 2 | North | senior_practitioner | 2025-01-01
        caseload_target | 1 |  | student | 2025-01-01

        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | North | 2026-01-01
        c2 | ana | North | 2026-01-01
        c3 | ben | North | 2026-01-01
        c4 | ben | North | 2026-01-01
        c5 | cho | South | 2026-01-01
        c6 | cho | South | 2026-01-01
        c7 | dev | South | 2026-01-01
        c8 | dev | South | 2026-01-01

        employments
        worker_id | role | fte
        ana | social_worker | 1
        ben | senior_practitioner | 1
        cho | social_worker | 1
        dev | student | 1
        """,
        as_at="2026-03-31",
        expect=(2, 4),
        by_team={"North": (1, 2), "South": (1, 2)},
    ),
    Example(
        "children wait on a team's list, or under no team with open work and no allocation; each counts once",
        CASES_UNALLOCATED,
        """
        allocations
        child_id | worker_id | team_id | started_on | ended_on
        c1 |  | North | 2026-01-01 |
        c2 | ana | North | 2026-01-01 |
        c3 | ana | North | 2025-01-01 | 2026-01-01

        child_protection_plans
        child_id | started_on | ended_on | of_other_council
        c3 | 2025-06-01 |  |
        c4 | 2025-06-01 | 2026-03-31 |
        c9 | 2025-06-01 |  | yes

        periods_of_care
        child_id | started_on
        c3 | 2025-07-01
        c5 | 2026-01-01

        referrals
        child_id | started_on | no_further_action
        c1 | 2025-12-01 | no
        c6 | 2026-03-31 |
        c7 | 2026-03-01 | yes

        assessments
        child_id | started_on | ended_on
        c8 | 2026-03-01 |

        child_in_need_plans
        child_id | started_on
        c2 | 2026-02-01
        """,
        as_at="2026-03-31",
        expect=(5, 6),
        by_team={"North": (1, 2), "": (4, 4)},
    ),
)
