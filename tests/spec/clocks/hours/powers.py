"""Specifications of the clocks of police protection and orders. In 2026 the clocks change on 29 March and 25 October.

Times are those of London's clocks; the text of an instant may say its own offset.
"""

from onechild.knowledge.clocks.rules.hours.police_and_orders import (
    EMERGENCY_PROTECTION_ORDER,
    POLICE_PROTECTION,
    SECURE_REVIEW,
    SECURE_WITHOUT_ORDER,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        POLICE_PROTECTION,
        "72 hours run through the weekend, and the last minute is in time",
        """
        timed_powers
        child | power             | began_at         | ended_at
        1     | police_protection | 2026-11-06 22:30 | 2026-11-09 22:30
        2     | police_protection | 2026-11-06 22:30 | 2026-11-09 22:31
        3     | police_protection | 2026-11-06 22:30 |
        """,
        as_at="2026-11-09",
        expect="""
        child_id | due_on     | due_at           | met_at           | within   | outcome
        1        | 2026-11-09 | 2026-11-09 22:30 | 2026-11-09 22:30 | 72 hours | met
        2        | 2026-11-09 | 2026-11-09 22:30 | 2026-11-09 22:31 | 72 hours | met_late
        3        | 2026-11-09 | 2026-11-09 22:30 |                  | 72 hours | overdue
        """,
    ),
    check_clock(
        POLICE_PROTECTION,
        "it is not overdue at the end of the day before its last",
        """
        timed_powers
        child | power             | began_at
        1     | police_protection | 2026-11-06 00:10
        """,
        as_at="2026-11-08",
        expect="""
        due_at           | outcome
        2026-11-09 00:10 | open
        """,
    ),
    check_clock(
        POLICE_PROTECTION,
        "72 hours end an hour later by the clock where it went forward, and an hour earlier where it went back",
        """
        timed_powers
        child | power             | began_at
        1     | police_protection | 2026-03-27 23:30
        2     | police_protection | 2026-10-23 00:30
        3     | police_protection | 2026-10-25T01:30+01:00
        4     | police_protection | 2026-10-25T01:30+00:00
        """,
        as_at="2026-12-31",
        expect="""
        child_id | started_on | due_on     | due_at
        1        | 2026-03-27 | 2026-03-31 | 2026-03-31 00:30
        2        | 2026-10-23 | 2026-10-25 | 2026-10-25 23:30
        3        | 2026-10-25 | 2026-10-28 | 2026-10-28 00:30
        4        | 2026-10-25 | 2026-10-28 | 2026-10-28 01:30
        """,
    ),
    check_clock(
        POLICE_PROTECTION,
        "in summer the day in London is not that of Greenwich",
        """
        timed_powers
        child | power             | began_at         | ended_at
        1     | police_protection | 2026-06-30 00:20 | 2026-07-03 00:10
        2     | police_protection | 2026-06-30 00:20 | 2026-07-03 00:40
        """,
        as_at="2026-07-03",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-06-30 | 2026-07-03 | 2026-07-03 | met
        2        | 2026-06-30 | 2026-07-03 | 2026-07-03 | met_late
        """,
    ),
    check_clock(
        POLICE_PROTECTION,
        "a power's own end goes before the count",
        """
        timed_powers
        child | power             | began_at         | expires_at
        1     | police_protection | 2026-11-06 10:00 | 2026-11-07 09:00
        """,
        as_at="2026-11-07",
        expect="""
        due_at           | within               | outcome
        2026-11-07 09:00 | the order's own time | overdue
        """,
    ),
    check_clock(
        POLICE_PROTECTION,
        "an emergency protection order meets it, and a care order does by its day",
        """
        timed_powers
        timed_power_id | child | power                      | began_at
        p              | 1     | police_protection          | 2026-11-06 10:00
        e              | 1     | emergency_protection_order | 2026-11-08 15:00
        q              | 2     | police_protection          | 2026-11-06 10:00
        legal_statuses
        child | status | started_on
        2     | C1     | 2026-11-09
        """,
        as_at="2026-11-09",
        expect="""
        child_id | met_on     | met_at           | outcome
        1        | 2026-11-08 | 2026-11-08 15:00 | met
        2        | 2026-11-09 |                  | met
        """,
    ),
    check_clock(
        POLICE_PROTECTION,
        "the end of another's power meets nothing, and nothing is owed after the child's death or at 18",
        """
        children
        child | born_on    | died_on
        1     | 2015-01-01 |
        2     | 2015-01-01 | 2026-11-07
        3     | 2008-11-08 |
        timed_powers
        timed_power_id | child | power             | began_at         | ended_at
        a              | 1     | police_protection | 2026-11-06 10:00 |
        b              | 1     | police_protection | 2026-11-07 10:00 | 2026-11-08 10:00
        c              | 2     | police_protection | 2026-11-06 10:00 |
        d              | 3     | police_protection | 2026-11-06 10:00 |
        """,
        as_at="2026-11-20",
        expect="""
        child_id | spell_id | ended_on   | outcome
        1        | a        | 2033-01-01 | overdue
        1        | b        |            | met
        2        | c        | 2026-11-07 | not_required
        3        | d        | 2026-11-08 | not_required
        """,
    ),
    check_clock(
        POLICE_PROTECTION,
        "a power whose hour is not on record opens nothing",
        """
        timed_powers
        child | power             | started_on | began_at
        1     | police_protection | 2026-11-06 |
        """,
        as_at="2026-11-20",
        expect="",
    ),
    check_clock(
        EMERGENCY_PROTECTION_ORDER,
        "the time on the order decides, 8 days where it has none, and an extension moves it",
        """
        timed_powers
        child | power                      | began_at         | expires_at       | ended_at
        1     | emergency_protection_order | 2026-11-02 15:00 | 2026-11-06 12:00 | 2026-11-06 12:00
        2     | emergency_protection_order | 2026-11-02 15:00 |                  |
        3     | emergency_protection_order | 2026-11-02 15:00 | 2026-11-17 12:00 |
        4     | emergency_protection_order | 2026-11-02 15:00 |                  | 2026-11-10 15:01
        """,
        as_at="2026-11-16",
        expect="""
        child_id | due_at           | within               | outcome
        1        | 2026-11-06 12:00 | the order's own time | met
        2        | 2026-11-10 15:00 | 8 days               | overdue
        3        | 2026-11-17 12:00 | the order's own time | open
        4        | 2026-11-10 15:00 | 8 days               | met_late
        """,
    ),
    check_clock(
        EMERGENCY_PROTECTION_ORDER,
        "one that the police asked for runs from their own protection, and another from its making",
        """
        timed_powers
        timed_power_id | child | power                      | began_at         | asked_by_police
        p              | 1     | police_protection          | 2026-11-02 09:00 |
        e              | 1     | emergency_protection_order | 2026-11-04 15:00 | yes
        q              | 2     | police_protection          | 2026-11-02 09:00 |
        f              | 2     | emergency_protection_order | 2026-11-04 15:00 | no
        r              | 3     | police_protection          | 2026-11-01 09:00 |
        g              | 3     | emergency_protection_order | 2026-11-04 15:00 | yes
        """,
        as_at="2026-11-05",
        expect="""
        child_id | started_at       | due_at
        1        | 2026-11-04 15:00 | 2026-11-10 09:00
        2        | 2026-11-04 15:00 | 2026-11-12 15:00
        3        | 2026-11-04 15:00 | 2026-11-12 15:00
        """,
    ),
    check_clock(
        EMERGENCY_PROTECTION_ORDER,
        "an interim care order made on the last day meets it",
        """
        timed_powers
        child | power                      | began_at         | expires_at
        1     | emergency_protection_order | 2026-11-02 15:00 | 2026-11-06 12:00
        legal_statuses
        child | status | started_on
        1     | C1     | 2026-11-06
        """,
        as_at="2026-11-06",
        expect="""
        met_on     | outcome
        2026-11-06 | met
        """,
    ),
    check_clock(
        SECURE_WITHOUT_ORDER,
        "72 hours, or to the next working day where the record says that regulation 10(3) holds",
        """
        timed_powers
        child | power                | began_at         | expires_at       | ended_at
        1     | secure_without_order | 2026-11-05 10:00 |                  | 2026-11-08 09:00
        2     | secure_without_order | 2026-11-05 10:00 |                  | 2026-11-08 10:01
        3     | secure_without_order | 2026-11-05 10:00 | 2026-11-09 12:00 | 2026-11-09 11:00
        """,
        as_at="2026-11-09",
        expect="""
        child_id | due_at           | outcome
        1        | 2026-11-08 10:00 | met
        2        | 2026-11-08 10:00 | met_late
        3        | 2026-11-09 12:00 | met
        """,
    ),
    check_clock(
        SECURE_REVIEW,
        "within a month, then every three months, while the child lives in a secure home",
        """
        placements
        placement_id | child | started_on | ended_on   | placement_kind
        p            | 1     | 2026-01-31 |            | K1
        q            | 2     | 2026-01-31 | 2026-02-20 | K1
        r            | 3     | 2026-01-31 |            | K2
        steps_taken
        child | happened_on | step
        1     | 2026-02-28  | secure_reviewed
        1     | 2026-05-29  | secure_reviewed
        """,
        as_at="2026-08-31",
        expect="""
        child_id | started_on | due_on     | within   | outcome
        1        | 2026-01-31 | 2026-02-28 | 1 month  | met
        1        | 2026-02-28 | 2026-05-28 | 3 months | met_late
        1        | 2026-05-29 | 2026-08-29 | 3 months | overdue
        2        | 2026-01-31 | 2026-02-28 | 1 month  | not_required
        """,
    ),
)
