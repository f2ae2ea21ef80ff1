"""Adoption and special guardianship: decisions, reviews, the scorecard's two, reports, life story, support."""

from onechild.knowledge.clocks.rules.adoption import (
    AGENCY_DECISION,
    AUTHORITY_REVIEW,
    LATER_LIFE_LETTER,
    LIFE_STORY_BOOK,
    PERMANENCE_REPORT,
    SPECIAL_GUARDIANSHIP_NOTICE,
    SPECIAL_GUARDIANSHIP_REPORT,
    SUPPORT_REVIEW,
    TO_ADOPTIVE_FAMILY,
    TO_MATCH,
)
from tests.spec.harness import Example, check_clock

CELEBRATED = """
    children
    child | born_on
    1     | 2020-01-06
    2     | 2020-01-06
    3     | 2008-03-30
    steps_taken
    child | happened_on | step
    1     | 2026-03-20  | adoption_celebrated
    1     | 2026-04-07  | life_story_book_given
    1     | 2026-04-08  | later_life_letter_given
    2     | 2026-02-02  | life_story_book_given
    2     | 2026-02-02  | later_life_letter_given
    2     | 2026-03-20  | adoption_celebrated
    3     | 2026-03-20  | adoption_celebrated
    """
DIRECTED = """
    periods_of_care
    child | started_on
    5     | 2025-01-06
    permanence_cases
    child | ordered_on | order_kind
    5     | 2026-03-02 | special_guardianship
    steps_taken
    child | happened_on | step                                 | set_for_on
    1     | 2025-11-30  | special_guardianship_notice          |
    1     | 2026-02-28  | special_guardianship_report_filed    |
    2     | 2025-11-30  | special_guardianship_notice          |
    2     | 2026-03-01  | special_guardianship_report_filed    |
    3     | 2025-11-30  | special_guardianship_notice          |
    3     | 2026-01-12  | special_guardianship_report_directed | 2026-03-31
    3     | 2026-03-31  | special_guardianship_report_filed    |
    4     | 2026-01-12  | special_guardianship_report_directed | 2026-03-31
    4     | 2026-03-16  | special_guardianship_report_directed | 2026-05-05
    4     | 2026-05-06  | special_guardianship_report_filed    |
    5     | 2025-12-31  | special_guardianship_notice          |
    6     | 2026-02-02  | special_guardianship_report_directed | 2026-04-07
    """

