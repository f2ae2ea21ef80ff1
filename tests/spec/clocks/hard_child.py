"""One hard child: what the law asks on every date of a story with eleven turns. `docs/hard-child.md` tells it in words.

In care at birth with a grandmother approved for a time; home under an interim order, then a care order, and on a child
protection plan at the same time; in foster care; placed for adoption, which broke down before the order.
"""

from onechild.knowledge.clocks.rules.care.placements import TEMPORARY_APPROVAL
from onechild.knowledge.clocks.rules.in_care import LOOKED_AFTER_REVIEW, LOOKED_AFTER_VISIT
from onechild.knowledge.clocks.rules.protection import CHILD_PROTECTION_VISIT, REVIEW_CONFERENCE
from tests.spec.harness import check_clock

STORY = """
children
child | born_on
1     | 2025-01-13
periods_of_care
care_id | child | started_on
care    | 1     | 2025-01-13
placements
placement_id | child | started_on | ended_on   | placement_kind | care_id
grandmother  | 1     | 2025-01-13 | 2025-07-14 | U3             | care
home         | 1     | 2025-07-14 | 2025-11-24 | P1             | care
foster       | 1     | 2025-11-24 | 2026-05-11 | U6             | care
adopters     | 1     | 2026-05-11 | 2026-08-24 | A6             | care
back         | 1     | 2026-08-24 |            | U6             | care
placement_conditions
child | placement_id | started_on | ended_on   | condition
1     | grandmother  | 2025-01-13 | 2025-05-01 | temporary_approval
1     | grandmother  | 2025-05-01 | 2025-06-16 | extended_temporary_approval
legal_statuses
child | started_on | ended_on   | status
1     | 2025-01-13 | 2025-01-22 | V2
1     | 2025-01-22 | 2025-09-15 | C1
1     | 2025-09-15 | 2026-03-02 | C2
1     | 2026-03-02 |            | E1
proceedings
child | started_on | ended_on   | application
1     | 2025-01-20 | 2025-09-15 | care
1     | 2025-12-15 | 2026-03-02 | placement
looked_after_reviews
child | happened_on
1     | 2025-02-06
1     | 2025-05-06
1     | 2025-08-07
1     | 2026-01-29
1     | 2026-06-04
1     | 2026-09-03
child_protection_plans
plan_id | child | started_on | ended_on   | visit_every_days
plan    | 1     | 2025-08-04 | 2026-02-02 | 14
conferences
child | happened_on | conference_kind
1     | 2025-08-04  | initial
1     | 2025-10-30  | review
1     | 2026-02-02  | review
visits
child | happened_on | purpose
1     | 2025-01-17  | looked_after
1     | 2025-01-24  | looked_after
1     | 2025-01-31  | looked_after
1     | 2025-02-07  | looked_after
1     | 2025-03-07  | looked_after
1     | 2025-04-07  | looked_after
1     | 2025-05-02  | looked_after
1     | 2025-05-30  | looked_after
1     | 2025-07-11  | looked_after
1     | 2025-07-18  | looked_after
1     | 2025-07-25  | looked_after
1     | 2025-08-01  | looked_after
1     | 2025-08-15  | child_protection
1     | 2025-08-22  | looked_after
1     | 2025-08-29  | child_protection
1     | 2025-09-12  | child_protection
1     | 2025-09-19  | looked_after
1     | 2025-09-26  | child_protection
1     | 2025-10-10  | child_protection
1     | 2025-10-24  | child_protection
1     | 2025-10-31  | looked_after
1     | 2025-11-07  | child_protection
1     | 2025-11-21  | child_protection
1     | 2025-11-28  | looked_after
1     | 2025-12-05  | child_protection
1     | 2025-12-19  | child_protection
1     | 2026-01-02  | child_protection
1     | 2026-01-09  | looked_after
1     | 2026-01-16  | child_protection
1     | 2026-01-30  | child_protection
1     | 2026-02-20  | looked_after
1     | 2026-04-02  | looked_after
1     | 2026-05-15  | placed_for_adoption
1     | 2026-05-22  | placed_for_adoption
1     | 2026-05-29  | placed_for_adoption
1     | 2026-06-05  | placed_for_adoption
1     | 2026-07-17  | placed_for_adoption
1     | 2026-08-28  | looked_after
1     | 2026-10-09  | looked_after
1     | 2026-11-19  | looked_after
"""

