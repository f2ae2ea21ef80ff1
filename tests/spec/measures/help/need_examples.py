"""Examples of the measures of children in need and of stepping down from protection."""

from __future__ import annotations

from onechild.knowledge.measures.topics.help import children_in_need as need
from onechild.knowledge.measures.topics.help import step_down
from tests.spec.measures.examples import Example
from tests.spec.measures.help.front_door_examples import POPULATION

YEAR_END = "2026-03-31"

# Open: c1, c3, c5, c7, c8 and c9. Not: no further action, closed on the day, another council's, only qualifying.
OPEN = """
referrals
child_id | started_on | ended_on | no_further_action
c1 | 2025-01-01 | |
c2 | 2026-03-01 | | yes
c3 | 2024-03-31 | |
c4 | 2025-06-01 | 2026-03-31 |
c9 | 2024-04-01 | |

child_protection_plans
child_id | started_on | of_other_council
c5 | 2025-05-01 |
c6 | 2025-05-01 | yes

periods_of_care
child_id | started_on
c7 | 2023-01-01

leaving_care_eligibility
child_id | started_on | eligibility
c8 | 2024-01-01 | former_relevant
c10 | 2024-01-01 | qualifying

child_in_need_plans
child_id | started_on
c1 | 2025-02-01
"""

# 20 working days back from Tuesday 31 March 2026 is Tuesday 3 March.
PLANS = """
child_in_need_plans
plan_id | child_id | started_on | ended_on | short_package
p1 | c1 | 2026-01-05 | |
p2 | c2 | 2026-03-03 | |
p3 | c3 | 2026-03-04 | |
p4 | c4 | 2026-01-05 | |
p5 | c5 | 2026-01-05 | |
p6 | c6 | 2026-01-05 | | yes
p7 | c7 | 2026-01-05 | 2026-03-31 |
p8 | c8 | 2024-03-31 | |

child_protection_plans
child_id | started_on
c4 | 2026-02-01

periods_of_care
child_id | started_on
c5 | 2026-02-01

visits
child_id | happened_on | purpose | seen | method
c1 | 2026-03-03 | child_in_need | yes |
c2 | 2026-03-02 | child_in_need | yes |
c2 | 2026-03-10 | child_in_need | no |
c3 | 2026-03-05 | child_in_need | yes |
c6 | 2026-03-20 | child_in_need | yes |
c8 | 2026-03-20 | child_in_need | yes | video
"""

# Twelve months after 10 June 2024 end on 10 June 2025.
BACK = """
child_protection_plans
child_id | started_on | ended_on
c1 | 2023-06-01 | 2024-06-10
c1 | 2025-06-10 |
c2 | 2023-06-01 | 2024-06-10
c2 | 2025-06-11 |
c3 | 2023-06-01 | 2024-06-30
c4 | 2024-01-01 | 2025-02-01
c4 | 2025-03-01 |
"""

