"""Specifications of what begins with care or a placement: plans, notices, the reviewing officer, times of approval."""

from onechild.knowledge.clocks.rules.care.placements import (
    CARE_PLAN,
    EMERGENCY_PLACEMENT,
    PLACEMENT_NOTICE,
    PLACEMENT_PLAN,
    REQUESTED_VISIT,
    REVIEWING_OFFICER_NAMED,
    TEMPORARY_APPROVAL,
    VISIT_AFTER_NOTICE,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        PLACEMENT_NOTICE,
        "five working days over Easter: the last day is in time, the next is late",
        """
        placements
        placement_id | child | started_on | placement_kind
        a            | 1     | 2026-04-01 | U6
        b            | 2     | 2026-04-01 | U6
        steps_taken
        child | happened_on | step               | about_id
        1     | 2026-04-10  | placement_notified | a
        2     | 2026-04-11  | placement_notified |
        """,
        as_at="2026-04-12",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-04-01 | 2026-04-10 | 2026-04-10 | met
        2        | 2026-04-01 | 2026-04-10 | 2026-04-11 | met_late
        """,
    ),
    check_clock(
        PLACEMENT_NOTICE,
        "told before the placement counts on its first day; word of another placement meets nothing",
        """
        placements
        placement_id | child | started_on | ended_on   | placement_kind
        a            | 1     | 2026-01-05 | 2026-01-08 | U6
        b            | 1     | 2026-01-08 |            | K2
        steps_taken
        child | happened_on | step               | about_id
        1     | 2025-12-30  | placement_notified | a
        1     | 2026-01-09  | placement_notified | a
        """,
        as_at="2026-01-16",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on | outcome
        a        | 2026-01-05 | 2026-01-12 | 2026-01-05 |          | met
        b        | 2026-01-08 | 2026-01-15 |            |          | overdue
        """,
    ),
    check_clock(
        PLACEMENT_NOTICE,
        "none for a placement that ended first, for short breaks, for a holiday, or for adoption",
        """
        placements
        placement_id | child | started_on | ended_on   | placement_kind
        a            | 1     | 2026-01-05 | 2026-01-08 | U6
        b            | 1     | 2026-01-08 |            | T2
        c            | 2     | 2026-01-05 |            | U6
        d            | 3     | 2026-01-05 |            | A5
        legal_statuses
        child | started_on | status
        2     | 2026-01-05 | V4
        """,
        as_at="2026-02-01",
        expect="""
        child_id | spell_id | due_on     | ended_on   | outcome
        1        | a        | 2026-01-12 | 2026-01-08 | not_required
        """,
    ),
    check_clock(
        REVIEWING_OFFICER_NAMED,
        "five working days from coming into care, over the May bank holiday",
        """
        periods_of_care
        care_id | child | started_on
        c       | 1     | 2026-05-01
        d       | 2     | 2026-05-01
        allocations
        child | started_on | role              | worker_id
        1     | 2026-05-11 | reviewing_officer | w
        2     | 2026-05-12 | reviewing_officer | w
        2     | 2026-05-04 | lead              | v
        """,
        as_at="2026-05-12",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-05-01 | 2026-05-11 | 2026-05-11 | met
        2        | 2026-05-01 | 2026-05-11 | 2026-05-12 | met_late
        """,
    ),
    check_clock(
        REVIEWING_OFFICER_NAMED,
        "one who is with the child already meets it on the first day; one who has gone does not",
        """
        periods_of_care
        care_id | child | started_on | ended_on
        c       | 1     | 2026-01-05 |
        d       | 2     | 2026-01-05 | 2026-01-09
        allocations
        child | started_on | ended_on   | role              | worker_id
        1     | 2025-11-03 |            | reviewing_officer | w
        2     | 2025-11-03 | 2026-01-05 | reviewing_officer | w
        """,
        as_at="2026-02-01",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-01-12 | 2026-01-05 |            | met
        2        | 2026-01-12 |            | 2026-01-09 | not_required
        """,
    ),
    check_clock(
        CARE_PLAN,
        "ten working days from the first placement, not from coming into care; a plan made before counts",
        """
        periods_of_care
        care_id | child | started_on
        c       | 1     | 2026-08-20
        d       | 2     | 2026-08-20
        e       | 3     | 2026-08-20
        placements
        child | started_on | placement_kind
        1     | 2026-08-21 | U6
        1     | 2026-08-28 | K2
        2     | 2026-08-21 | U6
        3     | 2026-08-21 | U6
        care_plans
        child | started_on | care_id
        1     | 2026-09-07 | c
        2     | 2026-09-08 |
        3     | 2026-08-19 | e
        """,
        as_at="2026-09-08",
        expect="""
        child_id | spell_id | started_on | due_on     | met_on     | outcome
        1        | c        | 2026-08-21 | 2026-09-07 | 2026-09-07 | met
        2        | d        | 2026-08-21 | 2026-09-07 | 2026-09-08 | met_late
        3        | e        | 2026-08-21 | 2026-09-07 | 2026-08-21 | met
        """,
    ),
    check_clock(
        CARE_PLAN,
        "section 31A: none under an interim care order or care proceedings, and none from the day they begin",
        """
        periods_of_care
        care_id | child | started_on
        c       | 1     | 2026-01-05
        d       | 2     | 2026-01-05
        e       | 3     | 2026-01-05
        f       | 4     | 2026-01-05
        placements
        child | started_on | placement_kind
        1     | 2026-01-05 | U6
        2     | 2026-01-05 | U6
        3     | 2026-01-05 | U6
        4     | 2026-01-05 | U6
        legal_statuses
        child | started_on | status
        1     | 2026-01-05 | C1
        4     | 2026-01-05 | V2
        proceedings
        child | started_on | application
        2     | 2025-12-18 | care
        3     | 2026-01-14 | care
        4     | 2026-01-14 | special_guardianship
        """,
        as_at="2026-01-20",
        expect="""
        child_id | started_on | due_on     | ended_on   | outcome
        3        | 2026-01-05 | 2026-01-19 | 2026-01-14 | not_required
        4        | 2026-01-05 | 2026-01-19 |            | overdue
        """,
    ),
    check_clock(
        PLACEMENT_PLAN,
        "five working days over a weekend, for each placement; a plan made before counts on the first day",
        """
        placements
        placement_id | child | started_on | ended_on   | placement_kind
        a            | 1     | 2026-06-11 | 2026-07-02 | U6
        b            | 1     | 2026-07-02 |            | U6
        c            | 2     | 2026-06-11 | 2026-06-15 | U6
        d            | 2     | 2026-06-15 |            | P1
        placement_plans
        child | happened_on | placement_id
        1     | 2026-06-18  | a
        1     | 2026-06-30  | b
        2     | 2026-06-23  |
        """,
        as_at="2026-06-24",
        expect="""
        child_id | spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | a        | 2026-06-11 | 2026-06-18 | 2026-06-18 |            | met
        2        | c        | 2026-06-11 | 2026-06-18 |            | 2026-06-15 | not_required
        2        | d        | 2026-06-15 | 2026-06-22 | 2026-06-23 |            | met_late
        """,
    ),
    check_clock(
        PLACEMENT_PLAN,
        "none in a series of short breaks",
        """
        placements
        placement_id | child | started_on | placement_kind
        a            | 1     | 2026-06-11 | U6
        placement_conditions
        child | placement_id | started_on | condition
        1     | a            | 2026-06-11 | short_breaks
        placement_plans
        child | happened_on
        2     | 2026-06-18
        """,
        as_at="2026-07-24",
        expect="""
        """,
    ),
    check_clock(
        REQUESTED_VISIT,
        "a week from the request, by any visit at which the child in care was seen; over with care",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2026-01-05 |
        2     | 2026-01-05 | 2026-03-06
        steps_taken
        child | happened_on | step
        1     | 2026-02-02  | visit_requested
        1     | 2026-02-20  | visit_requested
        2     | 2026-03-02  | visit_requested
        3     | 2026-03-02  | visit_requested
        visits
        child | happened_on | purpose      | seen
        1     | 2026-02-06  | looked_after | no
        1     | 2026-02-09  | looked_after | yes
        1     | 2026-02-28  | looked_after | yes
        """,
        as_at="2026-03-20",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-02-02 | 2026-02-09 | 2026-02-09 |            | met
        1        | 2026-02-20 | 2026-02-27 | 2026-02-28 |            | met_late
        2        | 2026-03-02 | 2026-03-09 |            | 2026-03-06 | not_required
        """,
    ),
    check_clock(
        REQUESTED_VISIT,
        "the council's own number of days",
        """
        settings
        setting              | value | started_on
        requested_visit_days | 3     | 2026-01-01
        periods_of_care
        child | started_on
        1     | 2026-01-05
        steps_taken
        child | happened_on | step
        1     | 2026-02-02  | visit_requested
        visits
        child | happened_on | purpose
        1     | 2026-02-06  | looked_after
        """,
        as_at="2026-03-20",
        expect="""
        started_on | due_on     | met_on     | within | outcome
        2026-02-02 | 2026-02-05 | 2026-02-06 | 3 days | met_late
        """,
    ),
    check_clock(
        VISIT_AFTER_NOTICE,
        "a week from Ofsted's notice about the setting, for a child in care; a visit by video does not meet it",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2026-01-05 |
        2     | 2026-01-05 |
        3     | 2026-01-05 | 2026-04-29
        steps_taken
        child | happened_on | step
        1     | 2026-04-27  | setting_notice
        2     | 2026-04-27  | setting_notice
        3     | 2026-04-27  | setting_notice
        visits
        child | happened_on | purpose      | method
        1     | 2026-05-04  | looked_after | face_to_face
        2     | 2026-05-01  | looked_after | video
        2     | 2026-05-05  | looked_after | face_to_face
        """,
        as_at="2026-05-06",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-05-04 | 2026-05-04 |            | met
        2        | 2026-05-04 | 2026-05-05 |            | met_late
        3        | 2026-05-04 |            | 2026-04-29 | not_required
        """,
    ),
    check_clock(
        TEMPORARY_APPROVAL,
        "sixteen weeks to the day: in time on the last, late on the next, overdue while it goes on",
        """
        placements
        placement_id | child | started_on | placement_kind
        a            | 1     | 2026-01-05 | U3
        b            | 2     | 2026-01-05 | U3
        c            | 3     | 2026-01-05 | U3
        placement_conditions
        child | placement_id | started_on | ended_on   | condition
        1     | a            | 2026-01-05 | 2026-04-27 | temporary_approval
        2     | b            | 2026-01-05 | 2026-04-28 | temporary_approval
        3     | c            | 2026-01-05 |            | temporary_approval
        """,
        as_at="2026-04-28",
        expect="""
        child_id | started_on | due_on     | met_on     | within   | version           | outcome
        1        | 2026-01-05 | 2026-04-27 | 2026-04-27 | 16 weeks | LAC-23 2011-04-01 | met
        2        | 2026-01-05 | 2026-04-27 | 2026-04-28 | 16 weeks | LAC-23 2011-04-01 | met_late
        3        | 2026-01-05 | 2026-04-27 |            | 16 weeks | LAC-23 2011-04-01 | overdue
        """,
    ),
    check_clock(
        TEMPORARY_APPROVAL,
        "extended in time it has twenty-four weeks in all; extended too late it was late already",
        """
        placements
        placement_id | child | started_on | ended_on   | placement_kind
        a            | 1     | 2026-01-05 |            | U3
        b            | 2     | 2026-01-05 |            | U3
        c            | 3     | 2026-01-05 | 2026-02-02 | U3
        placement_conditions
        child | placement_id | started_on | ended_on   | condition
        1     | a            | 2026-01-05 | 2026-04-20 | temporary_approval
        1     | a            | 2026-04-20 | 2026-06-22 | extended_temporary_approval
        2     | b            | 2026-01-05 | 2026-05-01 | temporary_approval
        2     | b            | 2026-05-01 |            | extended_temporary_approval
        3     | c            | 2026-01-05 |            | temporary_approval
        """,
        as_at="2026-06-23",
        expect="""
        child_id | started_on | due_on     | met_on     | within   | outcome
        1        | 2026-01-05 | 2026-06-22 | 2026-06-22 | 24 weeks | met
        2        | 2026-01-05 | 2026-04-27 |            | 16 weeks | overdue
        3        | 2026-01-05 | 2026-04-27 | 2026-02-02 | 16 weeks | met
        """,
    ),
    check_clock(
        EMERGENCY_PLACEMENT,
        "six working days over Christmas; the end of the placement ends it too",
        """
        placements
        placement_id | child | started_on | ended_on   | placement_kind
        a            | 1     | 2026-12-21 |            | U6
        b            | 2     | 2026-12-21 |            | U6
        c            | 3     | 2026-12-21 | 2026-12-22 | U6
        placement_conditions
        child | placement_id | started_on | ended_on   | condition
        1     | a            | 2026-12-21 | 2026-12-31 | emergency_outside_terms
        2     | b            | 2026-12-21 | 2027-01-01 | emergency_outside_terms
        3     | c            | 2026-12-21 |            | emergency_outside_terms
        """,
        as_at="2027-01-05",
        expect="""
        child_id | due_on     | met_on     | outcome
        1        | 2026-12-31 | 2026-12-31 | met
        2        | 2026-12-31 | 2027-01-01 | met_late
        3        | 2026-12-31 | 2026-12-22 | met
        """,
    ),
)
