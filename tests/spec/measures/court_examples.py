"""Examples of the measures of pre-proceedings, care proceedings and the edge of care."""

from __future__ import annotations

from onechild.knowledge.measures.topics.court import (
    CARE_APPLICATIONS,
    DIVERTED,
    ENTRY_PREVENTED,
    FAMILIES_IN_PRE_PROCEEDINGS,
    IN_PRE_PROCEEDINGS,
    NOT_ENTERED_IN_SIX_MONTHS,
    NOT_ENTERED_IN_TWELVE_MONTHS,
    PRE_PROCEEDINGS_OVER_TIME,
    PRE_PROCEEDINGS_WEEKS,
    PROCEEDINGS_CONCLUDED_IN_TIME,
    PROCEEDINGS_DUE_IN_TIME,
    STEPPED_DOWN,
)
from tests.spec.measures.examples import Example

# 16 weeks from 9 December 2025 end on 31 March 2026.
OPEN = """
pre_proceedings
child_id | family_id | started_on | ended_on | decided_on | application_on | outcome
c1 | f1 | 2025-12-09 | | | |
c2 | f1 | 2025-12-09 | | | |
c3 | | 2025-12-08 | | | |
c4 | | 2025-12-08 | | 2026-03-31 | | Decision to step down
c5 | | 2025-12-08 | | | 2026-03-30 |
c6 | | 2026-03-31 | | | |
c7 | | 2026-03-31 | | | |
c8 | | 2026-04-01 | | | |

family_members
child_id | family_id | started_on
c6 | f2 | 2020-01-01
c7 | f2 | 2020-01-01

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
c3 | cho | South | 2025-01-01
"""

# 10, 12, 20 and 30 weeks.
ENDED = """
pre_proceedings
pre_proceedings_id | child_id | started_on | ended_on | decided_on | application_on | outcome
p1 | c1 | 2024-11-01 | 2025-01-10 | 2025-01-10 | | Decision to step down
p2 | c2 | 2024-11-01 | | 2025-01-24 | | Decision to step down
p3 | c3 | 2024-11-01 | | 2025-03-21 | | Decision to step down
p4 | c4 | 2024-11-01 | | | 2025-05-30 | Decision to Issue Care Proceedings
p5 | c5 | 2026-01-01 | | | |

proceedings
child_id | application | started_on
c1 | care | 2026-01-10
c2 | care | 2026-01-25
c3 | placement | 2025-06-01
c4 | care | 2025-05-30

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2024-01-01
c2 | ana | North | 2024-01-01
"""

# 26 weeks beginning with 1 January 2026 end on 1 July.
PROCEEDINGS = """
proceedings
child_id | application | started_on | ended_on
c1 | care | 2026-01-01 | 2026-07-01
c2 | care | 2026-01-01 | 2026-07-02
c3 | supervision | 2026-01-01 |
c4 | placement | 2026-01-01 | 2026-02-01
c5 | | 2026-01-02 | 2026-03-01
c6 | care | 2025-06-01 | 2026-07-31

steps_taken
child_id | step | happened_on | set_for_on
c2 | proceedings_extended | 2026-06-20 | 2026-08-20

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2025-01-01
c2 | ana | North | 2025-01-01
"""

AT_RISK = """
edge_of_care_episodes
child_id | started_on | ended_on | at_risk_of_care | panel_confirmed_on
c1 | 2025-01-31 | 2025-06-01 | yes | 2026-02-01
c2 | 2025-01-31 | | yes | 2026-02-01
c3 | 2025-01-31 | | yes |
c4 | 2025-01-31 | | no |
c5 | 2025-01-31 | | yes |
c6 | 2025-02-01 | | yes |
c7 | 2025-01-31 | | yes |

periods_of_care
child_id | started_on | ended_on
c2 | 2025-07-31 | 2025-08-02
c3 | 2025-08-01 |
c5 | 2024-01-01 | 2025-03-01
c7 | 2025-03-01 | 2025-04-01

care_episodes
child_id | legal_status | started_on | ended_on
c7 | V4 | 2025-03-01 | 2025-04-01

children
child_id | born_on
c1 | 2010-01-01
c2 | 2007-01-01
"""

