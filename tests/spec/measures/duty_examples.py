"""Examples of the measures of duties: assessments, initial conferences, personal advisers."""

from __future__ import annotations

from onechild.knowledge.measures.topics.help.assessment import ASSESSMENTS_COMPLETED, ASSESSMENTS_DUE
from onechild.knowledge.measures.topics.leaving_care import PERSONAL_ADVISER_BY_16
from onechild.knowledge.measures.topics.protection import CONFERENCES_DUE, CONFERENCES_HELD
from tests.spec.measures.examples import Example

# 45 working days from Monday 5 January 2026 end on Monday 9 March.
ASSESSMENTS = """
referrals
referral_id | child_id | started_on | ended_on | no_further_action
r1 | c1 | 2026-01-05 | |
r2 | c2 | 2026-01-05 | |
r3 | c3 | 2026-01-05 | |
r4 | c4 | 2026-01-05 | 2026-01-06 | yes
r5 | c5 | 2026-01-05 | 2026-02-01 |
r6 | c6 | 2026-02-16 | |

assessments
child_id | referral_id | started_on | ended_on
c1 | r1 | 2026-01-05 | 2026-03-09
c2 | r2 | 2026-01-05 | 2026-03-10
c3 | r3 | 2026-01-05 |
c6 | r6 | 2026-02-16 | 2026-04-01

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2026-01-05
c2 | cho | South | 2026-01-05
c3 | cho | South | 2026-01-05
"""

# 15 working days from Monday 5 January 2026 end on Monday 26 January.
ENQUIRIES = """
section_47_enquiries
enquiry_id | child_id | started_on | conference_not_required | conference_decided_on
e1 | c1 | 2026-01-05 | |
e2 | c2 | 2026-01-05 | |
e3 | c3 | 2026-01-05 | |
e4 | c4 | 2026-01-05 | yes | 2026-01-20

conferences
child_id | enquiry_id | happened_on
c1 | e1 | 2026-01-26
c2 | e2 | 2026-01-27
"""

EXAMPLES = (
    Example(
        "the DfE's count takes finished assessments, the last day in time and the first day late",
        ASSESSMENTS_COMPLETED,
        ASSESSMENTS,
        over=("2026-01-01", "2026-03-31"),
        expect=(1, 2),
        by_team={"North": (1, 1), "South": (0, 1)},
    ),
    Example(
        "of assessments due the one still open is late, and a referral closed before it was due is left out",
        ASSESSMENTS_DUE,
        ASSESSMENTS,
        over=("2026-01-01", "2026-03-31"),
        expect=(1, 3),
        by_team={"North": (1, 1), "South": (0, 2)},
    ),
    Example(
        "of conferences due the one never held is late, and one found not to be needed is left out",
        CONFERENCES_DUE,
        ENQUIRIES,
        over=("2026-01-01", "2026-01-31"),
        expect=(1, 3),
    ),
    Example(
        "of conferences held one never held is not counted",
        CONFERENCES_HELD,
        ENQUIRIES,
        over=("2026-01-01", "2026-01-31"),
        expect=(1, 2),
    ),
    Example(
        "an adviser by the birthday is in time; a child not yet thirteen weeks in care is owed none",
        PERSONAL_ADVISER_BY_16,
        """
        children
        child_id | born_on
        c1 | 2010-02-10
        c2 | 2010-02-10
        c3 | 2009-06-01

        periods_of_care
        child_id | started_on
        c1 | 2025-01-01
        c2 | 2025-01-01
        c3 | 2026-01-20

        allocations
        child_id | worker_id | role | team_id | started_on
        c1 | ana | personal_adviser | Leaving Care | 2026-02-01
        c2 | ana | personal_adviser | Leaving Care | 2026-02-11
        """,
        over=("2026-01-01", "2026-03-31"),
        expect=(1, 2),
    ),
)
