"""Specifications of missing again, trafficking, mutilation, serious incidents. Holidays 2026: 3 and 6 April, 4 May."""

from onechild.knowledge.clocks.rules.safety import (
    FGM_REPORT,
    INCIDENT_NOTIFICATION,
    MISSING_MEETING,
    RAPID_REVIEW,
    TRAFFICKING_REFERRAL,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        MISSING_MEETING,
        "the third episode in ninety days opens it, the third in ninety-one does not; working day 5 is in time",
        """
        missing_episodes
        missing_id | child | started_on | ended_on
        m1         | 1     | 2026-01-05 | 2026-01-06
        m2         | 1     | 2026-02-02 | 2026-02-03
        m3         | 1     | 2026-04-01 | 2026-04-02
        n1         | 2     | 2026-01-05 | 2026-01-06
        n2         | 2     | 2026-02-02 | 2026-02-03
        n3         | 2     | 2026-04-04 | 2026-04-05
        o1         | 3     | 2026-01-05 | 2026-01-06
        o2         | 3     | 2026-02-02 | 2026-02-03
        o3         | 3     | 2026-04-05 | 2026-04-06
        steps_taken
        child | happened_on | step
        1     | 2026-04-10  | missing_meeting
        2     | 2026-04-14  | missing_meeting
        """,
        as_at="2026-04-14",
        expect="""
        spell_id | started_on | due_on     | met_on     | outcome
        m3       | 2026-04-01 | 2026-04-10 | 2026-04-10 | met
        n3       | 2026-04-04 | 2026-04-13 | 2026-04-14 | met_late
        """,
    ),
    check_clock(
        MISSING_MEETING,
        "so do three days on end, counted from the third; the end of the work ends it",
        """
        missing_episodes
        missing_id | child | started_on | ended_on
        m1         | 1     | 2026-03-30 | 2026-04-02
        m2         | 2     | 2026-03-30 | 2026-04-01
        m3         | 3     | 2026-03-30 |
        m4         | 4     | 2026-03-30 |
        referrals
        child | started_on | ended_on
        4     | 2026-01-05 | 2026-04-08
        """,
        as_at="2026-04-14",
        expect="""
        spell_id | started_on | due_on     | ended_on   | outcome
        m1       | 2026-04-02 | 2026-04-13 |            | overdue
        m3       | 2026-04-02 | 2026-04-13 |            | overdue
        m4       | 2026-04-02 | 2026-04-13 | 2026-04-08 | not_required
        """,
    ),
    check_clock(
        TRAFFICKING_REFERRAL,
        "the next working day is in time over a bank holiday, the day after late; it ends with the work",
        """
        steps_taken
        child | happened_on | step
        1     | 2026-05-01  | trafficking_suspected
        1     | 2026-05-05  | trafficking_referred
        2     | 2026-05-01  | trafficking_suspected
        2     | 2026-05-06  | trafficking_referred
        3     | 2026-05-01  | trafficking_suspected
        referrals
        child | started_on | ended_on
        3     | 2026-01-05 | 2026-05-05
        """,
        as_at="2026-05-06",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-05-05 | 2026-05-05 |            | met
        2        | 2026-05-05 | 2026-05-06 |            | met_late
        3        | 2026-05-05 |            | 2026-05-05 | not_required
        """,
    ),
    check_clock(
        FGM_REPORT,
        "the close of the next working day is in time over a bank holiday; another's report counts as one",
        """
        steps_taken
        child | happened_on | step
        1     | 2026-05-01  | fgm_known
        1     | 2026-05-01  | fgm_reported
        2     | 2026-05-01  | fgm_known
        2     | 2026-05-05  | fgm_reported
        3     | 2026-05-01  | fgm_known
        3     | 2026-05-06  | fgm_reported
        4     | 2026-05-01  | fgm_known
        5     | 2026-05-01  | fgm_known
        referrals
        child | started_on | ended_on
        5     | 2026-01-05 | 2026-05-06
        """,
        as_at="2026-05-06",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-05-05 | 2026-05-01 |            | met
        2        | 2026-05-05 | 2026-05-05 |            | met
        3        | 2026-05-05 | 2026-05-06 |            | met_late
        4        | 2026-05-05 |            |            | overdue
        5        | 2026-05-05 |            | 2026-05-06 | missed
        """,
    ),
    check_clock(
        INCIDENT_NOTIFICATION,
        "working day 5 is in time over Easter, and the duty does not end with the child's life",
        """
        children
        child | died_on
        1     | 2026-04-01
        2     | 2026-04-02
        3     | 2026-04-02
        serious_incidents
        child | happened_on | incident_kind      | notified_on
        1     | 2026-04-02  | harm               | 2026-04-13
        2     | 2026-04-02  | looked_after_death | 2026-04-14
        3     | 2026-04-02  | care_leaver_death  |
        """,
        as_at="2026-04-14",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on | outcome
        1        | 2026-04-02 | 2026-04-13 | 2026-04-13 |          | met
        2        | 2026-04-02 | 2026-04-13 | 2026-04-14 |          | met_late
        3        | 2026-04-02 | 2026-04-13 |            |          | overdue
        """,
    ),
    check_clock(
        RAPID_REVIEW,
        "working day 15 from the notification is in time over Easter; a care leaver's death asks for none",
        """
        children
        child | died_on
        1     | 2026-03-12
        serious_incidents
        child | happened_on | incident_kind     | notified_on | rapid_review_on
        1     | 2026-03-12  | harm              | 2026-03-16  | 2026-04-08
        2     | 2026-03-12  | harm              | 2026-03-16  | 2026-04-09
        3     | 2026-03-12  | harm              | 2026-03-16  |
        4     | 2026-03-12  | care_leaver_death | 2026-03-16  |
        5     | 2026-03-12  | harm              |             |
        """,
        as_at="2026-04-09",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-03-16 | 2026-04-08 | 2026-04-08 | met
        2        | 2026-03-16 | 2026-04-08 | 2026-04-09 | met_late
        3        | 2026-03-16 | 2026-04-08 |            | overdue
        """,
    ),
)
