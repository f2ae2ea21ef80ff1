"""Examples of the measures of quality, and of homeless young people."""

from __future__ import annotations

from onechild.knowledge.measures.topics.help import quality
from tests.spec.measures.examples import Example
from tests.spec.measures.help.front_door_examples import JANUARY

FEBRUARY = ("2026-02-01", "2026-02-28")

ALLEGATIONS = """
allegations
allegation_id | happened_on | reported_on | resolved_on
a1 | 2026-01-02 | 2026-01-05 | 2026-02-05
a2 | 2026-01-02 | 2026-01-05 | 2026-02-06
a3 | 2025-10-31 | 2025-11-01 | 2026-02-10
a4 | 2026-01-09 | 2026-01-10 |
"""

EXAMPLES = (
    Example(
        "the grade after moderation stands, the auditor's own where there was none; with no grade it is no audit yet",
        quality.AUDITS_GOOD,
        """
        audits
        child_id | happened_on | grade | moderated_grade | team_id
        c1 | 2026-01-10 | good | requires_improvement | North
        c2 | 2026-01-10 | requires_improvement | outstanding | North
        c3 | 2026-01-10 | good | | South
        c4 | 2026-01-10 | | | South
        c5 | 2026-02-10 | good | good | South
        """,
        over=JANUARY,
        expect=(2, 3),
        by_team={"North": (1, 2), "South": (1, 1)},
    ),
    Example(
        "one withdrawn before its day is left out, one withdrawn after it is late",
        quality.AUDIT_ACTIONS,
        """
        directions
        child_id | happened_on | given_in | due_on | done_on | withdrawn_on
        c1 | 2026-01-05 | audit | 2026-01-20 | 2026-01-20 |
        c2 | 2026-01-05 | audit | 2026-01-20 | 2026-01-21 |
        c3 | 2026-01-05 | audit | 2026-01-20 | |
        c4 | 2026-01-05 | audit | 2026-01-20 | | 2026-01-10
        c5 | 2026-01-05 | audit | 2026-01-20 | | 2026-01-25
        c6 | 2026-01-05 | supervision | 2026-01-20 | 2026-01-20 |
        """,
        over=JANUARY,
        expect=(1, 4),
    ),
    Example(
        "the tenth working day is in time, or the twentieth where it was extended; a closed one owed none",
        quality.COMPLAINTS_ANSWERED,
        """
        complaints
        complaint_id | happened_on | stage_1_extended_on | stage_1_answered_on | closed_on
        k1 | 2026-01-05 | | 2026-01-19 |
        k2 | 2026-01-05 | | 2026-01-20 |
        k3 | 2026-01-05 | 2026-01-12 | 2026-02-02 |
        k4 | 2026-01-05 | | |
        k5 | 2026-01-05 | | | 2026-01-10
        """,
        over=("2026-01-01", "2026-02-28"),
        expect=(2, 4),
    ),
    Example(
        "of those resolved, the last day of the month in time and the day after not",
        quality.ALLEGATIONS_1,
        ALLEGATIONS,
        over=FEBRUARY,
        expect=(1, 3),
    ),
    Example("of those resolved, within three months", quality.ALLEGATIONS_3, ALLEGATIONS, over=FEBRUARY, expect=(2, 3)),
    Example(
        "of those whose month was up, an open one is late",
        quality.ALLEGATIONS_DUE,
        ALLEGATIONS,
        over=FEBRUARY,
        expect=(1, 3),
    ),
    Example(
        "Monday is in time for Friday, and Tuesday is late; those under 16, of 18 or in care already are left out",
        quality.HOMELESS_ASSESSED,
        """
        children
        child_id | born_on
        c1 | 2010-01-09
        c2 | 2008-01-10
        c4 | 2010-01-10
        c5 | 2008-01-09
        c6 | 2009-06-01

        periods_of_care
        child_id | started_on
        c1 | 2026-01-09
        c6 | 2026-01-08

        steps_taken
        child_id | step | happened_on
        c1 | presented_homeless | 2026-01-09
        c1 | homeless_need_assessed | 2026-01-12
        c2 | presented_homeless | 2026-01-09
        c2 | homeless_need_assessed | 2026-01-13
        c3 | presented_homeless | 2026-01-30
        c4 | presented_homeless | 2026-01-09
        c5 | presented_homeless | 2026-01-09
        c6 | presented_homeless | 2026-01-09
        """,
        over=JANUARY,
        expect=(1, 2),
    ),
)
