"""Examples of the measures of leaving care."""

from __future__ import annotations

from onechild.knowledge.measures.topics.leaving_care import (
    IN_UNIVERSITY,
    IN_WORK_OR_STUDY,
    NEEDS_ASSESSED,
    NOT_IN_TOUCH,
    NOT_IN_WORK_OR_STUDY,
    PATHWAY_PLANS_IN_DATE,
    PERSONAL_ADVISER_BY_15,
    PERSONAL_ADVISER_BY_16,
    SEEN_IN_TIME,
    STAYING_PUT,
    STAYING_PUT_AT_18,
    SUITABLE_ACCOMMODATION,
)
from tests.spec.measures.examples import Example

# Thirteen weeks from 1 January 2026 are up on 2 April.
ADVISERS = """
children
child_id | born_on
c1 | 2010-02-10
c2 | 2010-02-10
c3 | 2009-06-01
c4 | 2009-06-01
c5 | 2010-02-10

periods_of_care
child_id | started_on | ended_on
c1 | 2025-01-01 |
c2 | 2025-01-01 |
c3 | 2026-01-01 |
c4 | 2026-01-01 | 2026-04-01
c5 | 2025-01-01 | 2026-02-09

allocations
child_id | worker_id | role | team_id | started_on
c1 | ana | personal_adviser | Leaving Care | 2026-02-10
c2 | ana | personal_adviser | Leaving Care | 2026-02-11
c3 | ana | personal_adviser | Leaving Care | 2026-04-02
"""

# The 15th birthday of c1, c2, c5 lies in 2025; c3 reaches 13 weeks on 2 April 2026, at 16.
BY_15 = """
children
child_id | born_on
c1 | 2010-06-10
c2 | 2010-06-10
c3 | 2010-01-01
c4 | 2010-06-10

periods_of_care
child_id | started_on
c1 | 2025-01-01
c2 | 2025-01-01
c3 | 2025-05-01
c4 | 2026-01-01

allocations
child_id | worker_id | role | started_on
c1 | ana | personal_adviser | 2025-06-10
c2 | ana | personal_adviser | 2025-06-11
c3 | ana | personal_adviser | 2025-03-01
"""

PLANS = """
children
child_id | born_on
c1 | 2009-01-01
c2 | 2009-01-01
c3 | 2009-01-01
c4 | 2010-01-10
c5 | 2006-01-01

periods_of_care
child_id | started_on | ended_on
c1 | 2023-02-01 |
c2 | 2023-02-01 |
c3 | 2023-02-01 |
c4 | 2025-01-01 |
c5 | 2020-02-01 | 2024-01-01

pathway_steps
child_id | step | happened_on
c1 | plan | 2025-03-01
c1 | review | 2025-09-30
c2 | plan | 2025-03-01
c2 | review | 2025-09-29
c5 | needs_assessment | 2022-01-20

leaving_care_contacts
child_id | happened_on | method
c5 | 2026-03-01 | face_to_face

allocations
child_id | worker_id | team_id | started_on
c1 | ana | North | 2023-02-01
c5 | cho | Leaving Care | 2024-01-01
"""

# 19th, 20th and 21st birthdays from 1 April 2025 to 31 March 2026: all but c6, c7 and c8; c5 is 20 on the last day.
LEAVERS = """
children
child_id | born_on | died_on
c1 | 2006-06-01 |
c2 | 2005-06-01 |
c3 | 2004-06-01 |
c4 | 2006-04-01 |
c5 | 2006-03-31 |
c6 | 2006-06-01 |
c7 | 2006-06-01 | 2025-02-01
c8 | 2006-06-01 |
c9 | 2004-06-01 |

leaving_care_eligibility
child_id | eligibility | started_on | ended_on
c1 | Former Relevant | 2024-06-01 |
c2 | Former Relevant | 2023-06-01 |
c3 | Former Relevant | 2022-06-01 | 2025-06-01
c4 | Former Relevant | 2024-04-01 |
c5 | Former Relevant | 2024-03-31 |
c6 | Qualifying | 2024-06-01 |
c7 | Former Relevant | 2024-06-01 |
c8 | Former Relevant | 2024-06-01 |
c9 | Former Relevant | 2022-06-01 |

leaving_care_circumstances
child_id | happened_on | in_touch | activity | accommodation | suitable
c1 | 2025-02-28 | YES | G5 | S | 2
c1 | 2025-06-10 | YES | F1 | U | 1
c1 | 2025-07-02 | YES | G5 | S | 2
c2 | 2025-05-30 | NO | 0 | R |
c3 | 2025-06-01 | YES | P5 | G |
c4 | 2025-03-01 | YES | G6 | U | 1
c5 | 2025-03-31 | YES | F1 | U | 1
c6 | 2025-06-01 | YES | F1 | U | 1
c7 | 2025-01-31 | DIED | | |
c8 | 2025-06-01 | RHOM | F2 | B | 1

allocations
child_id | worker_id | team_id | started_on
c1 | ana | Leaving Care | 2024-06-01
c2 | ana | Leaving Care | 2023-06-01
"""
IN_THE_YEAR = ("2025-04-01", "2026-03-31")

