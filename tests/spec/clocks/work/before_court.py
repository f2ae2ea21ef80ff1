"""Specifications of pre-proceedings and of family group meetings. Good Friday 2026 is 3 April."""

from onechild.knowledge.clocks.rules.court import (
    FAMILY_GROUP_MEETING,
    FAMILY_GROUP_OFFER,
    LETTER_BEFORE_PROCEEDINGS,
    PRE_PROCEEDINGS_CONCLUDED,
    PRE_PROCEEDINGS_MEETING,
    PRE_PROCEEDINGS_REVIEW,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        LETTER_BEFORE_PROCEEDINGS,
        "working day 5 from the decision is in time over Easter; an application made first ends it",
        """
        pre_proceedings
        child | started_on | letter_on  | application_on
        1     | 2026-04-02 | 2026-04-13 |
        2     | 2026-04-02 | 2026-04-14 |
        3     | 2026-04-02 |            | 2026-04-08
        4     | 2026-04-02 |            |
        """,
        as_at="2026-04-14",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-13 | 2026-04-13 |            | met
        2        | 2026-04-13 | 2026-04-14 |            | met_late
        3        | 2026-04-13 |            | 2026-04-08 | not_required
        4        | 2026-04-13 |            |            | overdue
        """,
    ),
    check_clock(
        PRE_PROCEEDINGS_MEETING,
        "working day 10 from the letter is in time over Easter; without a letter none is owed",
        """
        pre_proceedings
        child | started_on | letter_on  | first_meeting_on | decided_on
        1     | 2026-03-16 | 2026-03-23 | 2026-04-08       |
        2     | 2026-03-16 | 2026-03-23 | 2026-04-09       |
        3     | 2026-03-16 | 2026-03-23 |                  | 2026-04-09
        4     | 2026-03-16 |            |                  |
        """,
        as_at="2026-04-09",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-03-23 | 2026-04-08 | 2026-04-08 |            | met
        2        | 2026-03-23 | 2026-04-08 | 2026-04-09 |            | met_late
        3        | 2026-03-23 | 2026-04-08 |            | 2026-04-09 | missed
        """,
    ),
    check_clock(
        PRE_PROCEEDINGS_REVIEW,
        "six weeks from the first meeting and from each review, to the end of pre-proceedings",
        """
        pre_proceedings
        child | started_on | first_meeting_on | ended_on
        1     | 2025-12-15 | 2026-01-05       |
        2     | 2025-12-15 | 2026-01-05       |
        3     | 2025-12-15 | 2026-01-05       | 2026-02-16
        steps_taken
        child | happened_on | step
        1     | 2026-02-16  | pre_proceedings_reviewed
        2     | 2026-02-17  | pre_proceedings_reviewed
        """,
        as_at="2026-02-17",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-01-05 | 2026-02-16 | 2026-02-16 |            | met
        1        | 2026-02-16 | 2026-03-30 |            |            | open
        2        | 2026-01-05 | 2026-02-16 | 2026-02-17 |            | met_late
        2        | 2026-02-17 | 2026-03-31 |            |            | open
        3        | 2026-01-05 | 2026-02-16 |            | 2026-02-16 | not_required
        """,
    ),
    check_clock(
        PRE_PROCEEDINGS_CONCLUDED,
        "sixteen weeks from the decision are in time, by a step down, an application or an end",
        """
        pre_proceedings
        child | started_on | letter_on  | decided_on | application_on | ended_on
        1     | 2026-01-05 | 2026-01-12 | 2026-04-27 |                |
        2     | 2026-01-05 | 2026-01-12 |            | 2026-04-28     |
        3     | 2026-01-05 | 2026-01-12 |            | 2026-04-28     | 2026-04-27
        4     | 2026-01-05 |            |            |                |
        """,
        as_at="2026-04-28",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-01-05 | 2026-04-27 | 2026-04-27 | met
        2        | 2026-01-05 | 2026-04-27 | 2026-04-28 | met_late
        3        | 2026-01-05 | 2026-04-27 | 2026-04-27 | met
        4        | 2026-01-05 | 2026-04-27 |            | overdue
        """,
    ),
    check_clock(
        FAMILY_GROUP_OFFER,
        "nothing is owed while the council has set no number",
        """
        pre_proceedings
        child | started_on | letter_on  | family_group_offered
        1     | 2026-05-25 | 2026-06-08 | yes
        2     | 2026-05-25 | 2026-06-08 | no
        """,
        as_at="2026-12-31",
        expect="",
    ),
    check_clock(
        FAMILY_GROUP_OFFER,
        "from the day that the council set, the offer is in the letter or before it",
        """
        settings
        setting                 | value | started_on
        family_group_offer_days | 1     | 2026-06-01
        pre_proceedings
        child | started_on | letter_on  | family_group_offered | application_on
        1     | 2026-05-25 | 2026-06-08 |                      |
        2     | 2026-05-25 | 2026-06-08 |                      |
        3     | 2026-05-25 | 2026-06-08 | yes                  |
        4     | 2026-05-25 | 2026-05-29 | no                   |
        5     | 2026-05-25 | 2026-06-08 | no                   |
        6     | 2026-05-25 | 2026-06-08 | no                   | 2026-07-01
        steps_taken
        child | happened_on | step
        1     | 2026-06-01  | family_group_offered
        2     | 2026-06-09  | family_group_offered
        5     | 2026-05-20  | family_group_offered
        """,
        as_at="2026-07-01",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within                       | outcome
        1        | 2026-06-08 | 2026-06-08 | 2026-06-08 |            | 1 day beginning with the day | met
        2        | 2026-06-08 | 2026-06-08 | 2026-06-09 |            | 1 day beginning with the day | met_late
        3        | 2026-06-08 | 2026-06-08 | 2026-06-08 |            | 1 day beginning with the day | met
        5        | 2026-06-08 | 2026-06-08 |            |            | 1 day beginning with the day | overdue
        6        | 2026-06-08 | 2026-06-08 |            | 2026-07-01 | 1 day beginning with the day | missed
        """,
    ),
    check_clock(
        FAMILY_GROUP_MEETING,
        "nothing is owed while the council has set no number",
        """
        pre_proceedings
        child | started_on | letter_on  | family_group_offered
        1     | 2026-05-25 | 2026-06-08 | yes
        steps_taken
        child | happened_on | step
        1     | 2026-06-22  | family_group_held
        """,
        as_at="2026-12-31",
        expect="",
    ),
    check_clock(
        FAMILY_GROUP_MEETING,
        "counted from the offer, to the end of pre-proceedings",
        """
        settings
        setting                           | value | started_on
        family_group_meeting_working_days | 10    | 2026-06-01
        pre_proceedings
        child | started_on | letter_on  | family_group_offered | application_on
        1     | 2026-05-25 | 2026-06-08 | yes                  |
        2     | 2026-05-25 | 2026-06-08 | yes                  |
        3     | 2026-05-25 | 2026-06-08 | yes                  | 2026-06-15
        4     | 2026-05-25 | 2026-06-08 | no                   |
        steps_taken
        child | happened_on | step
        1     | 2026-06-22  | family_group_held
        2     | 2026-06-23  | family_group_held
        """,
        as_at="2026-06-23",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-06-08 | 2026-06-22 | 2026-06-22 |            | met
        2        | 2026-06-08 | 2026-06-22 | 2026-06-23 |            | met_late
        3        | 2026-06-08 | 2026-06-22 |            | 2026-06-15 | not_required
        """,
    ),
)
