"""Examples of the measures of the front door."""

from __future__ import annotations

from onechild.knowledge.measures.topics import front_door
from onechild.knowledge.measures.topics.help import contacts
from tests.spec.measures.examples import Example

POPULATION = """

settings
setting | value | started_on
population_0_17 | 20000 | 2025-04-01
"""
JANUARY = ("2026-01-01", "2026-01-31")
YEAR = ("2025-04-01", "2026-03-31")

# One working day after Monday 5 January 2026 is Tuesday the 6th; after Friday the 9th, Monday the 12th.
CONTACTS = """
contacts
contact_id | child_id | happened_on | source_kind | worker_id | already_open
k1 | c1 | 2026-01-05 | 6 | mia | no
k2 | c2 | 2026-01-05 | 2A | mia | no
k3 | c3 | 2026-01-05 | 6 | | no
k4 | c4 | 2026-01-05 | 2A | mia | yes
k5 | c5 | 2026-01-09 | 6 | mia | no
k6 | c6 | 2026-02-02 | 6 | mia | no

front_door_decisions
child_id | contact_id | happened_on | stage | outcome
c1 | k1 | 2026-01-05 | initial | screening
c1 | k1 | 2026-01-06 | final | referral
c2 | k2 | 2026-01-07 | final | advice
c4 | k4 | | final | existing_worker
c5 | k5 | 2026-01-09 | initial | screening
c5 | k5 | 2026-01-09 | final | section_47

team_memberships
worker_id | team_id | started_on
mia | Door | 2025-01-01
"""

# Those of c1 and c6 with no further action; c2 and c3 closed after assessment; nobody decided on that of c3.
REFERRALS = """
referrals
referral_id | child_id | started_on | ended_on | no_further_action | source_kind | end_reason | decided_on
r1 | c1 | 2026-01-05 | 2026-01-06 | yes | 6 | RC8 | 2026-01-06
r2 | c2 | 2026-01-05 | 2026-03-20 | no | 2A | RC8 | 2026-01-07
r3 | c3 | 2026-01-05 | 2026-03-20 | | 3E | RC9 |
r4 | c4 | 2026-01-09 | | | 6 | | 2026-01-12
r5 | c5 | 2026-01-20 | 2026-03-01 | | 2A | RC7 | 2026-01-20
r6 | c6 | 2026-01-02 | 2026-01-02 | yes | 6 | RC8 |
r7 | c6 | 2026-01-30 | | | 6 | | 2026-01-30
r8 | c7 | 2026-02-02 | | | 6 | |
"""

OUTCOMES = {
    "Information and advice": (1, None),
    "To the worker of an open case": (1, None),
    "Referral to children's social care": (1, None),
    "Strategy discussion or section 47 enquiry": (1, None),
    "Not recorded": (1, None),
}
BEFORE = {
    "Services ceased for any other reason, including child no longer in need": (1, 1),
    "Case closed after assessment, no further action": (1, 1),
    "Not recorded": (0, 3),
}

FLOW = """
referrals
child_id | started_on | ended_on | no_further_action
c1 | 2026-01-05 | 2026-01-20 |
c2 | 2025-06-01 | 2026-01-31 |
c3 | 2026-01-10 | |
c4 | 2026-01-10 | 2026-01-11 | yes
c5 | 2026-01-31 | |
c6 | 2025-01-01 | 2026-02-01 |
"""

