"""Specifications of strategy discussions, reports, core groups, transfers, long plans. Easter 2026 is 3 to 6 April."""

from onechild.knowledge.clocks.rules.protection import (
    CONFERENCE_REPORT,
    CORE_GROUP,
    FIRST_CORE_GROUP,
    LONG_PLANS,
    REVIEW_CONFERENCE,
    SECTION_47_OUTCOME,
    STRATEGY_DISCUSSION,
    TRANSFER_IN_CONFERENCE,
)
from tests.spec.harness import Example, check_clock

# The reviews of two plans begun on 31 May 2025: one held each time on the last day, one a day late and then no more.
LONG = """
    child_protection_plans
    plan_id | child | started_on | ended_on   | of_other_council
    p1      | 1     | 2025-05-31 |            | no
    p2      | 2     | 2025-05-31 |            |
    p3      | 3     | 2025-05-31 | 2026-02-28 | no
    p4      | 4     | 2025-05-31 |            | yes
    steps_taken
    child | happened_on | step               | about_id
    1     | 2026-02-28  | long_plan_reviewed | p1
    1     | 2026-05-31  | long_plan_reviewed | p1
    1     | 2026-08-31  | long_plan_reviewed |
    1     | 2026-11-30  | long_plan_reviewed |
    2     | 2026-03-01  | long_plan_reviewed |
"""


def _long_plan(place: int, says: str, due: str, second: str) -> Example:
    met = {"2026-02-28": "2026-03-01"}.get(due, "")
    return check_clock(
        LONG_PLANS[place],
        says,
        LONG,
        as_at="2026-12-01",
        expect=f"""
        spell_id | due_on | met_on | outcome
        p1       | {due}  | {due}  | met
        p2       | {due}  | {met}  | {second}
        p3       | {due}  |        | not_required
        """,
    )


