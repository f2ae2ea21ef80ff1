"""Examples of schooling: personal education plans, absence, attainment, and education, health and care plans."""

from __future__ import annotations

from onechild.knowledge.measures.topics.care.education import (
    ATTAINMENT_8_IN_CARE,
    EDUCATION_PLANS_BY_TERM,
    EDUCATION_PLANS_THIS_TERM,
    EHC_PLANS_DUE,
    EHC_PLANS_MADE,
    EHC_PLANS_MADE_ALL,
    PERSISTENT_ABSENCE_IN_CARE,
    PERSISTENT_ABSENCE_IN_NEED,
    PERSISTENT_ABSENCE_ON_PLANS,
)
from tests.spec.measures.examples import Example

# The last day of the spring term is Friday 27 March.
PUPILS = """
school_terms
name | started_on | ended_on
Autumn 2025 | 2025-09-03 | 2025-12-20
Spring 2026 | 2026-01-05 | 2026-03-28
Summer 2026 | 2026-04-13 | 2026-07-22

children
child_id | born_on
c1 | 2015-01-01
c2 | 2015-01-01
c3 | 2023-02-27
c4 | 2023-02-28
c5 | 2015-01-01
c6 | 2008-02-28
c7 | 2008-02-27
c8 | 2015-01-01

periods_of_care
child_id | started_on | ended_on
c1 | 2025-01-01 |
c2 | 2025-01-01 |
c3 | 2025-01-01 |
c4 | 2025-01-01 |
c5 | 2026-02-16 |
c6 | 2025-01-01 |
c7 | 2025-01-01 |
c8 | 2026-02-13 |

personal_education_plans
child_id | happened_on
c1 | 2026-01-05
c2 | 2025-12-01
c6 | 2026-02-27
c8 | 2026-02-28

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
"""

SCHOOL_YEARS = """
children
child_id | born_on
c1 | 2012-01-01
c2 | 2012-01-01
c3 | 2012-01-01
c4 | 2012-01-01
c5 | 2019-08-31
c6 | 2019-09-01
c7 | 2008-09-01
c8 | 2008-08-31
c9 | 2012-01-01
d1 | 2012-01-01
d2 | 2012-01-01
d3 | 2012-01-01
d4 | 2012-01-01

periods_of_care
child_id | started_on | ended_on
c1 | 2024-04-01 |
c2 | 2024-04-01 |
c3 | 2024-04-02 |
c4 | 2024-01-01 |
c5 | 2024-01-01 |
c6 | 2024-01-01 |
c7 | 2024-01-01 |
c8 | 2024-01-01 |
c9 | 2024-01-01 | 2025-03-31
d1 | 2024-01-01 |

legal_statuses
child_id | status | started_on
d1 | V4 | 2024-01-01

referrals
child_id | started_on | ended_on | no_further_action
d2 | 2025-01-01 | 2025-04-01 |
d3 | 2025-01-01 | |
d4 | 2025-01-01 | | yes
c9 | 2025-01-01 | 2025-06-01 |

child_protection_plans
child_id | started_on | ended_on | of_other_council
d3 | 2025-03-31 | 2025-04-01 |
d2 | 2025-01-01 | | yes

school_results
child_id | happened_on | sessions_possible | sessions_missed | attainment_8 | matched
c1 | 2025-08-31 | 380 | 38 | | yes
c2 | 2025-08-31 | 380 | 37 | | yes
c3 | 2025-08-31 | 380 | 100 | | yes
c4 | 2025-08-31 | 380 | 100 | | no
c5 | 2025-08-31 | 300 | 90 | | yes
c6 | 2025-08-31 | 300 | 90 | | yes
c7 | 2025-08-31 | | | 20.5 | yes
c8 | 2025-08-31 | 300 | 90 | 30.5 | yes
c9 | 2025-08-31 | 300 | 90 | 40 | yes
d1 | 2025-08-31 | 300 | 90 | 50 | yes
d2 | 2025-08-31 | 300 | 10 | | yes
d3 | 2025-08-31 | 300 | 150 | | yes
d4 | 2025-08-31 | 300 | 150 | | yes
c1 | 2024-08-31 | 380 | 38 | | yes

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2024-01-01
"""
THE_YEAR = ("2024-09-01", "2025-08-31")

