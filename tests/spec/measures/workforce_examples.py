"""Examples of the measures of the workforce."""

from __future__ import annotations

from onechild.knowledge.measures.topics.caseload import NUMBER_OVER_TARGET
from onechild.knowledge.measures.topics.workforce import (
    AGENCY_RATE,
    AGENCY_TO_PERMANENT,
    CASES_SUPERVISED,
    COVERED_VACANCIES,
    IN_POST,
    NEWLY_QUALIFIED,
    NEWLY_QUALIFIED_FTE,
    NEWLY_QUALIFIED_OVER_TARGET,
    REVIEWING_CASELOAD,
    SICKNESS,
    TURNOVER,
    VACANCY_RATE,
    WORKERS_SUPERVISED,
)
from tests.spec.measures.examples import Example

# Full-time equivalents of social workers: 1 + 0.5 + 1 + 0.8 of the council's, 1 + 1 of agencies'.
STAFF = """
posts
post_id | team_id | role | fte | started_on | ended_on
p1 | North | social_worker | 1 | 2020-01-01 |
p2 | North | social_worker | 1 | 2020-01-01 |
p3 | South | social_worker | 1 | 2020-01-01 |
p4 | South | senior_practitioner | 0.5 | 2020-01-01 |
p5 | South | personal_adviser | 1 | 2020-01-01 |
p6 | North | team_manager | 1 | 2020-01-01 |
p7 | North | social_worker | 1 | 2020-01-01 | 2026-03-31

employments
employment_id | worker_id | post_id | employment_kind | role | fte | started_on | ended_on
e1 | ana | p1 | permanent | social_worker | 1 | 2024-01-01 |
e2 | ben | p2 | permanent | social_worker | 0.5 | 2024-01-01 |
e3 | cho | p3 | agency | social_worker | 1 | 2025-01-01 |
e4 | dev | p4 | agency | senior_practitioner | 1 | 2025-01-01 |
e5 | eve | p6 | fixed_term | team_manager | 1 | 2024-01-01 |
e6 | fay | | permanent | social_worker | 0.8 | 2025-09-01 |
e7 | gus | p5 | permanent | personal_adviser | 1 | 2024-01-01 |
e8 | hal | p7 | permanent | social_worker | 1 | 2024-01-01 | 2026-03-31
e9 | ivy | | permanent | social_worker | | 2024-01-01 |

workers
worker_id | newly_qualified_to
ben | 2026-03-31
fay | 2026-09-01
cho | 2026-09-01

assessed_years
worker_id | started_on | ended_on
ana | 2025-10-01 |

team_memberships
worker_id | team_id | started_on
fay | South | 2025-09-01
ana | South | 2024-01-01
"""

# In post on 31 March 2026: ana and cho full time, dev half.
A_YEAR = """
employments
employment_id | worker_id | post_id | employment_kind | role | fte | started_on | ended_on | end_reason
e1 | ana | | permanent | social_worker | 1 | 2020-01-01 | |
e2 | ben | | permanent | social_worker | 1 | 2020-01-01 | 2026-03-31 | resigned
e3 | cho | | permanent | social_worker | 1 | 2020-01-01 | 2025-06-01 | moved_post
e4 | cho | | permanent | team_manager | 1 | 2025-06-01 | |
e5 | dev | | permanent | social_worker | 1 | 2020-01-01 | 2025-09-01 | other
e6 | dev | | permanent | social_worker | 0.5 | 2025-09-01 | |
e7 | eve | | agency | social_worker | 1 | 2020-01-01 | 2025-09-01 | contract_ended
e8 | fay | | permanent | personal_adviser | 1 | 2020-01-01 | 2025-09-01 | resigned
e9 | gus | | fixed_term | social_worker | 0.5 | 2020-01-01 | 2025-04-01 | contract_ended
e10 | hal | | permanent | social_worker | 1 | 2020-01-01 | 2025-03-31 | resigned

team_memberships
worker_id | team_id | started_on
ana | North | 2020-01-01
ben | North | 2020-01-01
gus | South | 2020-01-01
cho | South | 2020-01-01
dev | South | 2020-01-01
"""

