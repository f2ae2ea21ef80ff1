"""Examples of the measures of section 47 enquiries, conferences and grave concerns."""

from __future__ import annotations

from onechild.knowledge.measures.topics import protection
from tests.spec.measures.examples import Example
from tests.spec.measures.help.front_door_examples import JANUARY, POPULATION

ENQUIRIES = """
section_47_enquiries
enquiry_id | child_id | started_on | ended_on
e1 | c1 | 2026-01-05 | 2026-01-16
e2 | c2 | 2026-01-05 | 2026-01-20
e3 | c3 | 2026-01-05 |
e5 | c5 | 2025-12-20 | 2026-01-05

conferences
child_id | enquiry_id | happened_on | conference_kind
c1 | e1 | 2026-01-20 | initial
c3 | e3 | 2026-01-26 | initial
c5 | e5 | 2026-01-15 | review
"""

# m1 is sent with its referral too, and counts once; r6 is known from its referral alone.
CONFERENCES = """
conferences
conference_id | child_id | happened_on | conference_kind | led_to_plan | participation
m1 | c1 | 2026-01-20 | initial | yes | PN1
m2 | c2 | 2026-01-20 | initial | no | PN7
m3 | c3 | 2026-01-21 | transfer_in | | PN0
m4 | c4 | 2026-01-22 | review | | PN4
m5 | c5 | 2026-01-23 | initial | |

referrals
referral_id | child_id | started_on | conference_on
r1 | c1 | 2025-12-01 | 2026-01-20
r6 | c6 | 2026-01-02 | 2026-01-28

child_protection_plans
child_id | conference_id | started_on
c3 | | 2026-01-21
c5 | m5 | 2026-01-25
"""

# One working day after Friday 9 January 2026 is Monday the 12th; after Friday the 30th, 2 February.
CONCERNS = """
children
child_id | restricted
c1 |
c2 | forced_marriage
c3 | ordinary
c4 | honour_based_abuse

steps_taken
child_id | step | happened_on
c1 | fgm_known | 2026-01-09
c1 | fgm_reported | 2026-01-12
c2 | significant_harm_suspected | 2026-01-09
c3 | significant_harm_suspected | 2026-01-09
c3 | fgm_known | 2026-01-05
c4 | significant_harm_suspected | 2026-01-30

strategy_discussions
child_id | happened_on
c1 | 2026-01-12
c2 | 2026-01-13
c3 | 2026-01-05
"""

EXAMPLES = (
    Example(
        "those that began in the period",
        protection.ENQUIRIES_RATE,
        ENQUIRIES + POPULATION,
        over=JANUARY,
        expect=(3, 20000),
        value=1.5,
    ),
    Example(
        "one not completed is in neither number, and a review is no initial conference",
        protection.ENQUIRIES_TO_CONFERENCE,
        ENQUIRIES,
        over=JANUARY,
        expect=(1, 3),
    ),
    Example(
        "a transfer in counts, a review does not, and one told twice counts once",
        protection.CONFERENCES_RATE,
        CONFERENCES + POPULATION,
        over=JANUARY,
        expect=(5, 20000),
        value=2.5,
    ),
    Example(
        "where the conference does not say, its plan does: by its number or by the day",
        protection.CONFERENCES_TO_PLAN,
        CONFERENCES,
        over=JANUARY,
        expect=(3, 5),
    ),
    Example(
        "who is under four is not asked, where nothing is said nothing is counted, and being there is taking part",
        protection.CHILD_TOOK_PART,
        CONFERENCES,
        over=JANUARY,
        expect=(2, 3),
    ),
    Example(
        "harm suspected counts where the record is closed for such abuse; the day after it was due is late",
        protection.GRAVE_CONCERNS,
        CONCERNS,
        over=JANUARY,
        expect=(2, 3),
    ),
    Example(
        "one not reported is late",
        protection.GRAVE_CONCERNS_REPORTED,
        CONCERNS,
        over=JANUARY,
        expect=(1, 2),
    ),
)