EXAMPLES = (
    Example(
        "pre-proceedings end with a decision or an application, and one begun on the day is open",
        IN_PRE_PROCEEDINGS,
        OPEN,
        as_at="2026-03-31",
        expect=(5, None),
        by_team={"North": (1, None), "South": (1, None), "": (3, None)},
    ),
    Example(
        "children of one family group are one family, and a child in none is a family",
        FAMILIES_IN_PRE_PROCEEDINGS,
        OPEN,
        as_at="2026-03-31",
        expect=(3, None),
    ),
    Example(
        "the last day of the limit is not past it, and the day before's is",
        PRE_PROCEEDINGS_OVER_TIME,
        OPEN,
        as_at="2026-03-31",
        expect=(1, 5),
        by_team={"North": (0, 1), "South": (1, 1), "": (0, 3)},
    ),
    Example(
        "the council's own limit is the one that counts",
        PRE_PROCEEDINGS_OVER_TIME,
        "settings\nsetting | value | started_on\npre_proceedings_weeks | 12 | 2025-01-01\n\n" + OPEN.strip(),
        as_at="2026-03-31",
        expect=(3, 5),
    ),
    Example(
        "weeks run from the decision to begin, and the median of two is half way",
        PRE_PROCEEDINGS_WEEKS,
        ENDED,
        over=("2025-01-01", "2025-02-28"),
        expect=(2, 2),
        value=11,
    ),
    Example(
        "the median of four is half way between the two in the middle",
        PRE_PROCEEDINGS_WEEKS,
        ENDED,
        over=("2025-01-01", "2025-12-31"),
        expect=(4, 4),
        value=16,
        by_team={"North": (2, 2), "": (2, 2)},
    ),
    Example(
        "a year after stepping down an application on the last day is no diversion, and a day later it is one",
        DIVERTED,
        ENDED,
        over=("2026-01-01", "2026-05-30"),
        expect=(2, 4),
        by_team={"North": (1, 2), "": (1, 2)},
    ),
    Example(
        "whether court followed is not asked of those that stepped down lately",
        STEPPED_DOWN,
        ENDED,
        over=("2025-01-01", "2025-12-31"),
        expect=(3, 4),
    ),
    Example(
        "the day of issue is day 1, an extension is no excuse, and what is still open is not concluded",
        PROCEEDINGS_CONCLUDED_IN_TIME,
        PROCEEDINGS,
        over=("2026-01-01", "2026-07-31"),
        expect=(2, 4),
        by_team={"North": (1, 2), "": (1, 2)},
    ),
    Example(
        "of those whose limit fell in the period the one still open is late",
        PROCEEDINGS_DUE_IN_TIME,
        PROCEEDINGS,
        over=("2026-07-01", "2026-07-31"),
        expect=(2, 4),
    ),
    Example(
        "applications under section 31 are counted for every ten thousand children, by the day of issue",
        CARE_APPLICATIONS,
        "settings\nsetting | value | started_on\npopulation_0_17 | 20000 | 2025-04-01\n\n" + PROCEEDINGS.strip(),
        over=("2026-01-01", "2026-03-31"),
        expect=(4, 20000),
        value=2,
    ),
    Example(
        "without a population there is no rate",
        CARE_APPLICATIONS,
        PROCEEDINGS,
        over=("2026-01-01", "2026-03-31"),
        expect=(4, None),
    ),
    Example(
        "six months from 31 January are up on 31 July: care on that day is entry, a day later is not, breaks are none",
        NOT_ENTERED_IN_SIX_MONTHS,
        AT_RISK,
        over=("2025-07-01", "2025-07-31"),
        expect=(3, 4),
    ),
    Example(
        "after twelve months the later entry counts too",
        NOT_ENTERED_IN_TWELVE_MONTHS,
        AT_RISK,
        over=("2026-01-01", "2026-01-31"),
        expect=(2, 4),
        by_cut={"age": {"16 and 17": (1, 1), "18 and over": (0, 1), "Not recorded": (1, 2)}},
    ),
    Example(
        "prevented is only what the panel confirmed of one who did not enter",
        ENTRY_PREVENTED,
        AT_RISK,
        over=("2026-01-01", "2026-01-31"),
        expect=(1, 4),
    ),
)