# March 2026 has 22 working days; April, with Good Friday and Easter Monday, 20.
SICK = """
employments
employment_id | worker_id | employment_kind | role | fte | started_on | ended_on
e1 | ana | permanent | social_worker | 1 | 2020-01-01 |
e2 | ben | permanent | social_worker | 0.5 | 2020-01-01 |
e3 | cho | agency | social_worker | 1 | 2020-01-01 |
e4 | dev | permanent | personal_adviser | 1 | 2020-01-01 |
e5 | eve | permanent | social_worker | 1 | 2020-01-01 | 2026-03-11

absences
worker_id | absence_kind | started_on | ended_on
ana | sickness | 2026-02-23 | 2026-03-04
ana | annual_leave | 2026-03-16 | 2026-03-21
ben | sickness | 2026-03-30 |
cho | sickness | 2026-03-02 | 2026-03-07
dev | sickness | 2026-03-02 | 2026-03-07
eve | sickness | 2026-03-09 |
ana | sickness | 2026-03-07 | 2026-03-09

team_memberships
worker_id | team_id | started_on
ana | North | 2020-01-01
ben | South | 2020-01-01
"""

TAKEN_ON = """
employments
employment_id | worker_id | employment_kind | role | fte | started_on | ended_on | end_reason
e1 | ana | agency | social_worker | 1 | 2025-01-01 | 2025-09-01 | became_permanent
e2 | ana | permanent | social_worker | 1 | 2025-09-01 | |
e3 | ben | agency | social_worker | 1 | 2025-01-01 | 2025-09-01 | contract_ended
e4 | cho | agency | social_worker | 1 | 2026-03-31 | |
e5 | dev | agency | social_worker | 1 | 2024-01-01 | 2025-04-01 | other
e6 | dev | permanent | social_worker | 1 | 2025-06-01 | |
e7 | eve | agency | social_worker | 1 | 2024-01-01 | 2025-03-31 | became_permanent
e8 | eve | permanent | social_worker | 1 | 2025-03-31 | |
e9 | fay | agency | family_worker | 1 | 2025-01-01 | | became_permanent
e10 | gus | agency | social_worker | 1 | 2025-01-01 | 2025-08-01 | contract_ended
e11 | gus | agency | social_worker | 1 | 2025-08-01 | |

team_memberships
worker_id | team_id | started_on
ana | North | 2025-01-01
"""

# Four weeks from 3 March 2026 end on 31 March; a newly qualified worker is owed supervision each week at first.
SUPERVISED = """
employments
worker_id | employment_kind | role | fte | started_on | ended_on
ana | permanent | social_worker | 1 | 2024-01-01 |
ben | permanent | social_worker | 1 | 2024-01-01 |
cho | permanent | social_worker | 1 | 2026-03-10 |
dev | permanent | social_worker | 1 | 2024-01-01 |
eve | agency | newly_qualified | 1 | 2026-03-02 |
fay | permanent | service_manager | 1 | 2024-01-01 |
gus | permanent | social_worker | 1 | 2024-01-01 | 2026-03-31

assessed_years
worker_id | started_on
eve | 2026-03-02

absences
worker_id | absence_kind | started_on | ended_on
dev | sickness | 2026-01-01 |

supervisions
worker_id | supervision_kind | child_id | happened_on
ana | own | | 2026-03-03
ben | own | | 2026-03-02
ben | case | c1 | 2026-03-20
dev | own | | 2025-12-01
eve | own | | 2026-03-09
eve | own | | 2026-03-23
gus | own | | 2025-12-01

team_memberships
worker_id | team_id | started_on
ana | North | 2024-01-01
ben | North | 2024-01-01
"""

