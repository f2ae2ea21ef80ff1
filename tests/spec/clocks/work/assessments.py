"""Specifications of the checks of an assessment and of work before a birth. Good Friday 2026 is 3 April."""

from onechild.knowledge.clocks.rules.assessment import CHECKS, PRE_BIRTH_ASSESSMENT, PRE_BIRTH_CONFERENCE
from tests.spec.harness import check_clock

FIRST, SECOND, THIRD = CHECKS
# Child 1 is checked in time, late, and never a third time; child 2's assessment is soon finished; child 3's first
# check comes late; child 4's two checks belong to two assessments.
CHECKED = """
    assessments
    assessment_id | child | started_on | ended_on
    a1            | 1     | 2026-03-02 |
    a2            | 2     | 2026-03-02 | 2026-03-13
    a3            | 3     | 2026-03-02 |
    a4            | 4     | 2026-03-02 |
    a5            | 4     | 2026-03-02 |
    steps_taken
    child | happened_on | step          | about_id
    1     | 2026-03-16  | manager_check | a1
    1     | 2026-03-31  | manager_check |
    3     | 2026-03-17  | manager_check |
    4     | 2026-03-09  | manager_check | a4
    4     | 2026-03-10  | manager_check | a5
"""

EXAMPLES = (
    check_clock(
        FIRST,
        "working day 10 is in time, the next late; none is owed of an assessment that is finished",
        CHECKED,
        as_at="2026-04-23",
        expect="""
        spell_id | due_on     | met_on     | ended_on   | outcome
        a1       | 2026-03-16 | 2026-03-16 |            | met
        a2       | 2026-03-16 |            | 2026-03-13 | not_required
        a3       | 2026-03-16 | 2026-03-17 |            | met_late
        a4       | 2026-03-16 | 2026-03-09 |            | met
        a5       | 2026-03-16 | 2026-03-10 |            | met
        """,
    ),
    check_clock(
        SECOND,
        "it is the second check that counts: a first that came late leaves the second owed",
        CHECKED,
        as_at="2026-03-31",
        expect="""
        spell_id | due_on     | met_on     | outcome
        a1       | 2026-03-30 | 2026-03-31 | met_late
        a2       | 2026-03-30 |            | not_required
        a3       | 2026-03-30 |            | overdue
        a4       | 2026-03-30 |            | overdue
        a5       | 2026-03-30 |            | overdue
        """,
    ),
    check_clock(
        THIRD,
        "working day 35 counts over Easter",
        """
        assessments
        child | started_on
        1     | 2026-03-02
        2     | 2026-03-02
        steps_taken
        child | happened_on | step
        1     | 2026-03-16  | manager_check
        1     | 2026-03-30  | manager_check
        1     | 2026-04-22  | manager_check
        2     | 2026-03-16  | manager_check
        2     | 2026-03-30  | manager_check
        """,
        as_at="2026-04-23",
        expect="""
        child_id | due_on     | met_on     | outcome
        1        | 2026-04-22 | 2026-04-22 | met
        2        | 2026-04-22 |            | overdue
        """,
    ),
    check_clock(
        SECOND,
        "the council's own number is the one in force when the assessment began",
        """
        settings
        setting                              | value | started_on
        assessment_check_second_working_days | 30    | 2026-03-03
        assessments
        child | started_on
        1     | 2026-03-02
        2     | 2026-03-03
        steps_taken
        child | happened_on | step
        1     | 2026-03-09  | manager_check
        1     | 2026-03-30  | manager_check
        """,
        as_at="2026-04-01",
        expect="""
        child_id | due_on     | within          | outcome
        1        | 2026-03-30 | 20 working days | met
        2        | 2026-04-16 | 30 working days | open
        """,
    ),
    check_clock(
        PRE_BIRTH_ASSESSMENT,
        "a child not born on the day of the referral is owed it by working day 45; one born already has the other "
        "clock",
        """
        children
        child | born_on    | expected_on
        1     |            | 2026-07-01
        2     | 2026-05-20 |
        3     | 2026-01-20 |
        4     |            | 2026-07-01
        5     |            |
        referrals
        referral_id | child | started_on | no_further_action
        r1          | 1     | 2026-02-02 | no
        r2          | 2     | 2026-02-02 | no
        r3          | 3     | 2026-02-02 | no
        r4          | 4     | 2026-02-02 | yes
        r5          | 5     | 2026-02-02 | no
        assessments
        child | started_on | ended_on   | referral_id
        1     | 2026-02-10 | 2026-04-08 | r1
        2     | 2026-02-02 | 2026-04-09 | r2
        """,
        as_at="2026-05-20",
        expect="""
        child_id | due_on     | met_on     | outcome
        1        | 2026-04-08 | 2026-04-08 | met
        2        | 2026-04-08 | 2026-04-09 | met_late
        """,
    ),
    check_clock(
        PRE_BIRTH_CONFERENCE,
        "eight weeks before the day expected is in time; begun later, it is due at once",
        """
        children
        child | born_on    | expected_on
        1     |            | 2026-06-29
        2     |            | 2026-06-29
        3     | 2026-06-29 |
        4     |            | 2026-06-29
        5     |            | 2026-06-29
        6     | 2026-02-27 |
        section_47_enquiries
        child | started_on | conference_not_required | conference_decided_on
        1     | 2026-03-02 |                         |
        2     | 2026-03-02 |                         |
        3     | 2026-03-02 |                         |
        4     | 2026-05-11 |                         |
        5     | 2026-03-02 | yes                     | 2026-03-20
        6     | 2026-03-02 |                         |
        conferences
        child | happened_on | conference_kind
        1     | 2026-05-04  | initial
        2     | 2026-05-05  | initial
        """,
        as_at="2026-06-29",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within         | outcome
        1        | 2026-03-02 | 2026-05-04 | 2026-05-04 |            | 8 weeks before | met
        2        | 2026-03-02 | 2026-05-04 | 2026-05-05 |            | 8 weeks before | met_late
        3        | 2026-03-02 | 2026-05-04 |            | 2026-06-29 | 8 weeks before | missed
        4        | 2026-05-11 | 2026-05-11 |            |            | 8 weeks before | overdue
        5        | 2026-03-02 | 2026-05-04 |            | 2026-03-20 | 8 weeks before | not_required
        """,
    ),
)