# Twenty weeks from Monday 1 September 2025 end on Monday 19 January 2026.
REQUESTS = """
ehc_requests
ehc_request_id | child_id | happened_on | decided_on | outcome | exception_applies
r1 | c1 | 2025-09-01 | 2025-10-01 | Y | no
r2 | c2 | 2025-09-01 | 2025-10-01 | Y |
r3 | c3 | 2025-09-01 | 2025-10-01 | Y | yes
r4 | c4 | 2025-09-01 | 2025-10-01 | N |
r5 | c5 | 2025-09-01 | 2025-10-01 | Y |

ehc_plans
ehc_plan_id | child_id | ehc_request_id | started_on
p1 | c1 | r1 | 2026-01-19
p2 | c2 | r2 | 2026-01-20
p3 | c3 | r3 | 2026-03-01
p6 | c6 | | 2026-01-10
p7 | c1 | r1 | 2026-02-10

ehc_needs
child_id | ehc_plan_id | need | need_rank
c1 | p1 | ASD | 2
c1 | p1 | SLCN | 1
c2 | p2 | ASD | 1
"""
WINTER = ("2026-01-01", "2026-03-31")

EXAMPLES = (
    Example(
        "from the third birthday to the day before the eighteenth, in care for ten working days, planned this term",
        EDUCATION_PLANS_THIS_TERM,
        PUPILS,
        as_at="2026-02-27",
        expect=(2, 5),
        by_team={"North": (1, 1), "": (1, 4)},
    ),
    Example(
        "in the holidays it is the term just past",
        EDUCATION_PLANS_THIS_TERM,
        PUPILS,
        as_at="2026-04-12",
        expect=(2, 6),
    ),
    Example(
        "of plans due by the last day of term, those made in it; nursery children and newcomers are not asked",
        EDUCATION_PLANS_BY_TERM,
        PUPILS,
        over=WINTER,
        expect=(2, 3),
    ),
    Example(
        "a tenth of the sessions is persistent; a year in care, school age and the census decide who is counted",
        PERSISTENT_ABSENCE_IN_CARE,
        SCHOOL_YEARS,
        over=THE_YEAR,
        expect=(2, 3),
        by_team={"North": (1, 1), "": (1, 2)},
    ),
    Example(
        "the mean of those with a score who were a year in care",
        ATTAINMENT_8_IN_CARE,
        SCHOOL_YEARS,
        over=THE_YEAR,
        expect=(51, 2),
        value=25.5,
    ),
    Example(
        "in need on 31 March, and neither on a plan nor looked after",
        PERSISTENT_ABSENCE_IN_NEED,
        SCHOOL_YEARS,
        over=THE_YEAR,
        expect=(1, 2),
    ),
    Example(
        "on a plan of this council at the end of 31 March",
        PERSISTENT_ABSENCE_ON_PLANS,
        SCHOOL_YEARS,
        over=THE_YEAR,
        expect=(1, 1),
    ),
    Example(
        "of plans due, one never made is late; refused requests and those with an exception are owed none",
        EHC_PLANS_DUE,
        REQUESTS,
        over=WINTER,
        expect=(1, 3),
    ),
    Example(
        "of plans made, the last day of the twenty weeks is in time; the first plan answers the request",
        EHC_PLANS_MADE,
        REQUESTS,
        over=WINTER,
        expect=(1, 2),
        by_cut={"ehc_need": {"Speech, language and communication": (1, 1), "Autistic spectrum disorder": (0, 1)}},
    ),
    Example("with exceptions there are more of them", EHC_PLANS_MADE_ALL, REQUESTS, over=WINTER, expect=(1, 3)),
)