EXAMPLES = (
    check_clock(
        STRATEGY_DISCUSSION,
        "the next working day is in time over a bank holiday, the day after late; it ends with the work",
        """
        steps_taken
        child | happened_on | step
        1     | 2026-05-01  | significant_harm_suspected
        2     | 2026-05-01  | significant_harm_suspected
        3     | 2026-05-01  | significant_harm_suspected
        4     | 2026-05-01  | significant_harm_suspected
        strategy_discussions
        child | happened_on
        1     | 2026-05-05
        2     | 2026-05-06
        referrals
        child | started_on | ended_on
        3     | 2026-04-01 | 2026-05-05
        4     | 2026-04-01 |
        """,
        as_at="2026-05-06",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-05-05 | 2026-05-05 |            | met
        2        | 2026-05-05 | 2026-05-06 |            | met_late
        3        | 2026-05-05 |            | 2026-05-05 | not_required
        4        | 2026-05-05 |            |            | overdue
        """,
    ),
    check_clock(
        SECTION_47_OUTCOME,
        "working day 15 from the strategy discussion is in time over Easter; the case's end ends it",
        """
        referrals
        referral_id | child | started_on | ended_on
        r4          | 4     | 2026-03-02 | 2026-04-08
        section_47_enquiries
        enquiry_id | child | started_on | ended_on   | referral_id
        e1         | 1     | 2026-03-18 | 2026-04-08 |
        e2         | 2     | 2026-03-16 | 2026-04-09 |
        e3         | 3     | 2026-03-16 |            |
        e4         | 4     | 2026-03-16 |            | r4
        strategy_discussions
        child | happened_on | enquiry_id | began_enquiry
        1     | 2026-03-16  | e1         | yes
        """,
        as_at="2026-04-09",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        e1       | 2026-03-16 | 2026-04-08 | 2026-04-08 |            | met
        e2       | 2026-03-16 | 2026-04-08 | 2026-04-09 |            | met_late
        e3       | 2026-03-16 | 2026-04-08 |            |            | overdue
        e4       | 2026-03-16 | 2026-04-08 |            | 2026-04-08 | not_required
        """,
    ),
    check_clock(
        CONFERENCE_REPORT,
        "two working days before an initial conference, five before a review, over Easter",
        """
        child_protection_plans
        child | started_on
        3     | 2026-01-05
        4     | 2026-01-05
        steps_taken
        child | happened_on | step                     | set_for_on
        1     | 2026-03-16  | conference_planned       | 2026-04-09
        1     | 2026-04-07  | conference_report_shared |
        2     | 2026-03-16  | conference_planned       | 2026-04-09
        2     | 2026-04-08  | conference_report_shared |
        3     | 2026-03-16  | conference_planned       | 2026-04-09
        3     | 2026-03-31  | conference_report_shared |
        4     | 2026-03-16  | conference_planned       | 2026-04-09
        """,
        as_at="2026-04-09",
        expect="""
        child_id | due_on     | met_on     | ended_on   | within                | outcome
        1        | 2026-04-07 | 2026-04-07 |            | 2 working days before | met
        2        | 2026-04-07 | 2026-04-08 |            | 2 working days before | met_late
        3        | 2026-03-31 | 2026-03-31 |            | 5 working days before | met
        4        | 2026-03-31 |            | 2026-04-09 | 5 working days before | missed
        """,
    ),
    check_clock(
        CONFERENCE_REPORT,
        "a conference moved to another day is counted anew, and one planned too late is due at once",
        """
        steps_taken
        step_id | child | happened_on | step               | set_for_on
        first   | 1     | 2026-03-16  | conference_planned | 2026-04-09
        moved   | 1     | 2026-03-30  | conference_planned | 2026-04-23
        late    | 2     | 2026-04-08  | conference_planned | 2026-04-09
        """,
        as_at="2026-04-08",
        expect="""
        spell_id | started_on | due_on     | ended_on   | outcome
        first    | 2026-03-16 | 2026-04-07 | 2026-03-30 | not_required
        moved    | 2026-03-30 | 2026-04-21 | 2026-04-23 | open
        late     | 2026-04-08 | 2026-04-08 | 2026-04-09 | open
        """,
    ),
    check_clock(
        CONFERENCE_REPORT,
        "a council's own number counts back too",
        """
        settings
        setting                                | value | started_on
        conference_report_initial_working_days | 3     | 2026-03-01
        steps_taken
        child | happened_on | step                     | set_for_on
        1     | 2026-03-16  | conference_planned       | 2026-04-09
        1     | 2026-04-02  | conference_report_shared |
        """,
        as_at="2026-04-09",
        expect="""
        due_on     | met_on     | within                | outcome
        2026-04-02 | 2026-04-02 | 3 working days before | met
        """,
    ),
    check_clock(
        FIRST_CORE_GROUP,
        "working day 10 from the conference is in time over Easter, the next late; not owed once the plan has ended",
        """
        child_protection_plans
        child | started_on | ended_on   | of_other_council
        1     | 2026-03-23 |            |
        2     | 2026-03-23 |            |
        3     | 2026-03-23 | 2026-04-01 |
        4     | 2026-03-23 |            | yes
        5     | 2026-03-23 |            |
        core_groups
        child | happened_on
        1     | 2026-04-08
        2     | 2026-04-09
        """,
        as_at="2026-04-09",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-08 | 2026-04-08 |            | met
        2        | 2026-04-08 | 2026-04-09 |            | met_late
        3        | 2026-04-08 |            | 2026-04-01 | not_required
        5        | 2026-04-08 |            |            | overdue
        """,
    ),
    check_clock(
        CORE_GROUP,
        "the same weekday six weeks after the last is in time, the day after late; the plan's end ends it",
        """
        child_protection_plans
        plan_id | child | started_on | ended_on
        p1      | 1     | 2026-03-23 |
        p2      | 2     | 2026-03-23 |
        p3      | 3     | 2026-03-23 | 2026-05-01
        p4      | 4     | 2026-03-23 |
        core_groups
        child | happened_on
        1     | 2026-04-08
        1     | 2026-05-20
        2     | 2026-04-08
        2     | 2026-05-21
        3     | 2026-04-08
        """,
        as_at="2026-05-21",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-08 | 2026-05-20 | 2026-05-20 |            | met
        1        | 2026-05-20 | 2026-07-01 |            |            | open
        2        | 2026-04-08 | 2026-05-20 | 2026-05-21 |            | met_late
        2        | 2026-05-21 | 2026-07-02 |            |            | open
        3        | 2026-04-08 | 2026-05-20 |            | 2026-05-01 | not_required
        """,
    ),
    check_clock(
        REVIEW_CONFERENCE,
        "the first turn and the later ones bear a row of the list each",
        """
        child_protection_plans
        child | started_on
        1     | 2025-11-30
        conferences
        child | happened_on | conference_kind
        1     | 2026-02-28  | review
        """,
        as_at="2026-03-01",
        expect="""
        due_on     | within   | version          | outcome
        2026-02-28 | 3 months | CP-08 1990-01-01 | met
        2026-08-28 | 6 months | CP-09 1990-01-01 | open
        """,
    ),
    check_clock(
        TRANSFER_IN_CONFERENCE,
        "working day 15 from the other council's notice is in time over Easter; no initial conference meets it",
        """
        steps_taken
        child | happened_on | step
        1     | 2026-03-16  | transfer_in_notified
        2     | 2026-03-16  | transfer_in_notified
        3     | 2026-03-16  | transfer_in_notified
        4     | 2026-03-16  | transfer_in_notified
        conferences
        child | happened_on | conference_kind
        1     | 2026-04-08  | transfer_in
        2     | 2026-04-09  | transfer_in
        3     | 2026-04-08  | initial
        referrals
        child | started_on | ended_on
        4     | 2026-03-16 | 2026-03-30
        """,
        as_at="2026-04-09",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-08 | 2026-04-08 |            | met
        2        | 2026-04-08 | 2026-04-09 |            | met_late
        3        | 2026-04-08 |            |            | overdue
        4        | 2026-04-08 |            | 2026-03-30 | not_required
        """,
    ),
    _long_plan(0, "nine months end with February, and the day after is late", "2026-02-28", "met_late"),
    _long_plan(1, "twelve months ask for a second review", "2026-05-31", "overdue"),
    _long_plan(2, "fifteen months ask for a third", "2026-08-31", "overdue"),
    _long_plan(3, "eighteen months ask for a fourth", "2026-11-30", "overdue"),
)