# What the page shows at the end of each day: the duty that is open then, from that day to the next line's. By hand.
LOOKED_AFTER_VISITS = """
from       | due        | rule
2025-01-13 | 2025-01-20 | LAC-10
2025-01-17 | 2025-01-24 | LAC-10
2025-01-24 | 2025-01-31 | LAC-10
2025-01-31 | 2025-02-07 | LAC-10
2025-02-06 | 2025-02-28 | LAC-10
2025-02-07 | 2025-03-07 | LAC-10
2025-03-07 | 2025-04-04 | LAC-10
2025-04-07 | 2025-05-05 | LAC-10
2025-05-02 | 2025-05-30 | LAC-10
2025-05-30 | 2025-06-27 | LAC-10
2025-06-16 | 2025-07-11 | LAC-06
2025-07-11 | 2025-08-22 | LAC-06
2025-07-14 | 2025-07-21 | LAC-10
2025-07-18 | 2025-07-25 | LAC-10
2025-07-25 | 2025-08-01 | LAC-10
2025-08-01 | 2025-08-08 | LAC-10
2025-08-07 | 2025-08-29 | LAC-10
2025-08-22 | 2025-09-19 | LAC-10
2025-09-15 | 2025-09-22 | LAC-11
2025-09-19 | 2025-10-31 | LAC-11
2025-10-31 | 2025-12-12 | LAC-11
2025-11-24 | 2025-12-01 | LAC-05
2025-11-28 | 2026-01-09 | LAC-06
2026-01-09 | 2026-02-20 | LAC-06
2026-02-20 | 2026-04-03 | LAC-06
2026-04-02 | 2026-05-14 | LAC-06
2026-05-11 | 2026-05-18 | ADP-03
2026-05-15 | 2026-05-22 | ADP-03
2026-05-22 | 2026-05-29 | ADP-03
2026-05-29 | 2026-06-05 | ADP-03
2026-06-04 | 2026-07-10 | ADP-03
2026-06-05 | 2026-07-17 | ADP-03
2026-07-17 | 2026-08-28 | ADP-03
2026-08-24 | 2026-08-31 | LAC-05
2026-08-28 | 2026-10-09 | LAC-06
2026-10-09 | 2026-11-20 | LAC-06
2026-11-19 | 2026-12-31 | LAC-06
"""

CHILD_PROTECTION_VISITS = """
from       | due        | rule
2025-01-13 |            |
2025-08-04 | 2025-08-18 | CP-10
2025-08-15 | 2025-08-29 | CP-10
2025-08-29 | 2025-09-12 | CP-10
2025-09-12 | 2025-09-26 | CP-10
2025-09-26 | 2025-10-10 | CP-10
2025-10-10 | 2025-10-24 | CP-10
2025-10-24 | 2025-11-07 | CP-10
2025-11-07 | 2025-11-21 | CP-10
2025-11-21 | 2025-12-05 | CP-10
2025-12-05 | 2025-12-19 | CP-10
2025-12-19 | 2026-01-02 | CP-10
2026-01-02 | 2026-01-16 | CP-10
2026-01-16 | 2026-01-30 | CP-10
2026-01-30 | 2026-02-13 | CP-10
2026-02-02 |            |
"""

