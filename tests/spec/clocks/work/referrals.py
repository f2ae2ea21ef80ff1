"""Specifications of the clocks of contacts and referrals. Good Friday 2026 is 3 April, early May's holiday 4 May."""

from onechild.knowledge.clocks.rules.front_door import (
    FIRST_VISIT,
    HOMELESS_AT_16_OR_17,
    IMMEDIATE_PROTECTION,
    REFERRAL_DECISION,
    REFERRER_TOLD,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        REFERRAL_DECISION,
        "a referral of Friday is decided on Monday at the latest, by its own day or by an outcome",
        """
        referrals
        referral_id | child | started_on | decided_on
        r1          | 1     | 2026-03-06 | 2026-03-09
        r2          | 2     | 2026-03-06 | 2026-03-10
        r3          | 3     | 2026-03-06 |
        r4          | 4     | 2026-03-06 |
        outcomes
        child | happened_on | outcome_of | outcome_of_id | outcome
        4     | 2026-03-09  | referral   | r4            | assessment
        """,
        as_at="2026-03-10",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-03-06 | 2026-03-09 | 2026-03-09 | met
        2        | 2026-03-06 | 2026-03-09 | 2026-03-10 | met_late
        3        | 2026-03-06 | 2026-03-09 |            | overdue
        4        | 2026-03-06 | 2026-03-09 | 2026-03-09 | met
        """,
    ),
    check_clock(
        REFERRAL_DECISION,
        "a case that closed is owed no decision, in time or too late, and one that ended on its day never was",
        """
        referrals
        child | started_on | ended_on   | no_further_action
        1     | 2026-03-06 | 2026-03-09 | yes
        2     | 2026-03-06 | 2026-03-10 |
        3     | 2026-03-06 | 2026-03-06 | yes
        """,
        as_at="2026-03-10",
        expect="""
        child_id | due_on     | ended_on   | outcome
        1        | 2026-03-09 | 2026-03-09 | not_required
        2        | 2026-03-09 | 2026-03-10 | missed
        """,
    ),
    check_clock(
        REFERRER_TOLD,
        "a professional is told by the next working day after the decision; the public is told as is right for them",
        """
        referrals
        child | started_on | decided_on | source_kind | referrer_told_on
        1     | 2026-03-05 | 2026-03-06 | 2A          | 2026-03-09
        2     | 2026-03-05 | 2026-03-06 | 6           | 2026-03-10
        3     | 2026-03-05 | 2026-03-06 |             |
        4     | 2026-03-05 | 2026-03-06 | 1A          |
        5     | 2026-03-05 |            | 2A          |
        """,
        as_at="2026-03-10",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-03-06 | 2026-03-09 | 2026-03-09 | met
        2        | 2026-03-06 | 2026-03-09 | 2026-03-10 | met_late
        3        | 2026-03-06 | 2026-03-09 |            | overdue
        """,
    ),
    check_clock(
        REFERRER_TOLD,
        "four weeks after the decision it is missed, whether the case has closed or not",
        """
        referrals
        child | started_on | ended_on   | decided_on | source_kind
        1     | 2026-03-06 | 2026-03-06 | 2026-03-06 | 2A
        2     | 2026-03-06 |            | 2026-03-06 | 3A
        """,
        as_at="2026-04-03",
        expect="""
        child_id | due_on     | ended_on   | outcome
        1        | 2026-03-09 | 2026-04-03 | missed
        2        | 2026-03-09 | 2026-04-03 | missed
        """,
    ),
    check_clock(
        IMMEDIATE_PROTECTION,
        "a red contact on a Saturday is decided or discussed that day, the day after is late",
        """
        contacts
        contact_id | child | happened_on | priority | already_open
        c1         | 1     | 2026-03-07  | red      | no
        c2         | 2     | 2026-03-07  | red      | yes
        c3         | 3     | 2026-03-07  | red      |
        c4         | 4     | 2026-03-07  | red      | no
        c5         | 5     | 2026-03-07  | amber    | no
        front_door_decisions
        child | happened_on | contact_id | outcome
        1     | 2026-03-07  | c1         | referral
        3     | 2026-03-08  | c3         | section_47
        strategy_discussions
        child | happened_on
        2     | 2026-03-07
        """,
        as_at="2026-03-08",
        expect="""
        child_id | due_on     | met_on     | within | outcome
        1        | 2026-03-07 | 2026-03-07 | 0 days | met
        2        | 2026-03-07 | 2026-03-07 | 0 days | met
        3        | 2026-03-07 | 2026-03-08 | 0 days | met_late
        4        | 2026-03-07 |            | 0 days | overdue
        """,
    ),
    check_clock(
        FIRST_VISIT,
        "working day 5 after acceptance is in time over Easter, whatever the visit was for, if the child was seen",
        """
        referrals
        child | started_on | decided_on
        1     | 2026-04-01 | 2026-04-02
        2     | 2026-04-01 | 2026-04-02
        3     | 2026-04-01 | 2026-04-02
        4     | 2026-04-01 |
        visits
        child | happened_on | purpose    | seen | method
        1     | 2026-04-13  | section_47 | yes  |
        2     | 2026-04-14  | assessment | yes  | face_to_face
        3     | 2026-04-10  | assessment | no   |
        3     | 2026-04-13  | assessment | yes  | video
        """,
        as_at="2026-04-14",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-04-02 | 2026-04-13 | 2026-04-13 | met
        2        | 2026-04-02 | 2026-04-13 | 2026-04-14 | met_late
        3        | 2026-04-02 | 2026-04-13 |            | overdue
        """,
    ),
    check_clock(
        FIRST_VISIT,
        "it is not owed once no assessment is needed or the case has closed",
        """
        referrals
        referral_id | child | started_on | ended_on   | decided_on
        r1          | 1     | 2026-04-01 |            | 2026-04-02
        r2          | 2     | 2026-04-01 | 2026-04-14 | 2026-04-02
        outcomes
        child | happened_on | outcome_of | outcome_of_id | outcome
        1     | 2026-04-09  | referral   | r1            | early_help
        """,
        as_at="2026-04-14",
        expect="""
        child_id | due_on     | ended_on   | outcome
        1        | 2026-04-13 | 2026-04-09 | not_required
        2        | 2026-04-13 | 2026-04-14 | missed
        """,
    ),
    check_clock(
        HOMELESS_AT_16_OR_17,
        "the next working day is in time over a bank holiday, and no later than the work with the young person",
        """
        steps_taken
        child | happened_on | step
        1     | 2026-05-01  | presented_homeless
        1     | 2026-05-05  | homeless_need_assessed
        2     | 2026-05-01  | presented_homeless
        2     | 2026-05-06  | homeless_need_assessed
        3     | 2026-05-01  | presented_homeless
        4     | 2026-05-01  | presented_homeless
        referrals
        child | started_on | ended_on
        3     | 2026-04-01 | 2026-05-04
        """,
        as_at="2026-05-06",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-05-05 | 2026-05-05 |            | met
        2        | 2026-05-05 | 2026-05-06 |            | met_late
        3        | 2026-05-05 |            | 2026-05-04 | not_required
        4        | 2026-05-05 |            |            | overdue
        """,
    ),
)
