"""Specifications of visits to looked-after children, rule by rule in the order of precedence of regulation 28."""

from onechild.knowledge.clocks.rules.in_care import LOOKED_AFTER_VISIT
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        LOOKED_AFTER_VISIT,
        "within a week of each placement, then six weeks from the last visit",
        """
        placements
        placement_id | child | started_on | ended_on   | placement_kind
        a            | 1     | 2026-01-05 | 2026-03-02 | U6
        b            | 1     | 2026-03-02 |            | K2
        visits
        child | happened_on | purpose
        1     | 2026-01-12  | looked_after
        1     | 2026-02-24  | looked_after
        1     | 2026-03-10  | looked_after
        """,
        as_at="2026-03-10",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | within  | outcome
        a        | 2026-01-05 | 2026-01-12 | 2026-01-12 |            | 1 week  | met
        a        | 2026-01-12 | 2026-02-23 | 2026-02-24 |            | 6 weeks | met_late
        a        | 2026-02-24 | 2026-04-07 |            | 2026-03-02 | 6 weeks | not_required
        b        | 2026-03-02 | 2026-03-09 | 2026-03-10 |            | 1 week  | met_late
        b        | 2026-03-10 | 2026-04-21 |            |            | 6 weeks | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "a placement left open ends with the period of care",
        """
        periods_of_care
        care_id | child | started_on | ended_on
        c       | 1     | 2026-01-05 | 2026-01-09
        placements
        child | started_on | placement_kind | care_id
        1     | 2026-01-05 | U6             | c
        """,
        as_at="2026-03-10",
        expect="""
        due_on     | ended_on   | outcome
        2026-01-12 | 2026-01-09 | not_required
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "placed for adoption: weekly to the first review after it, then what is shown as six weeks",
        """
        placements
        child | started_on | placement_kind
        1     | 2026-01-05 | A5
        visits
        child | happened_on | purpose
        1     | 2026-01-10  | placed_for_adoption
        1     | 2026-01-31  | placed_for_adoption
        looked_after_reviews
        child | happened_on | cancelled
        1     | 2026-01-05  | no
        1     | 2026-01-15  | yes
        1     | 2026-02-02  | no
        """,
        as_at="2026-02-02",
        expect="""
        started_on | due_on     | met_on     | within  | version           | outcome
        2026-01-05 | 2026-01-12 | 2026-01-10 | 1 week  | ADP-03 2011-04-01 | met
        2026-01-10 | 2026-01-17 | 2026-01-31 | 1 week  | ADP-03 2011-04-01 | met_late
        2026-01-31 | 2026-03-14 |            | 6 weeks | ADP-03 2011-04-01 | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "temporary approval: weekly to the first review, then four weeks, then the general rule on full approval",
        """
        placements
        placement_id | child | started_on | placement_kind
        p            | 1     | 2026-01-05 | U3
        placement_conditions
        child | started_on | ended_on   | placement_id | condition
        1     | 2026-01-05 | 2026-03-09 | p            | temporary_approval
        visits
        child | happened_on | purpose
        1     | 2026-01-12  | looked_after
        1     | 2026-01-19  | looked_after
        1     | 2026-01-26  | looked_after
        1     | 2026-02-20  | looked_after
        looked_after_reviews
        child | happened_on
        1     | 2026-01-29
        """,
        as_at="2026-03-09",
        expect="""
        started_on | due_on     | met_on     | within  | version           | outcome
        2026-01-05 | 2026-01-12 | 2026-01-12 | 1 week  | LAC-10 2011-04-01 | met
        2026-01-12 | 2026-01-19 | 2026-01-19 | 1 week  | LAC-10 2011-04-01 | met
        2026-01-19 | 2026-01-26 | 2026-01-26 | 1 week  | LAC-10 2011-04-01 | met
        2026-01-26 | 2026-02-23 | 2026-02-20 | 4 weeks | LAC-10 2011-04-01 | met
        2026-02-20 | 2026-04-03 |            | 6 weeks | LAC-06 2011-04-01 | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "an interim care order at a parent's is weekly; the full order asks for a visit within a week of it, then six",
        """
        placements
        child | started_on | placement_kind
        1     | 2026-01-05 | P1
        legal_statuses
        child | started_on | ended_on   | status
        1     | 2026-01-05 | 2026-02-16 | C1
        1     | 2026-02-16 |            | C2
        visits
        child | happened_on | purpose
        1     | 2026-01-09  | looked_after
        1     | 2026-02-11  | looked_after
        1     | 2026-02-23  | looked_after
        """,
        as_at="2026-02-23",
        expect="""
        started_on | due_on     | met_on     | ended_on   | within  | version           | outcome
        2026-01-05 | 2026-01-12 | 2026-01-09 |            | 1 week  | LAC-10 2011-04-01 | met
        2026-01-09 | 2026-01-16 | 2026-02-11 |            | 1 week  | LAC-10 2011-04-01 | met_late
        2026-02-11 | 2026-02-18 |            | 2026-02-16 | 1 week  | LAC-10 2011-04-01 | not_required
        2026-02-16 | 2026-02-23 | 2026-02-23 |            | 1 week  | LAC-11 2011-04-01 | met
        2026-02-23 | 2026-04-06 |            |            | 6 weeks | LAC-11 2011-04-01 | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "a visit on the day of the full order meets the old duty and the new one",
        """
        placements
        child | started_on | placement_kind
        1     | 2026-01-05 | P1
        care_episodes
        child | started_on | ended_on   | legal_status
        1     | 2026-01-05 | 2026-01-26 | C1
        1     | 2026-01-26 | 2026-02-02 | C2
        1     | 2026-02-02 |            | C2
        visits
        child | happened_on | purpose
        1     | 2026-01-26  | looked_after
        """,
        as_at="2026-02-02",
        expect="""
        started_on | due_on     | met_on     | within  | outcome
        2026-01-05 | 2026-01-12 | 2026-01-26 | 1 week  | met_late
        2026-01-26 | 2026-02-02 | 2026-01-26 | 1 week  | met
        2026-01-26 | 2026-03-09 |            | 6 weeks | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "with a parent before assessment: weekly to the first review, then six weeks",
        """
        placements
        placement_id | child | started_on | placement_kind
        p            | 1     | 2026-01-05 | P1
        placement_conditions
        child | started_on | placement_id | condition
        1     | 2026-01-05 | p            | parents_before_assessment
        visits
        child | happened_on | purpose
        1     | 2026-01-12  | looked_after
        1     | 2026-01-30  | looked_after
        looked_after_reviews
        child | happened_on
        1     | 2026-01-19
        """,
        as_at="2026-01-30",
        expect="""
        started_on | due_on     | met_on     | within  | version           | outcome
        2026-01-05 | 2026-01-12 | 2026-01-12 | 1 week  | LAC-09 2011-04-01 | met
        2026-01-12 | 2026-02-23 | 2026-01-30 | 6 weeks | LAC-09 2011-04-01 | met
        2026-01-30 | 2026-03-13 |            | 6 weeks | LAC-09 2011-04-01 | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "where somebody else arranged where the child lives: within a week of that, then six weeks",
        """
        placements
        placement_id | child | started_on | placement_kind
        p            | 1     | 2026-01-05 | R5
        placement_conditions
        child | started_on | placement_id | condition
        1     | 2026-01-26 | p            | other_arrangements
        visits
        child | happened_on | purpose
        1     | 2026-01-12  | looked_after
        """,
        as_at="2026-02-03",
        expect="""
        started_on | due_on     | met_on     | ended_on   | within  | version           | outcome
        2026-01-05 | 2026-01-12 | 2026-01-12 |            | 1 week  | LAC-05 2011-04-01 | met
        2026-01-12 | 2026-02-23 |            | 2026-01-26 | 6 weeks | LAC-06 2011-04-01 | not_required
        2026-01-26 | 2026-02-02 |            |            | 1 week  | LAC-12 2011-04-01 | overdue
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "short breaks: within three months, then six, by the legal status or by a condition",
        """
        placements
        placement_id | child | started_on | placement_kind
        p            | 1     | 2025-11-30 | U6
        q            | 2     | 2025-11-30 | U6
        legal_statuses
        child | started_on | status
        1     | 2025-11-30 | V4
        placement_conditions
        child | started_on | placement_id | condition
        2     | 2025-11-30 | q            | short_breaks
        visits
        child | happened_on | purpose
        1     | 2026-02-28  | looked_after
        2     | 2026-03-01  | looked_after
        """,
        as_at="2026-03-01",
        expect="""
        child_id | due_on     | met_on     | within   | version           | outcome
        1        | 2026-02-28 | 2026-02-28 | 3 months | LAC-14 2011-04-01 | met
        1        | 2026-08-28 |            | 6 months | LAC-14 2011-04-01 | open
        2        | 2026-02-28 | 2026-03-01 | 3 months | LAC-14 2011-04-01 | met_late
        2        | 2026-09-01 |            | 6 months | LAC-14 2011-04-01 | open
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "the earlier in the order of precedence goes before the later",
        """
        placements
        placement_id | child | started_on | placement_kind
        a            | 1     | 2024-01-08 | A3
        b            | 2     | 2024-01-08 | P1
        c            | 3     | 2024-01-08 | U1
        d            | 4     | 2024-01-08 | U1
        placement_conditions
        child | started_on | placement_id | condition
        1     | 2024-01-08 | a            | temporary_approval
        2     | 2024-01-08 | b            | parents_before_assessment
        3     | 2024-01-08 | c            | short_breaks
        3     | 2024-01-08 | c            | other_arrangements
        4     | 2024-01-08 | d            | fewer_visits_agreed
        legal_statuses
        child | started_on | status
        2     | 2024-01-08 | C2
        visits
        child | happened_on | purpose
        1     | 2025-02-03  | looked_after
        2     | 2025-02-03  | looked_after
        3     | 2025-02-03  | looked_after
        4     | 2025-02-03  | looked_after
        """,
        as_at="2025-02-03",
        expect="""
        child_id | started_on | due_on     | version
        1        | 2024-01-08 | 2024-01-15 | ADP-03 2011-04-01
        1        | 2025-02-03 | 2025-02-10 | ADP-03 2011-04-01
        2        | 2024-01-08 | 2024-01-15 | LAC-09 2011-04-01
        2        | 2025-02-03 | 2025-02-10 | LAC-09 2011-04-01
        3        | 2024-01-08 | 2024-01-15 | LAC-12 2011-04-01
        3        | 2025-02-03 | 2025-03-17 | LAC-12 2011-04-01
        4        | 2024-01-08 | 2024-01-15 | LAC-05 2011-04-01
        4        | 2025-02-03 | 2025-08-03 | LAC-08 2015-04-01
        """,
    ),
    check_clock(
        LOOKED_AFTER_VISIT,
        "by video with its reason recorded counts from 24 April 2020 to 30 September 2021 only; not seen never counts",
        """
        placements
        child | started_on | placement_kind
        1     | 2020-04-20 | U6
        2     | 2020-04-20 | U6
        3     | 2021-09-27 | U6
        4     | 2021-09-27 | U6
        5     | 2021-09-27 | U6
        visits
        child | happened_on | purpose      | method       | video_reason | seen
        1     | 2020-04-23  | looked_after | video        | shielding    | yes
        2     | 2020-04-24  | looked_after | telephone    | shielding    | yes
        3     | 2021-09-30  | looked_after | video        | isolating    | yes
        4     | 2021-10-01  | looked_after | video        | isolating    | yes
        5     | 2021-09-30  | looked_after | video        |              | yes
        5     | 2021-09-30  | looked_after | face_to_face |              | no
        """,
        as_at="2021-10-02",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2020-04-20 | 2020-04-27 |            | overdue
        2        | 2020-04-20 | 2020-04-27 | 2020-04-24 | met
        2        | 2020-04-24 | 2020-06-05 |            | overdue
        3        | 2021-09-27 | 2021-10-04 | 2021-09-30 | met
        3        | 2021-09-30 | 2021-11-11 |            | open
        4        | 2021-09-27 | 2021-10-04 |            | open
        5        | 2021-09-27 | 2021-10-04 |            | open
        """,
    ),
)
