"""Examples of the measures of assessment."""

from __future__ import annotations

from onechild.knowledge.measures.topics.help import assessment
from tests.spec.measures.duty_examples import ASSESSMENTS as OF_REFERRALS
from tests.spec.measures.examples import Example
from tests.spec.measures.help.front_door_examples import POPULATION

QUARTER = ("2026-01-01", "2026-03-31")

# From Monday 5 January 2026: 5, 15, 25 and 45 working days. The fifth is open, the sixth finished later.
ASSESSMENTS = """
assessments
assessment_id | child_id | started_on | ended_on | child_seen | needs_support
a1 | c1 | 2026-01-05 | 2026-01-12 | yes | yes
a2 | c2 | 2026-01-05 | 2026-01-26 | yes |
a3 | c3 | 2026-01-05 | 2026-02-09 | no |
a4 | c4 | 2026-01-05 | 2026-03-09 | | no
a5 | c5 | 2026-01-05 | | |
a6 | c6 | 2026-03-02 | 2026-04-01 | yes |

outcomes
child_id | outcome_of | outcome_of_id | outcome
c1 | assessment | a1 | no_further_action
c2 | assessment | a2 | no_further_action
c2 | assessment | a2 | child_in_need_plan
c3 | assessment | a3 | early_help

assessment_factors
child_id | assessment_id | factor
c1 | a1 | 16A
c1 | a1 | 4B
c2 | a2 | 4B
c2 | a2 | 4B
c3 | a3 | 21
c5 | a5 | 16A

visits
child_id | happened_on | purpose | seen_alone | method
c1 | 2026-01-06 | assessment | yes |
c2 | 2026-01-10 | assessment | no |
c3 | 2026-02-10 | assessment | yes |
c4 | 2026-03-09 | assessment | yes | video

allocations
child_id | worker_id | team_id | started_on | ended_on
c1 | ana | North | 2026-01-05 | 2026-01-08
c1 | ben | North | 2026-01-08 |
c2 | ana | North | 2025-12-01 | 2026-01-05
c2 | ben | North | 2026-01-05 |
c3 | ana | North | 2026-01-05 | 2026-02-09
c3 | cho | South | 2026-02-09 |
c4 | dee | East | 2026-01-05 |

team_memberships
worker_id | team_id | role | started_on
eva | North | team_manager | 2025-01-01
fay | East | team_manager | 2026-02-01
"""

OUTCOMES = {
    "Child in need plan or services under section 17": (1, 1),
    "Early help or step down to it": (1, 1),
    "No further action": (1, 1),
    "Not recorded": (1, 1),
}

EXAMPLES = (
    Example(
        "of several outcomes the one that goes furthest stands",
        assessment.ASSESSMENTS_COMPLETED,
        ASSESSMENTS,
        over=QUARTER,
        expect=(4, 4),
        by_cut={"outcome": OUTCOMES},
    ),
    Example(
        "of first assessments finished, the last day in time and the first day late",
        assessment.ASSESSMENTS_CONCLUDED,
        OF_REFERRALS,
        over=QUARTER,
        expect=(1, 2),
    ),
    Example(
        "on the day it is due an open assessment is not late",
        assessment.ASSESSMENTS_UNDER_WAY_LATE,
        ASSESSMENTS,
        as_at="2026-03-09",
        expect=(0, 2),
    ),
    Example(
        "on the day after it is, and a finished one is not open",
        assessment.ASSESSMENTS_UNDER_WAY_LATE,
        ASSESSMENTS,
        as_at="2026-03-10",
        expect=(1, 2),
    ),
    Example(
        "the middle of four lies between the two in the middle",
        assessment.DAYS_TO_ASSESS,
        ASSESSMENTS,
        over=QUARTER,
        expect=(4, 4),
        value=20,
    ),
    Example(
        "an outcome beside it is not no further action; where none is recorded, no need of support is",
        assessment.NO_FURTHER_ACTION,
        ASSESSMENTS,
        over=QUARTER,
        expect=(2, 4),
    ),
    Example(
        "where nothing is said the child was not seen", assessment.CHILD_SEEN, ASSESSMENTS, over=QUARTER, expect=(2, 4)
    ),
    Example(
        "a visit after it was authorised does not count, nor one by video",
        assessment.CHILD_SEEN_ALONE,
        ASSESSMENTS,
        over=QUARTER,
        expect=(1, 4),
    ),
    Example(
        "a hand-over on the first day or the last is no change, a new manager of the team is",
        assessment.CHANGED_HANDS,
        ASSESSMENTS,
        over=QUARTER,
        expect=(2, 4),
        by_team={"North": (1, 2), "South": (0, 1), "East": (1, 1)},
    ),
    Example(
        "of 5 and 45 days the middle is 25",
        assessment.DAYS_WITH_A_CHANGE,
        ASSESSMENTS,
        over=QUARTER,
        expect=(2, 2),
        value=25,
    ),
    Example(
        "of 15 and 25 days the middle is 20",
        assessment.DAYS_WITHOUT_A_CHANGE,
        ASSESSMENTS,
        over=QUARTER,
        expect=(2, 2),
        value=20,
    ),
    Example(
        "assessments finished, out of the population",
        assessment.ASSESSMENTS_RATE,
        ASSESSMENTS + POPULATION,
        over=QUARTER,
        expect=(4, 20000),
        value=2,
    ),
    Example(
        "an assessment that found two counts once, and one that found none is not counted",
        assessment.WITH_FACTORS,
        ASSESSMENTS,
        over=QUARTER,
        expect=(2, None),
    ),
    Example(
        "each factor counts once for an assessment; none found is no factor",
        assessment.FACTORS,
        ASSESSMENTS,
        over=QUARTER,
        expect=(3, None),
        by_cut={"factor": {"Mental health: parent or carer": (2, None), "Neglect": (1, None)}},
    ),
)
