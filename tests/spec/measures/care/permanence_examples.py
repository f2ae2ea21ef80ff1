"""Examples of plans for permanence, matches, brothers and sisters, and the ways out of care."""

from __future__ import annotations

from onechild.knowledge.measures.topics.care.permanence import (
    BACK_IN_CARE,
    CULTURALLY_MATCHED,
    IDENTITY_NEEDS_RECORDED,
    LEFT_BY_ADOPTION,
    LEFT_BY_SPECIAL_GUARDIANSHIP,
    LEFT_FOR_HOME_AS_PLANNED,
    LONG_TERM_FOSTERING_MATCHED,
    LONG_TERM_MATCH_ON_FILE,
    PERMANENCE_PLAN_BY_SECOND_REVIEW,
    PERMANENCE_PLANS_IN_TIME,
    SIBLINGS_TOGETHER,
)
from tests.spec.measures.examples import Example

# Four months from 1 October 2025 end on 1 February 2026.
SECOND_REVIEWS = """
periods_of_care
child_id | started_on
c1 | 2025-10-01
c2 | 2025-10-01
c3 | 2025-10-01
c4 | 2025-10-01

looked_after_reviews
child_id | happened_on
c1 | 2025-10-20
c1 | 2026-01-15
c2 | 2025-10-20
c2 | 2026-01-15
c3 | 2025-10-20
c4 | 2025-10-20
c4 | 2026-03-10

permanence_plans
child_id | permanence | started_on
c1 | long_term_fostering | 2026-01-15
c2 | return | 2026-01-16
c3 | return | 2026-01-20
c4 | adoption | 2026-03-01

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-10-01
c2 | cho | South | 2025-10-01
"""

IDENTITY = """
periods_of_care
child_id | started_on
c1 | 2025-01-01
c2 | 2025-01-01
c3 | 2025-01-01
c4 | 2025-01-01
c5 | 2025-01-01
c6 | 2025-01-01
c7 | 2025-01-01
c8 | 2025-01-01
c9 | 2025-01-01

placements
placement_id | child_id | placement_kind | started_on
l1 | c1 | U6 | 2025-01-01
l2 | c2 | U3 | 2025-01-01
l3 | c3 | U6 | 2025-01-01
l4 | c4 | A6 | 2025-01-01
l5 | c5 | U6 | 2025-01-01
l6 | c6 | U6 | 2025-01-01
l7 | c7 | K2 | 2025-01-01
l8 | c8 | U6 | 2025-01-01
l9 | c9 | U6 | 2025-01-01

matching_decisions
child_id | placement_id | happened_on | ethnicity_met | language_met | religion_met | cultural_plan | reasons
c1 | l1 | 2025-01-01 | yes | yes | | |
c2 | l2 | 2025-01-01 | no | | | yes | Near the child's school
c3 | l3 | 2025-01-01 | no | | | yes |
c4 | l4 | 2025-01-01 | yes | yes | no | no | Siblings together
c5 | l5 | 2025-01-01 | | | | yes | Siblings together
c7 | l7 | 2025-01-01 | yes | yes | yes | |
c8 | l8 | 2025-01-01 | no | | | |
c8 | l8 | 2026-03-31 | yes | | | |
c9 | l9 | 2026-04-01 | yes | | | |
"""

ENDS = """
periods_of_care
child_id | started_on | ended_on | end_reason
c1 | 2024-01-01 | 2025-04-01 | E45
c2 | 2024-01-01 | 2025-06-01 | E43
c3 | 2024-01-01 | 2025-06-01 | E4A
c3 | 2025-09-01 | 2026-03-31 | E11
c4 | 2024-01-01 | 2025-06-01 | E4A
c5 | 2024-01-01 | 2025-06-01 | E12
c6 | 2024-01-01 | 2025-06-01 | E4A
c7 | 2024-01-01 | 2025-06-01 | E4B
c8 | 2024-01-01 | 2026-04-01 | E48

legal_statuses
child_id | status | started_on | ended_on
c6 | V3 | 2024-01-01 | 2025-06-01

allocations
child_id | worker_id | team_id | started_on
c3 | ana | North | 2024-01-01
"""
A_YEAR = ("2025-04-01", "2026-03-31")
DECISIONS_ALONE = """
        periods_of_care
        child_id | started_on
        c1 | 2024-01-01
        c2 | 2024-01-01

        placements
        placement_id | child_id | placement_kind | started_on
        l1 | c1 | U4 | 2024-01-01
        l2 | c2 | U4 | 2024-01-01

        permanence_plans
        child_id | permanence | started_on
        c1 | long_term_fostering | 2025-06-01
        c2 | long_term_fostering | 2025-06-01

        steps_taken
        child_id | step | happened_on
        c2 | education_plan_reviewed | 2025-10-01
"""