EXAMPLES: tuple[Example, ...] = (
    check_clock(
        AGENCY_DECISION,
        "seven working days over Easter are in time and the next day late; it ends with the council's work",
        """
        referrals
        child | started_on | ended_on
        3     | 2026-01-05 | 2026-04-01
        steps_taken
        child | happened_on | step
        1     | 2026-03-27  | panel_minutes_received
        1     | 2026-04-09  | agency_decision
        2     | 2026-03-27  | panel_minutes_received
        2     | 2026-04-10  | agency_decision
        3     | 2026-03-27  | panel_minutes_received
        """,
        as_at="2026-04-10",
        expect="""
        child_id | due_on     | met_on     | ended_on   | within         | outcome
        1        | 2026-04-09 | 2026-04-09 |            | 7 working days | met
        2        | 2026-04-09 | 2026-04-10 |            | 7 working days | met_late
        3        | 2026-04-09 |            | 2026-04-01 | 7 working days | not_required
        """,
    ),
    check_clock(
        AUTHORITY_REVIEW,
        "3 months from the order, then 6; a placement ends it, and after a disruption it counts from the last review",
        """
        periods_of_care
        child | started_on
        1     | 2025-01-06
        2     | 2025-01-06
        legal_statuses
        child | started_on | status
        1     | 2025-11-30 | E1
        2     | 2026-06-01 | E1
        placements
        child | started_on | ended_on   | placement_kind
        1     | 2026-06-01 | 2026-09-14 | A5
        2     | 2026-06-02 | 2026-12-01 | A5
        looked_after_reviews
        child | happened_on
        1     | 2026-02-28
        1     | 2026-06-29
        """,
        as_at="2026-12-02",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within   | outcome
        1        | 2025-11-30 | 2026-02-28 | 2026-02-28 |            | 3 months | met
        1        | 2026-02-28 | 2026-08-28 |            | 2026-06-01 | 6 months | not_required
        1        | 2026-09-14 | 2026-12-29 |            |            | 6 months | open
        2        | 2026-06-01 | 2026-09-01 |            | 2026-06-02 | 3 months | not_required
        2        | 2026-12-01 | 2027-06-01 |            |            | 6 months | open
        """,
    ),
    check_clock(
        AUTHORITY_REVIEW,
        "a review the day after is late; another plan or the end of care ends the duty",
        """
        periods_of_care
        care_id | child | started_on | ended_on
        a       | 1     | 2025-01-06 |
        b       | 2     | 2025-01-06 |
        c       | 3     | 2025-01-06 | 2026-03-31
        legal_statuses
        child | started_on | status
        1     | 2026-01-05 | E1
        3     | 2026-01-05 | E1
        permanence_cases
        child | care_id | placement_order_on | reversed_on
        2     | b       | 2026-01-05         | 2026-03-02
        looked_after_reviews
        child | happened_on
        1     | 2026-04-06
        """,
        as_at="2026-04-06",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-01-05 | 2026-04-05 | 2026-04-06 |            | met_late
        1        | 2026-04-06 | 2026-10-06 |            |            | open
        2        | 2026-01-05 | 2026-04-05 |            | 2026-03-02 | not_required
        3        | 2026-01-05 | 2026-04-05 |            | 2026-03-31 | not_required
        """,
    ),
    check_clock(
        TO_ADOPTIVE_FAMILY,
        "426 days from entry to care, owed from the decision; a carer who adopts meets it; another plan ends it",
        """
        periods_of_care
        care_id | child | started_on
        a       | 1     | 2025-01-06
        permanence_cases
        child | care_id | entered_care_on | decided_on | placed_on  | carer_became_adopter_on | reversed_on
        1     | a       |                 | 2025-06-02 | 2026-03-08 |                         |
        2     |         | 2025-01-06      | 2025-06-02 | 2026-03-09 |                         |
        3     |         | 2025-01-06      | 2025-06-02 | 2026-04-01 | 2025-02-03              |
        4     |         | 2025-01-06      | 2025-06-02 |            |                         | 2025-12-01
        5     |         | 2024-06-03      | 2025-09-01 |            |                         |
        6     |         | 2025-01-06      |            |            |                         |
        """,
        as_at="2026-03-09",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2025-06-02 | 2026-03-08 | 2026-03-08 |            | met
        2        | 2025-06-02 | 2026-03-08 | 2026-03-09 |            | met_late
        3        | 2025-06-02 | 2026-03-08 | 2025-06-02 |            | met
        4        | 2025-06-02 | 2026-03-08 |            | 2025-12-01 | not_required
        5        | 2025-09-01 | 2025-09-01 |            |            | overdue
        """,
    ),
    check_clock(
        TO_MATCH,
        "121 days from the order; a match before it counts on its day; another order or the end of care ends it",
        """
        periods_of_care
        care_id | child | started_on | ended_on
        e       | 5     | 2025-01-06 | 2026-05-07
        permanence_cases
        child | care_id | placement_order_on | matched_on | ordered_on
        1     |         | 2026-01-05         | 2026-05-06 |
        2     |         | 2026-01-05         | 2026-05-07 |
        3     |         | 2026-01-05         | 2025-12-01 |
        4     |         | 2026-01-05         |            | 2026-04-01
        5     | e       | 2026-01-05         |            |
        """,
        as_at="2026-05-07",
        expect="""
        child_id | due_on     | met_on     | ended_on   | within   | outcome
        1        | 2026-05-06 | 2026-05-06 |            | 121 days | met
        2        | 2026-05-06 | 2026-05-07 |            | 121 days | met_late
        3        | 2026-05-06 | 2026-01-05 |            | 121 days | met
        4        | 2026-05-06 |            | 2026-04-01 | 121 days | not_required
        5        | 2026-05-06 |            | 2026-05-07 | 121 days | missed
        """,
    ),
    check_clock(
        LIFE_STORY_BOOK,
        "ten working days over Easter are in time; one given before the celebration counts on its day; owed to 18",
        CELEBRATED,
        as_at="2026-04-08",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-07 | 2026-04-07 |            | met
        2        | 2026-04-07 | 2026-03-20 |            | met
        3        | 2026-04-07 |            | 2026-03-30 | not_required
        """,
    ),
    check_clock(
        LATER_LIFE_LETTER,
        "the eleventh working day is late; one given before the celebration counts on its day; owed to 18",
        CELEBRATED,
        as_at="2026-04-08",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-07 | 2026-04-08 |            | met_late
        2        | 2026-04-07 | 2026-03-20 |            | met
        3        | 2026-04-07 |            | 2026-03-30 | not_required
        """,
    ),
    check_clock(
        PERMANENCE_REPORT,
        "six months from each signing, cut to the month's end, until the child is placed; again after a disruption",
        """
        periods_of_care
        child | started_on
        1     | 2025-01-06
        2     | 2025-01-06
        3     | 2025-01-06
        placements
        child | started_on | ended_on   | placement_kind
        1     | 2026-06-01 |            | A3
        3     | 2025-05-05 | 2025-07-07 | A3
        steps_taken
        child | happened_on | step
        1     | 2025-08-31  | permanence_report_signed
        1     | 2026-02-28  | permanence_report_signed
        2     | 2025-08-31  | permanence_report_signed
        2     | 2026-03-02  | permanence_report_signed
        3     | 2025-03-03  | permanence_report_signed
        3     | 2025-08-01  | permanence_report_signed
        """,
        as_at="2026-06-01",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2025-08-31 | 2026-02-28 | 2026-02-28 |            | met
        1        | 2026-02-28 | 2026-08-28 |            | 2026-06-01 | not_required
        2        | 2025-08-31 | 2026-02-28 | 2026-03-02 |            | met_late
        2        | 2026-03-02 | 2026-09-02 |            |            | open
        3        | 2025-03-03 | 2025-09-03 |            | 2025-05-05 | not_required
        3        | 2025-08-01 | 2026-02-01 |            |            | overdue
        """,
    ),
    check_clock(
        PERMANENCE_REPORT,
        "a council that sets four months asks for it sooner, from the day it says",
        """
        settings
        setting                  | value | started_on
        permanence_report_months | 4     | 2026-01-01
        periods_of_care
        child | started_on
        1     | 2025-01-06
        steps_taken
        child | happened_on | step
        1     | 2025-12-31  | permanence_report_signed
        1     | 2026-06-30  | permanence_report_signed
        """,
        as_at="2026-07-01",
        expect="""
        started_on | due_on     | met_on     | within   | outcome
        2025-12-31 | 2026-06-30 | 2026-06-30 | 6 months | met
        2026-06-30 | 2026-10-30 |            | 4 months | open
        """,
    ),
    check_clock(
        SPECIAL_GUARDIANSHIP_NOTICE,
        "three months from the notice, cut to the month's end; a court's day or an order goes before it",
        DIRECTED,
        as_at="2026-03-31",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-02-28 | 2026-02-28 |            | met
        2        | 2026-02-28 | 2026-03-01 |            | met_late
        3        | 2026-02-28 |            | 2026-01-12 | not_required
        5        | 2026-03-31 |            | 2026-03-02 | not_required
        """,
    ),
    check_clock(
        SPECIAL_GUARDIANSHIP_REPORT,
        "on the day the court set, and the day after is late; a later direction ends the day before it",
        DIRECTED,
        as_at="2026-05-06",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        3        | 2026-01-12 | 2026-03-31 | 2026-03-31 |            | met
        4        | 2026-01-12 | 2026-03-31 |            | 2026-03-16 | not_required
        4        | 2026-03-16 | 2026-05-05 | 2026-05-06 |            | met_late
        6        | 2026-02-02 | 2026-04-07 |            | 2033-01-01 | overdue
        """,
    ),
    check_clock(
        SUPPORT_REVIEW,
        "twelve months from the agreement and from each review, cut to the month's end, until support ends or 18",
        """
        children
        child | born_on
        1     | 2018-01-08
        2     | 2018-01-08
        3     | 2008-02-15
        steps_taken
        child | happened_on | step
        1     | 2025-02-28  | support_agreed
        1     | 2026-02-28  | support_reviewed
        1     | 2026-03-02  | support_ended
        2     | 2024-02-29  | support_agreed
        2     | 2025-03-01  | support_reviewed
        3     | 2025-06-02  | support_agreed
        """,
        as_at="2026-03-02",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2025-02-28 | 2026-02-28 | 2026-02-28 |            | met
        1        | 2026-02-28 | 2027-02-28 |            | 2026-03-02 | not_required
        2        | 2024-02-29 | 2025-02-28 | 2025-03-01 |            | met_late
        2        | 2025-03-01 | 2026-03-01 |            | 2036-01-08 | overdue
        3        | 2025-06-02 | 2026-06-02 |            | 2026-02-15 | not_required
        """,
    ),
)
