"""Specifications of visits to looked-after children whose conditions change between two visits."""

from onechild.knowledge.clocks.rules.in_care import LOOKED_AFTER_VISIT
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        LOOKED_AFTER_VISIT,
        "a year into a placement meant to last to 18 the duty under way is re-timed from the last visit, unless late",
        """
        placements
        placement_id | child | started_on | placement_kind
        a            | 1     | 2025-01-06 | U4
        b            | 2     | 2025-01-06 | K2
        c            | 3     | 2025-01-06 | K2
        d            | 4     | 2025-01-06 | U4
        placement_conditions
        child | started_on | placement_id | condition
        2     | 2025-03-03 | b            | intended_to_18
        visits
        child | happened_on | purpose
        1     | 2025-01-10  | looked_after
        1     | 2025-12-15  | looked_after
        2     | 2025-01-10  | looked_after
        2     | 2025-11-25  | looked_after
        3     | 2025-01-10  | looked_after
        3     | 2025-12-15  | looked_after
        4     | 2025-01-10  | looked_after
        4     | 2025-11-24  | looked_after
        """,
        as_at="2026-01-27",
        expect="""
        child_id | started_on | due_on     | within   | version           | outcome
        1        | 2025-01-06 | 2025-01-13 | 1 week   | LAC-05 2011-04-01 | met
        1        | 2025-01-10 | 2025-02-21 | 6 weeks  | LAC-06 2011-04-01 | met_late
        1        | 2025-12-15 | 2026-03-15 | 3 months | LAC-07 2011-04-01 | open
        2        | 2025-01-06 | 2025-01-13 | 1 week   | LAC-05 2011-04-01 | met
        2        | 2025-01-10 | 2025-02-21 | 6 weeks  | LAC-06 2011-04-01 | met_late
        2        | 2025-11-25 | 2026-02-25 | 3 months | LAC-07 2011-04-01 | open
        3        | 2025-01-06 | 2025-01-13 | 1 week   | LAC-05 2011-04-01 | met
        3        | 2025-01-10 | 2025-02-21 | 6 weeks  | LAC-06 2011-04-01 | met_late
        3        | 2025-12-15 | 2026-01-26 | 6 weeks  | LAC-06 2011-04-01 | overdue
        4        | 2025-01-06 | 2025-01-13 | 1 week   | LAC-05 2011-04-01 | met
        4        | 2025-01-10 | 2025-02-21 | 6 weeks  | LAC-06 2011-04-01 | met_late
        4        | 2025-11-24 | 2026-01-05 | 6 weeks  | LAC-06 2011-04-01 | overdue
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "fewer visits agreed: six months; on withdrawal what has run out falls due that day, and nothing before it",
        """
        placements
        placement_id | child | started_on | placement_kind
        a            | 1     | 2025-01-06 | K2
        b            | 2     | 2025-01-06 | K2
        c            | 3     | 2025-01-06 | K2
        placement_conditions
        child | started_on | ended_on   | placement_id | condition
        1     | 2025-01-06 |            | a            | fewer_visits_agreed
        2     | 2025-01-06 | 2026-06-01 | b            | fewer_visits_agreed
        3     | 2025-01-06 | 2026-06-01 | c            | fewer_visits_agreed
        visits
        child | happened_on | purpose
        1     | 2025-01-10  | looked_after
        1     | 2026-02-28  | looked_after
        2     | 2025-01-10  | looked_after
        2     | 2026-03-02  | looked_after
        3     | 2025-01-10  | looked_after
        3     | 2026-05-04  | looked_after
        """,
        as_at="2026-06-02",
        expect="""
        child_id | started_on | due_on     | within   | version           | outcome
        1        | 2025-01-06 | 2025-01-13 | 1 week   | LAC-05 2011-04-01 | met
        1        | 2025-01-10 | 2025-02-21 | 6 weeks  | LAC-06 2011-04-01 | met_late
        1        | 2026-02-28 | 2026-08-28 | 6 months | LAC-08 2015-04-01 | open
        2        | 2025-01-06 | 2025-01-13 | 1 week   | LAC-05 2011-04-01 | met
        2        | 2025-01-10 | 2025-02-21 | 6 weeks  | LAC-06 2011-04-01 | met_late
        2        | 2026-03-02 | 2026-06-01 | 6 weeks  | LAC-06 2011-04-01 | overdue
        3        | 2025-01-06 | 2025-01-13 | 1 week   | LAC-05 2011-04-01 | met
        3        | 2025-01-10 | 2025-02-21 | 6 weeks  | LAC-06 2011-04-01 | met_late
        3        | 2026-05-04 | 2026-06-15 | 6 weeks  | LAC-06 2011-04-01 | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "a condition that begins and ends between two visits leaves the last rule, unless the duty was late by then",
        """
        placements
        placement_id | child | started_on | placement_kind
        a            | 1     | 2026-01-05 | U3
        b            | 2     | 2026-01-05 | U3
        placement_conditions
        child | started_on | ended_on   | placement_id | condition
        1     | 2026-01-19 | 2026-01-20 | a            | temporary_approval
        2     | 2026-01-19 | 2026-01-26 | b            | temporary_approval
        visits
        child | happened_on | purpose
        1     | 2026-01-12  | looked_after
        2     | 2026-01-12  | looked_after
        """,
        as_at="2026-01-27",
        expect="""
        child_id | started_on | due_on     | within  | outcome
        1        | 2026-01-05 | 2026-01-12 | 1 week  | met
        1        | 2026-01-12 | 2026-01-19 | 1 week  | overdue
        2        | 2026-01-05 | 2026-01-12 | 1 week  | met
        2        | 2026-01-12 | 2026-01-19 | 1 week  | overdue
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "a condition that ends on the very day the duty falls due re-times it",
        """
        placements
        placement_id | child | started_on | placement_kind
        a            | 1     | 2026-01-05 | U3
        placement_conditions
        child | started_on | ended_on   | placement_id | condition
        1     | 2026-01-05 | 2026-01-19 | a            | temporary_approval
        visits
        child | happened_on | purpose
        1     | 2026-01-12  | looked_after
        """,
        as_at="2026-01-27",
        expect="""
        started_on | due_on     | within  | outcome
        2026-01-05 | 2026-01-12 | 1 week  | met
        2026-01-12 | 2026-02-23 | 6 weeks | open
        """,
    ),
)