# Eight weeks from 3 February 2026 end on 31 March, and four weeks, for a child on a plan, from 3 March.
CASES = """
referrals
child_id | started_on | ended_on
c1 | 2025-01-01 |
c2 | 2025-01-01 |
c3 | 2025-01-01 |
c4 | 2025-01-01 |
c5 | 2026-03-01 |
c6 | 2025-01-01 | 2026-03-01

child_protection_plans
child_id | started_on
c3 | 2025-06-01
c4 | 2025-06-01

supervisions
worker_id | supervision_kind | child_id | happened_on
ana | case | c1 | 2026-02-03
ana | case | c2 | 2026-02-02
ana | case | c3 | 2026-03-03
ana | case | c4 | 2026-03-02
ana | own | | 2026-03-20
ana | case | c6 | 2025-01-02

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
c2 | ana | North | 2025-01-01
c3 | cho | South | 2025-01-01
"""

OVER = """
settings
setting | value | started_on
caseload_target | 2 | 2025-01-01
caseload_target_newly_qualified_share | 0.5 | 2025-01-01

workers
worker_id | newly_qualified_to
ana | 2026-09-01
ben | 2026-09-01

employments
worker_id | employment_kind | fte | started_on
ana | permanent | 1 | 2025-09-01
ben | agency | 1 | 2025-09-01
cho | permanent | 1 | 2020-01-01

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2026-01-01
c2 | ana | North | 2026-01-01
c3 | ben | North | 2026-01-01
c4 | cho | South | 2026-01-01
c5 | cho | South | 2026-01-01
"""