# c3 left care a day before 18 and c4 left a children's home; c5 and c6 are 18 and three months on 1 June 2025, and 19
# on 1 March 2026, of which nothing is written.
FOSTERED = """
children
child_id | born_on
c1 | 2006-06-01
c2 | 2006-06-01
c3 | 2006-06-01
c4 | 2006-06-01
c5 | 2007-03-01
c6 | 2007-03-01
c7 | 2004-06-01

periods_of_care
child_id | started_on | ended_on
c1 | 2020-01-01 | 2024-06-01
c2 | 2020-01-01 | 2024-06-01
c3 | 2020-01-01 | 2024-05-31
c4 | 2020-01-01 | 2024-06-01
c5 | 2020-01-01 | 2025-03-01
c6 | 2020-01-01 | 2025-03-01
c7 | 2019-01-01 | 2022-06-01

placements
child_id | placement_kind | started_on | ended_on
c1 | U4 | 2020-01-01 | 2024-06-01
c2 | U6 | 2020-01-01 | 2024-06-01
c3 | U4 | 2020-01-01 | 2024-05-31
c4 | U4 | 2020-01-01 | 2023-01-01
c4 | K2 | 2023-01-01 | 2024-06-01
c5 | U1 | 2020-01-01 | 2025-03-01
c6 | U4 | 2020-01-01 | 2025-03-01
c7 | U4 | 2019-01-01 | 2022-06-01

leaving_care_eligibility
child_id | eligibility | started_on | ended_on
c1 | Former Relevant | 2024-06-01 |
c2 | Former Relevant | 2024-06-01 |
c3 | Former Relevant | 2024-06-01 |
c4 | Former Relevant | 2024-06-01 |
c5 | Former Relevant | 2025-03-01 |
c6 | Former Relevant | 2025-03-01 |
c7 | Former Relevant | 2022-06-01 |

leaving_care_circumstances
child_id | happened_on | in_touch | activity | accommodation | suitable
c1 | 2025-06-01 | YES | F2 | Z | 1
c2 | 2025-06-01 | YES | F2 | U | 1
c3 | 2025-06-01 | YES | F2 | Z | 1
c4 | 2025-06-01 | YES | F2 | Z | 1
c5 | 2025-03-01 | YES | F2 | U | 1
c5 | 2025-06-15 | YES | F2 | Z | 1
c6 | 2025-07-02 | YES | F2 | Z | 1
c7 | 2025-06-01 | YES | F2 | Z | 1
"""