EXAMPLES = (
    Example(
        "every contact counts, decided or not, and one of an open child too",
        contacts.CONTACTS,
        CONTACTS,
        over=JANUARY,
        expect=(5, None),
        by_team={"Door": (4, None), "": (1, None)},
        by_cut={"outcome": OUTCOMES},
    ),
    Example(
        "a rate is out of the population that is set",
        contacts.CONTACTS_RATE,
        CONTACTS + POPULATION,
        over=JANUARY,
        expect=(5, 20000),
        value=2.5,
    ),
    Example(
        "one undecided is late, one of a child already open is owed no decision, screening is none",
        contacts.CONTACTS_DECIDED,
        CONTACTS,
        over=JANUARY,
        expect=(2, 4),
        by_team={"Door": (2, 3), "": (0, 1)},
        by_cut={"source": {"Schools": (0, 1), "Police": (2, 3)}},
    ),
    Example(
        "an enquiry at once is a referral too, and one undecided is in neither number",
        contacts.CONTACTS_TO_REFERRALS,
        CONTACTS,
        over=JANUARY,
        expect=(2, 4),
    ),
    Example(
        "another contact three months on is in time, the day after and the same day are not",
        contacts.RE_CONTACTS,
        """
        contacts
        contact_id | child_id | happened_on
        k1 | c1 | 2025-11-10
        k2 | c1 | 2026-02-10
        k3 | c2 | 2025-11-10
        k4 | c2 | 2026-02-11
        k5 | c3 | 2025-11-10
        k6 | c3 | 2025-11-10
        k7 | c4 | 2025-11-10
        k8 | c4 | 2025-12-10
        k9 | c5 | 2025-12-01
        k10 | c6 | 2025-11-20

        front_door_decisions
        child_id | contact_id | happened_on | outcome
        c1 | k1 | 2025-11-10 | no_further_action
        c2 | k3 | 2025-11-10 | advice
        c3 | k5 | 2025-11-10 | early_help
        c4 | k7 | 2025-11-10 | referral
        c5 | k9 | 2025-12-01 | no_further_action
        c6 | k10 | 2025-11-20 | other_service
        """,
        over=("2026-02-01", "2026-02-28"),
        expect=(1, 4),
    ),
    Example(
        "each referral counts, two of one child as well",
        front_door.REFERRALS,
        REFERRALS,
        over=JANUARY,
        expect=(7, None),
        by_cut={"source": {"Schools": (2, None), "Health: A&E": (1, None), "Police": (4, None)}},
    ),
    Example(
        "each referral counts towards the rate",
        front_door.REFERRALS_RATE,
        REFERRALS + POPULATION,
        over=JANUARY,
        expect=(7, 20000),
        value=3.5,
    ),
    Example(
        "Friday's referral is due on Monday, and one never decided on is late",
        front_door.REFERRALS_DECIDED,
        REFERRALS,
        over=JANUARY,
        expect=(3, 5),
    ),
    Example(
        "the closure is that of the referral before",
        front_door.RE_REFERRALS_IN_12_MONTHS,
        """
        referrals
        child_id | started_on | ended_on | end_reason
        c1 | 2025-06-01 | 2025-07-01 | RC7
        c1 | 2025-09-01 | |
        c2 | 2025-05-01 | 2025-12-01 | RC8
        c2 | 2026-01-10 | 2026-02-01 | RC9
        c3 | 2025-10-01 | |
        """,
        over=YEAR,
        expect=(2, 5),
        by_cut={"previous_closure": BEFORE},
    ),
    Example(
        "those that say so, of all received",
        front_door.REFERRALS_NO_FURTHER_ACTION,
        REFERRALS,
        over=JANUARY,
        expect=(2, 7),
    ),
    Example(
        "closed after assessment by either reason, but not with no further action at once",
        front_door.REFERRALS_NOT_IN_NEED,
        REFERRALS,
        over=JANUARY,
        expect=(2, 7),
    ),
    Example(
        "a child who had a plan or came into care was in need, whatever the case was closed as; not so another time's",
        front_door.REFERRALS_NOT_IN_NEED,
        REFERRALS
        + """
        child_protection_plans
        child_id | started_on | ended_on
        c2 | 2026-01-20 | 2026-03-20

        child_in_need_plans
        child_id | started_on | ended_on
        c3 | 2025-03-01 | 2025-09-01

        periods_of_care
        child_id | started_on | ended_on
        c3 | 2026-04-01 |
        """,
        over=JANUARY,
        expect=(1, 7),
    ),
    Example("those of the police", front_door.REFERRALS_FROM_POLICE, REFERRALS, over=JANUARY, expect=(4, 7)),
    Example("those of schools", front_door.REFERRALS_FROM_SCHOOLS, REFERRALS, over=JANUARY, expect=(2, 7)),
    Example("a hospital's is one of health", front_door.REFERRALS_FROM_HEALTH, REFERRALS, over=JANUARY, expect=(1, 7)),
    Example(
        "only a referral taken on, received since early help began and still open at its end, is a step up",
        contacts.EARLY_HELP_STEPPED_UP,
        """
        early_help_episodes
        child_id | started_on | ended_on | team_id
        c1 | 2025-10-01 | 2026-01-15 | Families
        c2 | 2025-10-01 | 2026-01-15 | Families
        c3 | 2025-10-01 | 2026-01-15 | Families
        c4 | 2025-10-01 | 2026-01-15 | Families
        c5 | 2025-10-01 | | Families
        c6 | 2025-10-01 | 2026-01-20 |

        referrals
        child_id | started_on | ended_on | no_further_action
        c1 | 2026-01-15 | | no
        c2 | 2026-01-10 | 2026-01-16 | yes
        c3 | 2025-09-01 | |
        c4 | 2025-12-01 | 2026-01-15 |
        c5 | 2025-12-01 | |
        c6 | 2025-11-11 | |
        """,
        over=JANUARY,
        expect=(2, 5),
        by_team={"Families": (1, 4), "": (1, 1)},
    ),
    Example(
        "three opened and two closed, a referral with no further action neither",
        front_door.CASES_OPENED_LESS_CLOSED,
        FLOW,
        over=JANUARY,
        expect=(1, None),
        value=1,
    ),
    Example("two closed for three opened", front_door.CASES_CLOSED_PER_OPENED, FLOW, over=JANUARY, expect=(2, 3)),
)