EXAMPLES = (
    Example(
        "agency social workers by their hours, out of all; advisers, leavers and unknown hours are in neither",
        AGENCY_RATE,
        STAFF,
        as_at="2026-03-31",
        expect=(2, 5.3),
        by_team={"North": (0, 2.5), "South": (2, 2.8)},
        by_cut={
            "grade": {
                "Newly qualified": (1, 2.8),
                "Senior practitioner": (1, 1),
                "Manager": (0, 1),
                "Social worker": (0, 0.5),
            },
            "employment": {"Permanent": (0, 2.3), "Fixed term": (0, 1), "Agency": (2, 2)},
        },
    ),
    Example(
        "a post that an agency worker fills is vacant, and one half filled is half vacant",
        VACANCY_RATE,
        STAFF,
        as_at="2026-03-31",
        # Vacant: p2 0.5, p3 1, p4 0.5; in post 3.3.
        expect=(2, 5.3),
        by_team={"North": (0.5, 3), "South": (1.5, 2.3)},
        by_cut={
            "role": {"Social worker": (1.5, 3.8), "Senior practitioner": (0.5, 0.5), "Team manager": (0, 1)},
        },
    ),
    Example(
        "an agency worker covers no more of a post than is vacant",
        COVERED_VACANCIES,
        STAFF,
        as_at="2026-03-31",
        expect=(1.5, 2),
        by_team={"North": (0, 0.5), "South": (1.5, 1.5)},
    ),
    Example(
        "in post are those in the council's own employment, and a spell that ends on the day is over",
        IN_POST,
        STAFF,
        as_at="2026-03-31",
        expect=(3.3, None),
        value=3.3,
        by_team={"North": (2.5, None), "South": (0.8, None)},
    ),
    Example(
        "newly qualified is who has a first year that runs, by date or by record; agency workers are left out",
        NEWLY_QUALIFIED,
        STAFF,
        as_at="2026-03-31",
        expect=(2, 5),
        by_team={"North": (1, 3), "South": (1, 1), "": (0, 1)},
    ),
    Example(
        "by hours a part-time first year weighs less, and unknown hours nothing",
        NEWLY_QUALIFIED_FTE,
        STAFF,
        as_at="2026-03-31",
        expect=(1.8, 3.3),
    ),
    Example(
        "a newly qualified worker's target is the lower one",
        NEWLY_QUALIFIED_OVER_TARGET,
        OVER,
        as_at="2026-03-31",
        expect=(1, 2),
        by_team={"North": (1, 2), "South": (0, 0)},
    ),
    Example(
        "how many are over their target, of how many who hold cases",
        NUMBER_OVER_TARGET,
        OVER,
        as_at="2026-03-31",
        expect=(1, 3),
        by_cut={
            "grade": {"Newly qualified": (1, 2), "Social worker": (0, 1)},
            "employment": {"Permanent": (1, 2), "Agency": (0, 1)},
        },
    ),
    Example(
        "leavers of the year out of those in post on its last day; who moves or goes down in hours has not left",
        TURNOVER,
        A_YEAR,
        over=("2025-04-01", "2026-03-31"),
        expect=(1.5, 2.5),
        by_team={"North": (1, 1), "South": (0.5, 1.5)},
    ),
    Example(
        "weekends and other absence are no days lost, nor days after the post ended; the period's own days count",
        SICKNESS,
        SICK,
        over=("2026-03-01", "2026-03-31"),
        # ana 2 and 3 March; ben 30 and 31; eve 9 and 10. In post 1.5, for 22 working days.
        expect=(6, 33),
        by_team={"North": (2, 22), "South": (2, 11), "": (2, 0)},
    ),
    Example(
        "bank holidays are no working days",
        SICKNESS,
        SICK,
        over=("2026-04-01", "2026-04-30"),
        expect=(20, 30),
    ),
    Example(
        "agency workers of the period, each once, and those of them whom the council employed in it",
        AGENCY_TO_PERMANENT,
        TAKEN_ON,
        over=("2025-04-01", "2026-03-31"),
        # ana and dev of ana, ben, cho, dev and gus; eve had gone over the day before.
        expect=(2, 5),
        by_team={"North": (1, 1), "": (1, 4)},
    ),
    Example(
        "four weeks to the day are in time; the long absent, the new and the gone are owed none; a first year, more",
        WORKERS_SUPERVISED,
        SUPERVISED,
        as_at="2026-03-31",
        expect=(1, 3),
        by_team={"North": (1, 2), "": (0, 1)},
    ),
    Example(
        "a case is talked through in time by the interval of the child's plan, and a new one is not due yet",
        CASES_SUPERVISED,
        CASES,
        as_at="2026-03-31",
        expect=(2, 4),
        by_team={"North": (1, 2), "South": (1, 1), "": (0, 1)},
    ),
    Example(
        "children in care with or without an officer, those on plans with one, for each full-time officer in post",
        REVIEWING_CASELOAD,
        """
        employments
        worker_id | role | fte | started_on | ended_on
        ros | reviewing_officer | 1 | 2020-01-01 |
        sam | reviewing_officer | 0.5 | 2020-01-01 |
        tom | reviewing_officer | 1 | 2020-01-01 | 2026-03-31
        ana | social_worker | 1 | 2020-01-01 |

        periods_of_care
        child_id | started_on | ended_on
        c1 | 2025-01-01 |
        c2 | 2025-01-01 |
        c3 | 2025-01-01 |
        c4 | 2025-01-01 | 2026-03-31

        child_protection_plans
        child_id | started_on
        c1 | 2025-01-01
        c5 | 2025-01-01
        c6 | 2025-01-01

        allocations
        child_id | worker_id | role | started_on | ended_on
        c1 | ros | reviewing_officer | 2025-01-01 |
        c2 | sam | reviewing_officer | 2025-01-01 |
        c5 | sam | reviewing_officer | 2025-01-01 |
        c4 | ros | reviewing_officer | 2025-01-01 |
        """,
        as_at="2026-03-31",
        expect=(4, 1.5),
        by_cut={"worker": {"ros": (1, 1), "sam": (2, 0.5), "": (1, 0)}},
    ),
)
