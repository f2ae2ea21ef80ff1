"""Specifications of the clocks of the front door and of assessment. Good Friday 2026 is 3 April."""

from onechild.knowledge.clocks.rules.assessment import ASSESSMENT_FROM_REFERRAL, ASSESSMENT_FROM_START
from onechild.knowledge.clocks.rules.front_door import CONTACT_DECISION
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        CONTACT_DECISION,
        "the next working day is in time, over Easter too, and the day after is late",
        """
        contacts
        child | happened_on | already_open
        1     | 2026-04-02  | no
        2     | 2026-04-02  | no
        3     | 2026-04-02  | no
        4     | 2026-04-02  | no
        front_door_decisions
        child | happened_on | outcome
        1     | 2026-04-02  | referral
        2     | 2026-04-07  | no_further_action
        3     | 2026-04-08  | early_help
        """,
        as_at="2026-04-08",
        expect="""
        child_id | started_on | due_on     | met_on     | within        | outcome
        1        | 2026-04-02 | 2026-04-07 | 2026-04-02 | 1 working day | met
        2        | 2026-04-02 | 2026-04-07 | 2026-04-07 | 1 working day | met
        3        | 2026-04-02 | 2026-04-07 | 2026-04-08 | 1 working day | met_late
        4        | 2026-04-02 | 2026-04-07 |            | 1 working day | overdue
        """,
    ),
    check_clock(
        CONTACT_DECISION,
        "it is not yet overdue on the day it is due",
        """
        contacts
        child | happened_on | already_open
        1     | 2026-04-02  | no
        """,
        as_at="2026-04-07",
        expect="""
        due_on     | outcome
        2026-04-07 | open
        """,
    ),
    check_clock(
        CONTACT_DECISION,
        "a contact about a child already open is owed no decision",
        """
        contacts
        child | happened_on | already_open
        1     | 2026-03-02  | yes
        2     | 2026-03-02  |
        3     | 2026-03-02  |
        4     | 2026-03-02  |
        5     | 2026-03-02  |
        referrals
        child | started_on | ended_on   | no_further_action
        2     | 2026-01-05 |            | no
        3     | 2026-03-02 |            | no
        4     | 2026-01-05 | 2026-02-02 | no
        5     | 2026-01-05 |            | yes
        """,
        as_at="2026-03-02",
        expect="""
        child_id | due_on     | outcome
        3        | 2026-03-03 | open
        4        | 2026-03-03 | open
        5        | 2026-03-03 | open
        """,
    ),
    check_clock(
        CONTACT_DECISION,
        "passing it to screening decides nothing, and a decision on another contact decides that one",
        """
        contacts
        contact_id | child | happened_on | already_open
        first      | 1     | 2026-03-02  | no
        second     | 1     | 2026-03-04  | no
        front_door_decisions
        child | happened_on | outcome   | contact_id
        1     | 2026-03-03  | screening | first
        1     | 2026-03-05  | referral  | second
        """,
        as_at="2026-03-06",
        expect="""
        spell_id | due_on     | met_on     | outcome
        first    | 2026-03-03 |            | overdue
        second   | 2026-03-05 | 2026-03-05 | met
        """,
    ),
    check_clock(
        CONTACT_DECISION,
        "the council's own standard is the one in force when the contact came",
        """
        settings
        setting                       | value | started_on | ended_on
        contact_decision_working_days | 2     | 2026-06-01 | 2026-07-01
        contacts
        child | happened_on | already_open
        1     | 2026-05-29  | no
        2     | 2026-06-01  | no
        3     | 2026-07-01  | no
        """,
        as_at="2026-07-03",
        expect="""
        child_id | due_on     | within         | version
        1        | 2026-06-01 | 1 working day  | FD-01 1990-01-01
        2        | 2026-06-03 | 2 working days | FD-01 2026-06-01
        3        | 2026-07-02 | 1 working day  | FD-01 2026-07-01
        """,
    ),
    check_clock(
        ASSESSMENT_FROM_REFERRAL,
        "working day 45 from the referral is in time and working day 46 is late, over Easter",
        """
        referrals
        referral_id | child | started_on | no_further_action
        r1          | 1     | 2026-02-02 | no
        r2          | 2     | 2026-02-02 |
        r3          | 3     | 2026-02-02 | no
        r4          | 4     | 2026-02-02 | yes
        assessments
        child | started_on | ended_on   | referral_id
        1     | 2026-02-10 | 2026-04-08 | r1
        2     | 2026-02-02 | 2026-04-09 | r2
        3     | 2026-02-10 |            | r3
        """,
        as_at="2026-04-09",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-02-02 | 2026-04-08 | 2026-04-08 | met
        2        | 2026-02-02 | 2026-04-08 | 2026-04-09 | met_late
        3        | 2026-02-02 | 2026-04-08 |            | overdue
        """,
    ),
    check_clock(
        ASSESSMENT_FROM_REFERRAL,
        "a referral that leads to no assessment stops being owed one, in time or too late",
        """
        referrals
        referral_id | child | started_on | ended_on
        r1          | 1     | 2026-02-02 |
        r2          | 2     | 2026-02-02 |
        r3          | 3     | 2026-02-02 | 2026-04-08
        r4          | 4     | 2026-02-02 | 2026-04-09
        outcomes
        child | happened_on | outcome_of | outcome_of_id | outcome
        1     | 2026-02-10  | referral   | r1            | advice
        2     | 2026-02-10  | referral   | r2            | advice
        2     | 2026-02-10  | referral   | r2            | assessment
        """,
        as_at="2026-04-09",
        expect="""
        child_id | due_on     | ended_on   | outcome
        1        | 2026-04-08 | 2026-02-10 | not_required
        2        | 2026-04-08 |            | overdue
        3        | 2026-04-08 | 2026-04-08 | not_required
        4        | 2026-04-08 | 2026-04-09 | missed
        """,
    ),
    check_clock(
        ASSESSMENT_FROM_REFERRAL,
        "the single assessment began on 15 April 2013, and a referral before it has no such clock",
        """
        referrals
        child | started_on
        1     | 2013-04-14
        2     | 2013-04-15
        """,
        as_at="2013-05-01",
        expect="""
        child_id | due_on     | outcome
        2        | 2013-06-19 | open
        """,
    ),
    check_clock(
        ASSESSMENT_FROM_START,
        "a second assessment of an open child is counted from its own start, as DfE counts all",
        """
        referrals
        referral_id | child | started_on
        r1          | 1     | 2025-11-03
        assessments
        assessment_id | child | started_on | ended_on   | referral_id | of_open_child
        first         | 1     | 2025-11-10 | 2025-11-10 | r1          | no
        second        | 1     | 2026-02-02 | 2026-04-09 | r1          | yes
        third         | 1     | 2026-04-13 |            |             | yes
        """,
        as_at="2026-06-17",
        expect="""
        spell_id | started_on | due_on     | met_on     | outcome
        first    | 2025-11-10 | 2026-01-15 | 2025-11-10 | met
        second   | 2026-02-02 | 2026-04-08 | 2026-04-09 | met_late
        third    | 2026-04-13 | 2026-06-17 |            | open
        """,
    ),
)
