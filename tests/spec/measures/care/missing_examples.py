"""Examples of children who were missing, and of the interviews of those who came back."""

from __future__ import annotations

from onechild.knowledge.measures.topics.care.missing import AWAY, HELD_IN_TIME, MISSING, OFFERED_IN_TIME, TAKEN_UP
from tests.spec.measures.examples import Example

GONE = """
periods_of_care
child_id | started_on | ended_on
c1 | 2024-01-01 |
c2 | 2024-01-01 |
c3 | 2024-01-01 |
c4 | 2024-01-01 | 2025-04-02
c5 | 2025-09-01 |
c6 | 2024-01-01 | 2025-04-01
c7 | 2024-01-01 |
c8 | 2024-01-01 |

legal_statuses
child_id | status | started_on
c8 | V4 | 2024-01-01

missing_episodes
child_id | missing_kind | started_on | ended_on
c1 | M | 2025-03-30 | 2025-04-01
c2 | A | 2026-03-31 |
c3 | M | 2025-03-29 | 2025-03-31
c5 | M | 2025-08-01 | 2025-08-02
c6 | M | 2025-03-01 | 2025-03-02
c7 | | 2025-12-01 | 2025-12-02
c7 | M | 2026-01-01 | 2026-01-02
c8 | M | 2025-12-01 | 2025-12-02

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2024-01-01
"""

# 72 hours from ten in the morning of Monday 5 January end at ten on Thursday 8 January.
RETURNS = """
periods_of_care
child_id | started_on
c1 | 2025-01-01
c4 | 2026-01-05

missing_episodes
missing_id | child_id | missing_kind | started_on | ended_on | returned_at
m1 | c1 | M | 2026-01-04 | 2026-01-05 | 2026-01-05T10:00
m2 | c2 | M | 2026-01-04 | 2026-01-05 | 2026-01-05T10:00
m3 | c3 | M | 2026-01-04 | 2026-01-05 | 2026-01-05T10:00
m4 | c4 | M | 2026-01-04 | 2026-01-05 | 2026-01-05T10:00
m5 | c5 | M | 2026-01-04 | 2026-01-05 | 2026-01-05T10:00
m6 | c6 | M | 2026-01-04 | 2026-01-05 |
m7 | c7 | A | 2026-01-04 | 2026-01-05 | 2026-01-05T10:00

return_interviews
child_id | missing_id | offered_on | accepted | happened_on | held_at
c1 | m1 | 2026-01-08 | yes | 2026-01-08 | 2026-01-08T09:00
c2 | m2 | 2026-01-09 | yes | 2026-01-09 | 2026-01-09T09:00
c4 | m4 | 2026-01-06 | no | |
c5 | m5 | 2026-01-06 | yes | 2026-01-08 | 2026-01-08T11:00
c7 | m7 | 2026-01-05 | yes | 2026-01-05 | 2026-01-05T12:00

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
"""

JANUARY = ("2026-01-01", "2026-01-31")

EXAMPLES = (
    Example(
        "an episode open as the year began counts, one before care and one told as away do not; each child once",
        MISSING,
        GONE,
        over=("2025-04-01", "2026-03-31"),
        expect=(2, 6),
        by_team={"North": (1, 1), "": (1, 5)},
    ),
    Example(
        "away without authorisation is counted apart, on the last day too",
        AWAY,
        GONE,
        over=("2025-04-01", "2026-03-31"),
        expect=(1, 6),
    ),
    Example(
        "an offer on the day the 72 hours end is in time; where only the day of return is told nothing is counted",
        OFFERED_IN_TIME,
        RETURNS,
        over=JANUARY,
        expect=(3, 5),
        by_team={"North": (1, 1), "": (2, 4)},
        by_cut={"home_or_care": {"From care": (1, 1), "From home": (2, 4)}},
    ),
    Example(
        "an interview an hour after the 72 is late, and one refused was not held",
        HELD_IN_TIME,
        RETURNS,
        over=JANUARY,
        expect=(1, 5),
        by_cut={"home_or_care": {"From care": (1, 1), "From home": (0, 4)}},
    ),
    Example("of interviews offered, those held, however late", TAKEN_UP, RETURNS, over=JANUARY, expect=(3, 4)),
)