EXAMPLES = (
    Example(
        "every open case counts once, by whatever it is open",
        need.CHILDREN_IN_NEED,
        OPEN,
        as_at=YEAR_END,
        expect=(6, None),
    ),
    Example(
        "every open case counts towards the rate",
        need.CHILDREN_IN_NEED_RATE,
        OPEN + POPULATION,
        as_at=YEAR_END,
        expect=(6, 20000),
        value=3,
    ),
    Example(
        "those on protection plans and in care are left out",
        need.CHILDREN_IN_NEED_ONLY,
        OPEN,
        as_at=YEAR_END,
        expect=(4, None),
    ),
    Example(
        "a case of two years to the day is, one a day younger is not",
        need.IN_NEED_TWO_YEARS,
        OPEN,
        as_at=YEAR_END,
        expect=(3, 6),
    ),
    Example(
        "a plan ended on the day is not open, one of a child protected or in care is not counted",
        need.ON_CHILD_IN_NEED_PLANS,
        PLANS,
        as_at=YEAR_END,
        expect=(5, None),
    ),
    Example(
        "of plans, the one of two years to the day",
        need.ON_NEED_PLANS_TWO_YEARS,
        PLANS,
        as_at=YEAR_END,
        expect=(1, 5),
    ),
    Example(
        "a visit on the last day counts; one before it, at which the child was not seen, or by video does not",
        need.VISITS_IN_TIME,
        PLANS,
        as_at=YEAR_END,
        expect=(1, 3),
    ),
    Example(
        "a lower-level package has its own interval, and a visit due today is not late",
        need.VISITS_IN_OWN_INTERVAL,
        PLANS,
        as_at=YEAR_END,
        expect=(3, 4),
    ),
    Example(
        "a visit made a day late is late, and so is one never made; a plan that ended first owed none",
        need.VISITS_DUE,
        """
        child_in_need_plans
        plan_id | child_id | started_on | ended_on
        p1 | c1 | 2026-01-05 |
        p2 | c2 | 2026-02-02 | 2026-02-20

        visits
        child_id | happened_on | purpose
        c1 | 2026-02-02 | child_in_need
        c1 | 2026-03-03 | child_in_need
        """,
        over=("2026-02-01", "2026-03-31"),
        expect=(1, 3),
    ),
    Example(
        "the latest review decides: late before and in time now is on time, none at all is not, too new is left out",
        need.REVIEWS_ON_TIME,
        """
        child_in_need_plans
        plan_id | child_id | started_on
        p1 | c1 | 2026-01-05
        p2 | c2 | 2026-01-05
        p3 | c3 | 2026-01-05
        p4 | c4 | 2026-03-01
        p5 | c5 | 2025-10-01

        child_in_need_reviews
        child_id | plan_id | happened_on
        c1 | p1 | 2026-02-16
        c2 | p2 | 2026-02-17
        c5 | p5 | 2025-11-20
        c5 | p5 | 2026-02-10
        """,
        as_at=YEAR_END,
        expect=(2, 4),
    ),
    Example(
        "three months to the day are not less than three, and no further action was no case",
        need.ENDED_WITHIN_3_MONTHS,
        """
        referrals
        child_id | started_on | ended_on | no_further_action
        c1 | 2026-01-05 | 2026-04-04 |
        c2 | 2026-01-05 | 2026-04-05 |
        c3 | 2019-01-01 | 2026-04-10 |
        c4 | 2026-04-01 | 2026-04-02 | yes
        """,
        over=("2026-04-01", "2026-04-30"),
        expect=(1, 3),
    ),
    Example(
        "a plan begun on the tenth working day follows, on the eleventh not, nor one that ended with it",
        step_down.STEPPED_DOWN,
        """
        child_protection_plans
        plan_id | child_id | started_on | ended_on | end_reason | latest_category | of_other_council
        p1 | c1 | 2025-06-01 | 2026-03-02 | stepped_down | NEG |
        p2 | c2 | 2025-06-01 | 2026-03-02 | closed | EMO |
        p3 | c3 | 2025-06-01 | 2026-03-02 | closed | NEG |
        p4 | c4 | 2025-06-01 | 2026-03-02 | looked_after | NEG |
        p5 | c5 | 2025-06-01 | 2026-03-02 | closed | NEG | yes
        p6 | c6 | 2025-06-01 | 2026-03-02 | | NEG |
        p7 | c7 | 2025-06-01 | 2026-04-01 | closed | NEG |

        child_in_need_plans
        child_id | started_on | ended_on
        c1 | 2026-03-02 |
        c2 | 2026-03-16 |
        c3 | 2026-03-17 |
        c6 | 2026-01-01 | 2026-03-02
        """,
        over=("2026-03-01", "2026-03-31"),
        expect=(2, 4),
        by_cut={"category": {"Neglect": (1, 3), "Emotional abuse": (1, 1)}},
    ),
    Example(
        "both must be in time; one whose review falls due later, or who is on a plan again, is left out",
        step_down.STEP_DOWNS_ROBUST,
        """
        child_protection_plans
        plan_id | child_id | started_on | ended_on | end_reason
        p1 | c1 | 2025-06-01 | 2026-01-05 | stepped_down
        p2 | c2 | 2025-06-01 | 2026-01-05 | stepped_down
        p3 | c3 | 2025-06-01 | 2026-01-05 | stepped_down
        p4 | c4 | 2025-06-01 | 2026-01-20 | stepped_down
        p5 | c5 | 2025-06-01 | 2026-01-05 | stepped_down
        p6 | c5 | 2026-02-01 | |

        child_in_need_plans
        child_id | started_on
        c1 | 2026-01-05
        c2 | 2026-01-05
        c3 | 2026-01-05
        c4 | 2026-01-20
        c5 | 2026-01-05

        visits
        child_id | happened_on | purpose
        c1 | 2026-01-19 | child_in_need
        c2 | 2026-01-20 | child_in_need
        c3 | 2026-01-10 | child_in_need
        c4 | 2026-01-25 | child_in_need
        c5 | 2026-01-10 | child_in_need

        child_in_need_reviews
        child_id | happened_on
        c1 | 2026-02-16
        c2 | 2026-02-10
        c4 | 2026-02-10
        """,
        over=("2026-02-01", "2026-02-28"),
        expect=(1, 3),
    ),
    Example(
        "a plan again twelve months to the day after the end counts, a day later not; one not yet a year old waits",
        step_down.BACK_ON_A_PLAN,
        BACK,
        over=("2025-06-01", "2025-06-30"),
        expect=(1, 3),
    ),
    Example(
        "of plans ended in the period, those back so far",
        step_down.BACK_ON_A_PLAN_SO_FAR,
        BACK,
        over=("2025-01-01", "2025-03-31"),
        expect=(1, 1),
    ),
    Example(
        "protected six months to the day after the start counts, a day later not; a younger plan waits",
        step_down.STEPPED_UP,
        """
        child_in_need_plans
        child_id | started_on
        c1 | 2025-09-10
        c2 | 2025-09-10
        c3 | 2025-09-20
        c4 | 2025-12-01

        child_protection_plans
        child_id | started_on
        c1 | 2026-03-10
        c2 | 2026-03-11
        c4 | 2026-01-01
        """,
        over=("2026-03-01", "2026-03-31"),
        expect=(1, 3),
    ),
)