REVIEWS = """
from       | due        | rule
2025-01-13 | 2025-02-10 | LAC-15
2025-02-06 | 2025-05-06 | LAC-16
2025-05-06 | 2025-11-06 | LAC-17
2025-08-07 | 2026-02-07 | LAC-17
2026-01-29 | 2026-07-29 | LAC-17
2026-05-11 | 2026-06-08 | ADP-04
2026-06-04 | 2026-09-04 | ADP-04
2026-08-24 | 2026-09-04 | LAC-16
2026-09-03 | 2027-03-03 | LAC-17
"""

CONFERENCES = """
from       | due        | rule
2025-01-13 |            |
2025-08-04 | 2025-11-04 | CP-08
2025-10-30 | 2026-04-30 | CP-09
2026-02-02 |            |
"""

APPROVAL = """
from       | due        | rule
2025-01-13 | 2025-05-05 | LAC-23
2025-05-01 | 2025-06-30 | LAC-23
2025-06-16 |            |
"""

DAY_BY_DAY = (
    (LOOKED_AFTER_VISIT, LOOKED_AFTER_VISITS),
    (CHILD_PROTECTION_VISIT, CHILD_PROTECTION_VISITS),
    (LOOKED_AFTER_REVIEW, REVIEWS),
    (REVIEW_CONFERENCE, CONFERENCES),
    (TEMPORARY_APPROVAL, APPROVAL),
)

