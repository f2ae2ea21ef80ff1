"""Specifications of the clocks of complaints, requests for information and allegations.

In 2026: Good Friday 3 April, Easter Monday 6 April, bank holidays 4 and 25 May and 31 August. Elsewhere in the United
Kingdom 17 March and 13 July too.
"""

from onechild.knowledge.clocks.rules.others.information import (
    ALLEGATION_REPORTED,
    ALLEGATION_RESOLVED,
    ALLEGATION_RESOLVED_3,
    ALLEGATION_RESOLVED_12,
    FREEDOM_OF_INFORMATION,
    PANEL,
    PANEL_ANSWER,
    PANEL_REPORT,
    STAGE_1,
    STAGE_2,
    SUBJECT_ACCESS,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        STAGE_1,
        "10 working days, 20 where extended in time, and not after closing or a request for stage 2",
        """
        complaints
        complaint_id | happened_on | stage_1_extended_on | stage_1_answered_on | closed_on  | stage_2_requested_on
        a            | 2026-03-30  |                     | 2026-04-15          |            |
        b            | 2026-03-30  |                     | 2026-04-16          |            |
        c            | 2026-03-30  | 2026-04-15          | 2026-04-29          |            |
        d            | 2026-03-30  | 2026-04-16          |                     |            |
        e            | 2026-03-30  |                     |                     | 2026-04-10 |
        f            | 2026-03-30  |                     |                     |            | 2026-04-20
        """,
        as_at="2026-04-29",
        expect="""
        subject_kind | subject_id | due_on     | within          | outcome
        complaint    | a          | 2026-04-15 | 10 working days | met
        complaint    | b          | 2026-04-15 | 10 working days | met_late
        complaint    | c          | 2026-04-29 | 20 working days | met
        complaint    | d          | 2026-04-15 | 10 working days | overdue
        complaint    | e          | 2026-04-15 | 10 working days | not_required
        complaint    | f          | 2026-04-15 | 10 working days | missed
        """,
    ),
    check_clock(
        STAGE_2,
        "25 working days from the request, 65 where extended",
        """
        complaints
        complaint_id | happened_on | stage_2_requested_on | stage_2_extended_on | stage_2_answered_on
        a            | 2026-03-02  | 2026-04-20           |                     | 2026-05-27
        b            | 2026-03-02  | 2026-04-20           |                     | 2026-05-28
        c            | 2026-03-02  | 2026-04-20           | 2026-05-20          | 2026-07-22
        d            | 2026-03-02  |                      |                     |
        """,
        as_at="2026-07-22",
        expect="""
        subject_id | due_on     | within          | outcome
        a          | 2026-05-27 | 25 working days | met
        b          | 2026-05-27 | 25 working days | met_late
        c          | 2026-07-22 | 65 working days | met
        """,
    ),
    check_clock(
        PANEL,
        "30 working days from the request for it",
        """
        complaints
        complaint_id | happened_on | panel_requested_on | panel_met_on | closed_on
        a            | 2026-01-05  | 2026-06-01         | 2026-07-13   |
        b            | 2026-01-05  | 2026-06-01         | 2026-07-14   |
        c            | 2026-01-05  | 2026-06-01         |              | 2026-06-20
        """,
        as_at="2026-07-14",
        expect="""
        subject_id | due_on     | outcome
        a          | 2026-07-13 | met
        b          | 2026-07-13 | met_late
        c          | 2026-07-13 | not_required
        """,
    ),
    check_clock(
        PANEL_REPORT,
        "five working days from the meeting",
        """
        complaints
        complaint_id | happened_on | panel_met_on | panel_reported_on | closed_on
        a            | 2026-01-05  | 2026-08-27   | 2026-09-04        |
        b            | 2026-01-05  | 2026-08-27   | 2026-09-07        |
        c            | 2026-01-05  | 2026-08-27   |                   | 2026-09-01
        """,
        as_at="2026-09-07",
        expect="""
        subject_id | due_on     | outcome
        a          | 2026-09-04 | met
        b          | 2026-09-04 | met_late
        c          | 2026-09-04 | not_required
        """,
    ),
    check_clock(
        PANEL_ANSWER,
        "fifteen working days from the report",
        """
        complaints
        complaint_id | happened_on | panel_reported_on | panel_answered_on | closed_on
        a            | 2026-01-05  | 2026-05-05        | 2026-05-27        |
        b            | 2026-01-05  | 2026-05-05        | 2026-05-28        |
        c            | 2026-01-05  | 2026-05-05        |                   | 2026-05-11
        """,
        as_at="2026-05-28",
        expect="""
        subject_id | due_on     | outcome
        a          | 2026-05-27 | met
        b          | 2026-05-27 | met_late
        c          | 2026-05-27 | not_required
        """,
    ),
    check_clock(
        SUBJECT_ACCESS,
        "a month to the next working day, three where it was told that it takes longer",
        """
        information_requests
        information_request_id | request_kind   | happened_on | extended_on | answered_on | withdrawn_on
        a                      | subject_access | 2026-03-03  |             | 2026-04-07  |
        b                      | subject_access | 2026-03-03  |             | 2026-04-08  |
        c                      | subject_access | 2026-01-31  | 2026-02-20  | 2026-04-30  |
        d                      | subject_access | 2026-03-03  |             |             | 2026-03-20
        """,
        as_at="2026-04-30",
        expect="""
        subject_kind | subject_id | spell_id | started_on | due_on     | outcome
        request      | a          | a        | 2026-03-03 | 2026-04-07 | met
        request      | b          | b        | 2026-03-03 | 2026-04-07 | met_late
        request      | c          | c        | 2026-01-31 | 2026-03-02 | not_required
        request      | c          | c/extended | 2026-02-20 | 2026-04-30 | met
        request      | d          | d        | 2026-03-03 | 2026-04-07 | not_required
        """,
    ),
    check_clock(
        SUBJECT_ACCESS,
        "it stands still while it waits and goes on after, the days waited added",
        """
        information_requests
        information_request_id | request_kind   | happened_on | identity_on | answered_on
        a                      | subject_access | 2026-01-25  |             | 2026-03-09
        b                      | subject_access | 2026-01-25  |             |
        c                      | subject_access | 2026-01-25  | 2026-02-02  | 2026-03-02
        d                      | subject_access | 2026-01-25  | 2026-02-02  |
        request_pauses
        request_pause_id | information_request_id | pause_kind    | started_on | ended_on
        p                | a                      | clarification | 2026-02-02 | 2026-02-12
        q                | b                      | clarification | 2026-02-02 |
        r                | d                      | identity      | 2026-01-25 | 2026-02-02
        """,
        as_at="2026-03-09",
        expect="""
        subject_id | spell_id     | started_on | due_on     | ended_on   | outcome
        a          | a            | 2026-01-25 | 2026-02-25 | 2026-02-02 | not_required
        a          | a/2026-02-12 | 2026-02-12 | 2026-03-09 |            | met
        b          | b            | 2026-01-25 | 2026-02-25 | 2026-02-02 | not_required
        c          | c            | 2026-02-02 | 2026-03-02 |            | met
        d          | d/2026-02-02 | 2026-02-02 | 2026-03-05 |            | overdue
        """,
    ),
    check_clock(
        FREEDOM_OF_INFORMATION,
        "the twentieth working day after, Saint Patrick's day left out",
        """
        information_requests
        information_request_id | request_kind           | happened_on | answered_on | withdrawn_on
        a                      | freedom_of_information | 2026-02-27  | 2026-03-30  |
        b                      | freedom_of_information | 2026-02-27  | 2026-03-31  |
        c                      | freedom_of_information | 2026-02-27  |             | 2026-03-05
        d                      | subject_access         | 2026-02-27  | 2026-03-05  |
        """,
        as_at="2026-03-31",
        expect="""
        subject_id | due_on     | within             | outcome
        a          | 2026-03-30 | 20 UK working days | met
        b          | 2026-03-30 | 20 UK working days | met_late
        c          | 2026-03-30 | 20 UK working days | not_required
        """,
    ),
    check_clock(
        FREEDOM_OF_INFORMATION,
        "from the day of a fee notice to the day it is paid no day counts",
        """
        information_requests
        information_request_id | request_kind           | happened_on | answered_on
        a                      | freedom_of_information | 2026-06-01  | 2026-07-10
        b                      | freedom_of_information | 2026-06-01  |
        request_pauses
        request_pause_id | information_request_id | pause_kind    | started_on | ended_on
        p                | a                      | fee           | 2026-06-08 | 2026-06-17
        q                | b                      | clarification | 2026-06-08 | 2026-06-17
        """,
        as_at="2026-07-13",
        expect="""
        subject_id | spell_id     | started_on | due_on     | outcome
        a          | a            | 2026-06-01 | 2026-06-30 | not_required
        a          | a/2026-06-17 | 2026-06-17 | 2026-07-09 | met_late
        b          | b            | 2026-06-01 | 2026-06-30 | overdue
        """,
    ),
    check_clock(
        ALLEGATION_REPORTED,
        "the next working day, over a weekend and Easter",
        """
        allegations
        allegation_id | happened_on | reported_on | resolved_on
        a             | 2026-04-02  | 2026-04-07  |
        b             | 2026-04-02  | 2026-04-08  |
        c             | 2026-04-02  |             | 2026-04-02
        d             | 2026-04-02  |             | 2026-04-05
        """,
        as_at="2026-04-08",
        expect="""
        subject_kind | subject_id | due_on     | outcome
        allegation   | a          | 2026-04-07 | met
        allegation   | b          | 2026-04-07 | met_late
        allegation   | d          | 2026-04-07 | not_required
        """,
    ),
    check_clock(
        ALLEGATION_RESOLVED,
        "a month from the report",
        """
        allegations
        allegation_id | happened_on | reported_on | resolved_on
        a             | 2026-01-30  | 2026-01-31  | 2026-02-28
        b             | 2026-01-30  | 2026-01-31  | 2026-03-01
        c             | 2026-01-30  |             | 2026-02-03
        """,
        as_at="2026-03-01",
        expect="""
        subject_id | due_on     | outcome
        a          | 2026-02-28 | met
        b          | 2026-02-28 | met_late
        """,
    ),
    check_clock(
        ALLEGATION_RESOLVED_3,
        "three months from the report",
        """
        allegations
        allegation_id | happened_on | reported_on | resolved_on
        a             | 2026-01-30  | 2026-01-31  | 2026-04-30
        b             | 2026-01-30  | 2026-01-31  |
        """,
        as_at="2026-05-01",
        expect="""
        subject_id | due_on     | outcome
        a          | 2026-04-30 | met
        b          | 2026-04-30 | overdue
        """,
    ),
    check_clock(
        ALLEGATION_RESOLVED_12,
        "twelve months from the report",
        """
        allegations
        allegation_id | happened_on | reported_on | resolved_on
        a             | 2025-02-27  | 2025-02-28  | 2026-02-28
        b             | 2025-02-27  | 2025-02-28  | 2026-03-01
        """,
        as_at="2026-03-01",
        expect="""
        subject_id | due_on     | outcome
        a          | 2026-02-28 | met
        b          | 2026-02-28 | met_late
        """,
    ),
)