EXAMPLES = (
    Example(
        "counted is who became entitled in the period, at 16 or by thirteen weeks in care later, and not birthdays",
        PERSONAL_ADVISER_BY_16,
        ADVISERS,
        over=("2026-01-01", "2026-04-30"),
        expect=(2, 3),
    ),
    Example(
        "by the council's own standard the 15th birthday counts, or the later day of thirteen weeks in care since 14",
        PERSONAL_ADVISER_BY_15,
        BY_15,
        over=("2025-04-01", "2026-03-31"),
        expect=(2, 3),
    ),
    Example(
        "a plan or review is in date for six months, and without any a young person is not in date once it is late",
        PATHWAY_PLANS_IN_DATE,
        PLANS,
        as_at="2026-03-30",
        expect=(1, 4),
        by_team={"North": (1, 1), "Leaving Care": (0, 1), "": (0, 2)},
    ),
    Example(
        "a plan that is not due yet is left out, and counts against its time the day after",
        PATHWAY_PLANS_IN_DATE,
        PLANS,
        as_at="2026-04-11",
        expect=(0, 5),
    ),
    Example(
        "needs assessed three months after 16 are in time and a day later are not; one never assessed is late",
        NEEDS_ASSESSED,
        """
        children
        child_id | born_on
        c1 | 2010-01-10
        c2 | 2010-01-10
        c3 | 2010-01-10
        c4 | 2010-01-10

        periods_of_care
        child_id | started_on | ended_on
        c1 | 2025-01-01 |
        c2 | 2025-01-01 |
        c3 | 2025-01-01 |
        c4 | 2025-01-01 | 2026-01-09

        pathway_steps
        child_id | step | happened_on
        c1 | needs_assessment | 2026-04-10
        c2 | needs_assessment | 2026-04-11
        """,
        over=("2026-04-01", "2026-04-30"),
        expect=(1, 3),
    ),
    Example(
        "the answer nearest to the birthday counts; abroad, dead and home are left out, and no answer is not suitable",
        SUITABLE_ACCOMMODATION,
        LEAVERS,
        over=IN_THE_YEAR,
        expect=(2, 5),
        by_team={"Leaving Care": (1, 2), "": (1, 3)},
    ),
    Example(
        "abroad counts for work and study, and so does a young person not in touch",
        IN_WORK_OR_STUDY,
        LEAVERS,
        over=IN_THE_YEAR,
        expect=(2, 6),
    ),
    Example(
        "without work or study is a recorded answer: one of whom nothing is known is neither",
        NOT_IN_WORK_OR_STUDY,
        LEAVERS,
        over=IN_THE_YEAR,
        expect=(1, 6),
    ),
    Example(
        "not in touch is whom nobody reached, and whom nobody wrote anything of",
        NOT_IN_TOUCH,
        LEAVERS,
        over=IN_THE_YEAR,
        expect=(3, 6),
    ),
    Example(
        "a third party's word of what a young person does means that it is known",
        NOT_IN_TOUCH,
        """
        children
        child_id | born_on
        c1 | 2006-06-01
        c2 | 2006-06-01

        leaving_care_circumstances
        child_id | happened_on | in_touch | activity
        c1 | 2025-06-01 | NO | F5
        c2 | 2025-06-01 | REFU | 0
        """,
        over=IN_THE_YEAR,
        expect=(0, 2),
    ),
    Example(
        "higher education is full or part time, and training is none",
        IN_UNIVERSITY,
        LEAVERS,
        over=IN_THE_YEAR,
        expect=(1, 6),
    ),
    Example(
        "eight weeks to the day are in time, and a young person who refuses contact is owed none",
        SEEN_IN_TIME,
        """
        children
        child_id | born_on
        c1 | 2007-01-01
        c2 | 2007-01-01
        c3 | 2007-01-01
        c4 | 2008-02-20
        c5 | 2004-01-01

        leaving_care_eligibility
        child_id | eligibility | started_on
        c1 | Former Relevant | 2025-01-01
        c2 | Former Relevant | 2025-01-01
        c3 | Former Relevant | 2025-01-01
        c4 | Former Relevant | 2026-02-20
        c5 | Former Relevant | 2022-01-01

        leaving_care_contacts
        child_id | happened_on | method
        c1 | 2026-02-03 | face_to_face
        c2 | 2026-02-02 | face_to_face
        c2 | 2026-03-01 | telephone
        c3 | 2025-02-02 | face_to_face

        leaving_care_circumstances
        child_id | happened_on | in_touch
        c3 | 2025-03-01 | REFU

        allocations
        child_id | worker_id | team_id | started_on
        c1 | ana | Leaving Care | 2025-01-01
        c2 | ana | Leaving Care | 2025-01-01
        """,
        as_at="2026-03-31",
        expect=(1, 2),
        by_team={"Leaving Care": (1, 2)},
    ),
    Example(
        "staying put is asked of those whose care ended in a foster home on their 18th birthday, at 19 and at 20",
        STAYING_PUT,
        FOSTERED,
        over=IN_THE_YEAR,
        expect=(1, 4),
    ),
    Example(
        "three months after the 18th birthday the nearest answer counts, and one after four months does not",
        STAYING_PUT_AT_18,
        FOSTERED,
        over=IN_THE_YEAR,
        expect=(1, 2),
    ),
)