EXAMPLES = (
    check_clock(
        LOOKED_AFTER_VISIT,
        "the hard child: every duty of the story, each under the rule that led when it was met or ended",
        STORY,
        as_at="2026-11-21",
        expect="""
        spell_id    | started_on | due_on     | met_on     | ended_on   | within  | version           | outcome
        grandmother | 2025-01-13 | 2025-01-20 | 2025-01-17 |            | 1 week  | LAC-10 2011-04-01 | met
        grandmother | 2025-01-17 | 2025-01-24 | 2025-01-24 |            | 1 week  | LAC-10 2011-04-01 | met
        grandmother | 2025-01-24 | 2025-01-31 | 2025-01-31 |            | 1 week  | LAC-10 2011-04-01 | met
        grandmother | 2025-01-31 | 2025-02-28 | 2025-02-07 |            | 4 weeks | LAC-10 2011-04-01 | met
        grandmother | 2025-02-07 | 2025-03-07 | 2025-03-07 |            | 4 weeks | LAC-10 2011-04-01 | met
        grandmother | 2025-03-07 | 2025-04-04 | 2025-04-07 |            | 4 weeks | LAC-10 2011-04-01 | met_late
        grandmother | 2025-04-07 | 2025-05-05 | 2025-05-02 |            | 4 weeks | LAC-10 2011-04-01 | met
        grandmother | 2025-05-02 | 2025-05-30 | 2025-05-30 |            | 4 weeks | LAC-10 2011-04-01 | met
        grandmother | 2025-05-30 | 2025-07-11 | 2025-07-11 |            | 6 weeks | LAC-06 2011-04-01 | met
        grandmother | 2025-07-11 | 2025-08-22 |            | 2025-07-14 | 6 weeks | LAC-06 2011-04-01 | not_required
        home        | 2025-07-14 | 2025-07-21 | 2025-07-18 |            | 1 week  | LAC-10 2011-04-01 | met
        home        | 2025-07-18 | 2025-07-25 | 2025-07-25 |            | 1 week  | LAC-10 2011-04-01 | met
        home        | 2025-07-25 | 2025-08-01 | 2025-08-01 |            | 1 week  | LAC-10 2011-04-01 | met
        home        | 2025-08-01 | 2025-08-29 | 2025-08-22 |            | 4 weeks | LAC-10 2011-04-01 | met
        home        | 2025-08-22 | 2025-09-19 |            | 2025-09-15 | 4 weeks | LAC-10 2011-04-01 | not_required
        home        | 2025-09-15 | 2025-09-22 | 2025-09-19 |            | 1 week  | LAC-11 2011-04-01 | met
        home        | 2025-09-19 | 2025-10-31 | 2025-10-31 |            | 6 weeks | LAC-11 2011-04-01 | met
        home        | 2025-10-31 | 2025-12-12 |            | 2025-11-24 | 6 weeks | LAC-11 2011-04-01 | not_required
        foster      | 2025-11-24 | 2025-12-01 | 2025-11-28 |            | 1 week  | LAC-05 2011-04-01 | met
        foster      | 2025-11-28 | 2026-01-09 | 2026-01-09 |            | 6 weeks | LAC-06 2011-04-01 | met
        foster      | 2026-01-09 | 2026-02-20 | 2026-02-20 |            | 6 weeks | LAC-06 2011-04-01 | met
        foster      | 2026-02-20 | 2026-04-03 | 2026-04-02 |            | 6 weeks | LAC-06 2011-04-01 | met
        foster      | 2026-04-02 | 2026-05-14 |            | 2026-05-11 | 6 weeks | LAC-06 2011-04-01 | not_required
        adopters    | 2026-05-11 | 2026-05-18 | 2026-05-15 |            | 1 week  | ADP-03 2011-04-01 | met
        adopters    | 2026-05-15 | 2026-05-22 | 2026-05-22 |            | 1 week  | ADP-03 2011-04-01 | met
        adopters    | 2026-05-22 | 2026-05-29 | 2026-05-29 |            | 1 week  | ADP-03 2011-04-01 | met
        adopters    | 2026-05-29 | 2026-07-10 | 2026-06-05 |            | 6 weeks | ADP-03 2011-04-01 | met
        adopters    | 2026-06-05 | 2026-07-17 | 2026-07-17 |            | 6 weeks | ADP-03 2011-04-01 | met
        adopters    | 2026-07-17 | 2026-08-28 |            | 2026-08-24 | 6 weeks | ADP-03 2011-04-01 | not_required
        back        | 2026-08-24 | 2026-08-31 | 2026-08-28 |            | 1 week  | LAC-05 2011-04-01 | met
        back        | 2026-08-28 | 2026-10-09 | 2026-10-09 |            | 6 weeks | LAC-06 2011-04-01 | met
        back        | 2026-10-09 | 2026-11-20 | 2026-11-19 |            | 6 weeks | LAC-06 2011-04-01 | met
        back        | 2026-11-19 | 2026-12-31 |            |            | 6 weeks | LAC-06 2011-04-01 | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_REVIEW,
        "the hard child: the reviews begin again with the placement for adoption, and go on when it breaks down",
        STORY,
        as_at="2026-11-21",
        expect="""
        started_on | due_on     | met_on     | ended_on   | within          | version           | outcome
        2025-01-13 | 2025-02-10 | 2025-02-06 |            | 20 working days | LAC-15 2011-04-01 | met
        2025-02-06 | 2025-05-06 | 2025-05-06 |            | 3 months        | LAC-16 2011-04-01 | met
        2025-05-06 | 2025-11-06 | 2025-08-07 |            | 6 months        | LAC-17 2011-04-01 | met
        2025-08-07 | 2026-02-07 | 2026-01-29 |            | 6 months        | LAC-17 2011-04-01 | met
        2026-01-29 | 2026-07-29 |            | 2026-05-11 | 6 months        | LAC-17 2011-04-01 | not_required
        2026-05-11 | 2026-06-08 | 2026-06-04 |            | 4 weeks         | ADP-04 2011-04-01 | met
        2026-06-04 | 2026-09-04 | 2026-09-03 |            | 3 months        | LAC-16 2011-04-01 | met
        2026-09-03 | 2027-03-03 |            |            | 6 months        | LAC-17 2011-04-01 | open
        """,
    ),
    check_clock(
        TEMPORARY_APPROVAL,
        "the hard child: sixteen weeks with the grandmother, then twenty-four, met by full approval",
        STORY,
        as_at="2026-11-21",
        expect="""
        started_on | due_on     | met_on     | within   | outcome
        2025-01-13 | 2025-06-30 | 2025-06-16 | 24 weeks | met
        """,
    ),
)