EXAMPLES = (
    Example(
        "a plan is due on the day of the second review, and a late review gives no more time",
        PERMANENCE_PLANS_IN_TIME,
        SECOND_REVIEWS,
        over=("2026-01-01", "2026-03-31"),
        expect=(2, 4),
        by_team={"North": (1, 1), "South": (0, 1), "": (1, 2)},
    ),
    Example(
        "of second reviews held, those with a plan by the day",
        PERMANENCE_PLAN_BY_SECOND_REVIEW,
        SECOND_REVIEWS,
        over=("2026-01-01", "2026-03-31"),
        expect=(2, 3),
        by_team={"North": (1, 1), "South": (0, 1), "": (1, 1)},
    ),
    Example(
        "a plan six months old wants a match, by a decision or a step, and not one with carers since left",
        LONG_TERM_FOSTERING_MATCHED,
        """
        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2025-01-01
        c4 | 2025-01-01
        c5 | 2025-01-01
        c6 | 2025-01-01

        placements
        placement_id | child_id | placement_kind | started_on | ended_on
        l1 | c1 | U4 | 2025-01-01 |
        l2 | c2 | U6 | 2025-01-01 |
        l3 | c3 | U6 | 2025-01-01 |
        l4 | c4 | U4 | 2025-01-01 |
        l5 | c5 | U4 | 2025-01-01 | 2025-12-01
        l6 | c5 | U6 | 2025-12-01 |
        l7 | c6 | U6 | 2025-01-01 |

        permanence_plans
        child_id | permanence | started_on | ended_on
        c1 | long_term_fostering | 2025-09-30 |
        c2 | long_term_fostering | 2025-09-01 |
        c3 | long_term_fostering | 2025-11-01 |
        c4 | long_term_fostering | 2025-06-01 |
        c5 | long_term_fostering | 2025-06-01 |
        c6 | long_term_fostering | 2025-06-01 | 2026-01-01

        steps_taken
        child_id | step | happened_on
        c1 | long_term_match_agreed | 2025-12-01
        c2 | long_term_match_agreed | 2026-04-01

        matching_decisions
        child_id | placement_id | happened_on | long_term
        c4 | l4 | 2025-10-01 | yes
        c5 | l5 | 2025-10-01 | yes
        """,
        as_at="2026-03-31",
        expect=(2, 4),
    ),
    Example(
        "matches told by decisions alone are counted too",
        LONG_TERM_FOSTERING_MATCHED,
        f"""{DECISIONS_ALONE}
        matching_decisions
        child_id | placement_id | happened_on | long_term
        c1 | l1 | 2025-10-01 | yes
        c2 | l2 | 2025-10-01 | no
        """,
        as_at="2026-03-31",
        expect=(1, 2),
    ),
    Example(
        "where nobody's match is told, nothing is said of any",
        LONG_TERM_FOSTERING_MATCHED,
        DECISIONS_ALONE,
        as_at="2026-03-31",
        expect=(0, 0),
    ),
    Example(
        "long-term by its code or meant to last to 18; a decision that it is not the long-term match is none",
        LONG_TERM_MATCH_ON_FILE,
        """
        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2025-01-01
        c4 | 2025-01-01
        c5 | 2025-01-01

        placements
        placement_id | child_id | placement_kind | started_on
        l1 | c1 | U4 | 2025-02-01
        l2 | c2 | U1 | 2025-02-01
        l3 | c3 | U6 | 2025-02-01
        l4 | c4 | U6 | 2025-02-01
        l5 | c5 | U4 | 2025-02-01

        placement_conditions
        child_id | placement_id | condition | started_on | ended_on
        c3 | l3 | intended_to_18 | 2025-03-01 |
        c4 | l4 | intended_to_18 | 2025-03-01 | 2026-03-31

        steps_taken
        child_id | step | happened_on
        c3 | long_term_match_agreed | 2025-03-01

        matching_decisions
        child_id | placement_id | happened_on | long_term
        c1 | l1 | 2025-01-20 | yes
        c4 | l4 | 2025-01-20 | yes
        c5 | l5 | 2025-01-20 | no
        """,
        as_at="2026-03-31",
        expect=(2, 4),
    ),
    Example(
        "every need told is met, or a reason and a plan are on record; the latest decision by the day stands",
        CULTURALLY_MATCHED,
        IDENTITY,
        as_at="2026-03-31",
        expect=(3, 5),
    ),
    Example(
        "needs of identity are recorded of children in families, not in a home",
        IDENTITY_NEEDS_RECORDED,
        IDENTITY,
        as_at="2026-03-31",
        expect=(5, 8),
    ),
    Example(
        "together in a household, a home or at an address; an agency's number says nothing of the home",
        SIBLINGS_TOGETHER,
        """
        periods_of_care
        child_id | started_on | ended_on
        c1 | 2025-01-01 |
        c2 | 2025-01-01 |
        c3 | 2025-01-01 |
        c4 | 2025-01-01 |
        c5 | 2025-01-01 |
        c6 | 2025-01-01 |
        c7 | 2025-01-01 |
        c8 | 2025-01-01 |
        c9 | 2025-01-01 |
        d1 | 2025-01-01 |
        d2 | 2025-01-01 | 2026-03-31

        placements
        placement_id | child_id | placement_kind | household_id | urn | started_on
        l1 | c1 | U6 | h1 | 900100 | 2025-01-01
        l2 | c2 | U6 | h1 | 900100 | 2025-01-01
        l3 | c3 | U6 | h2 | 900100 | 2025-01-01
        l4 | c4 | U6 | | 900200 | 2025-01-01
        l5 | c5 | U4 | | 900200 | 2025-01-01
        l6 | c6 | U6 | | 900300 | 2025-01-01
        l7 | c7 | U6 | | 900300 | 2025-01-01
        l8 | c8 | K2 | | 900400 | 2025-01-01
        l9 | c9 | K2 | | 900400 | 2025-01-01
        m1 | d1 | U6 | h3 | | 2025-01-01
        m2 | d2 | U6 | h3 | | 2025-01-01

        addresses
        child_id | placement_id | lines | postcode
        c4 | l4 | 1 Mill Lane | ZZ1 1ZZ
        c5 | l5 | 1 mill lane | zz1 1zz

        relationships
        child_id | related_child_id | relation
        c1 | c2 | sibling
        c3 | c1 | half_sibling
        c4 | c5 | sibling
        c6 | c7 | sibling
        c8 | c9 | sibling
        c9 | c8 | sibling
        d1 | d2 | sibling
        """,
        as_at="2026-03-31",
        expect=(6, 9),
    ),
    Example(
        "a guardianship code counts in its years, and a child counts by the last time out of care",
        LEFT_BY_SPECIAL_GUARDIANSHIP,
        ENDS,
        over=A_YEAR,
        expect=(1, 6),
    ),
    Example(
        "in 2017 the codes were E43 and E44",
        LEFT_BY_SPECIAL_GUARDIANSHIP,
        """
        periods_of_care
        child_id | started_on | ended_on | end_reason
        c1 | 2016-01-01 | 2017-06-01 | E43
        c2 | 2016-01-01 | 2018-03-31 | E44
        c3 | 2016-01-01 | 2017-06-01 | E45
        """,
        over=("2017-04-01", "2018-03-31"),
        expect=(2, 3),
    ),
    Example("home as planned, and not otherwise", LEFT_FOR_HOME_AS_PLANNED, ENDS, over=A_YEAR, expect=(1, 6)),
    Example(
        "a child adopted after going home and coming back was adopted",
        LEFT_BY_ADOPTION,
        ENDS,
        over=A_YEAR,
        expect=(2, 6),
        by_team={"North": (1, 1), "": (1, 5)},
    ),
    Example(
        "back on the day twelve months later is back; adopted, grown up and died are not expected back",
        BACK_IN_CARE,
        """
        children
        child_id | born_on
        c5 | 2006-05-01

        periods_of_care
        child_id | started_on | ended_on | end_reason
        c1 | 2023-01-01 | 2024-04-01 | E4A
        c1 | 2025-04-01 | |
        c2 | 2023-01-01 | 2024-06-01 | E4A
        c2 | 2025-06-02 | |
        c3 | 2023-01-01 | 2024-06-01 | E11
        c4 | 2023-01-01 | 2024-06-01 | E17
        c5 | 2023-01-01 | 2024-05-01 | E8
        c6 | 2023-01-01 | 2024-06-01 | E2
        c7 | 2023-01-01 | 2024-03-31 | E4A
        c8 | 2023-01-01 | 2025-03-31 | E4A
        c9 | 2023-01-01 | 2025-04-01 | E4A
        """,
        over=A_YEAR,
        expect=(1, 3),
    ),
)
