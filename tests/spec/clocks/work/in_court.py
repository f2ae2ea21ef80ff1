"""Specifications of care proceedings and supervision orders. Good Friday 2026 is 3 April, Easter Monday the 6th."""

from onechild.knowledge.clocks.rules.court import (
    CASE_MANAGEMENT_HEARING,
    EXTENDED_TIME,
    FIRST_TIME,
    SUPERVISION_ORDER,
    SUPERVISION_ORDER_EXTENDED,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        FIRST_TIME,
        "26 weeks beginning with the day of issue end 181 days after it, on a Sunday too; the day after is late",
        """
        proceedings
        child | started_on | ended_on   | application
        1     | 2026-01-05 | 2026-07-05 | care
        2     | 2026-01-05 | 2026-07-06 | supervision
        3     | 2026-01-05 |            |
        4     | 2026-01-05 |            | secure
        """,
        as_at="2026-07-06",
        expect="""
        child_id | due_on     | met_on     | within                          | outcome
        1        | 2026-07-05 | 2026-07-05 | 26 weeks beginning with the day | met
        2        | 2026-07-05 | 2026-07-06 | 26 weeks beginning with the day | met_late
        3        | 2026-07-05 |            | 26 weeks beginning with the day | overdue
        """,
    ),
    check_clock(
        FIRST_TIME,
        "an extension ends it, in time or too late, for the proceedings it names or those under way",
        """
        proceedings
        proceedings_id | child | started_on | application
        p1             | 1     | 2026-01-05 | care
        p2             | 2     | 2026-01-05 | care
        p3             | 3     | 2026-01-05 | care
        steps_taken
        child | happened_on | step                 | set_for_on | about_id
        1     | 2026-06-15  | proceedings_extended | 2026-08-28 | p1
        2     | 2026-07-10  | proceedings_extended | 2026-08-28 |
        3     | 2026-06-15  | proceedings_extended | 2026-08-28 | other
        """,
        as_at="2026-07-10",
        expect="""
        spell_id | due_on     | ended_on   | outcome
        p1       | 2026-07-05 | 2026-06-15 | not_required
        p2       | 2026-07-05 | 2026-07-10 | missed
        p3       | 2026-07-05 |            | overdue
        """,
    ),
    check_clock(
        EXTENDED_TIME,
        "the day that the court set is in time, the day after late, and a further extension takes its place",
        """
        proceedings
        proceedings_id | child | started_on | ended_on   | application
        p1             | 1     | 2026-01-05 | 2026-08-28 | care
        p2             | 2     | 2026-01-05 | 2026-08-29 | care
        p3             | 3     | 2026-01-05 |            | care
        steps_taken
        step_id | child | happened_on | step                 | set_for_on
        x1      | 1     | 2026-06-15  | proceedings_extended | 2026-08-28
        x2      | 2     | 2026-06-15  | proceedings_extended | 2026-08-28
        x3      | 3     | 2026-06-15  | proceedings_extended | 2026-08-28
        x4      | 3     | 2026-08-20  | proceedings_extended | 2026-10-16
        """,
        as_at="2026-08-29",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-06-15 | 2026-08-28 | 2026-08-28 |            | met
        2        | 2026-06-15 | 2026-08-28 | 2026-08-29 |            | met_late
        3        | 2026-06-15 | 2026-08-28 |            | 2026-08-20 | not_required
        3        | 2026-08-20 | 2026-10-16 |            |            | open
        """,
    ),
    check_clock(
        CASE_MANAGEMENT_HEARING,
        "working day 18 is in time over Easter, the day of issue being day 1; a hearing only listed does not count",
        """
        proceedings
        proceedings_id | child | started_on | ended_on   | application
        p1             | 1     | 2026-03-16 |            | care
        p2             | 2     | 2026-03-16 |            | care
        p3             | 3     | 2026-03-16 |            | care
        p4             | 4     | 2026-03-16 | 2026-04-01 | care
        hearings
        child | happened_on | proceedings_id | hearing_kind    | held
        1     | 2026-03-18  | p1             | other           | yes
        1     | 2026-04-10  | p1             | case_management | yes
        2     | 2026-04-13  | p2             | case_management | yes
        3     | 2026-04-10  | p3             | case_management | no
        """,
        as_at="2026-04-13",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-10 | 2026-04-10 |            | met
        2        | 2026-04-10 | 2026-04-13 |            | met_late
        3        | 2026-04-10 |            |            | overdue
        4        | 2026-04-10 |            | 2026-04-01 | not_required
        """,
    ),
    check_clock(
        SUPERVISION_ORDER,
        "the day before the anniversary is in time, the anniversary late; an extension meets it, the end of work ends "
        "it",
        """
        proceedings
        child | started_on | ended_on   | application | final_order
        1     | 2024-10-07 | 2025-03-10 | care        | supervision
        2     | 2024-10-07 | 2025-03-10 | care        | supervision
        3     | 2024-10-07 | 2025-03-10 | supervision | supervision
        4     | 2024-10-07 | 2025-03-10 | care        | care
        5     | 2024-10-07 | 2025-03-10 | care        | supervision
        6     | 2024-10-07 | 2025-03-10 | care        | supervision
        steps_taken
        child | happened_on | step                       | set_for_on
        1     | 2026-03-09  | supervision_order_reviewed |
        2     | 2026-03-10  | supervision_order_reviewed |
        3     | 2026-02-02  | supervision_order_extended | 2026-08-31
        referrals
        child | started_on | ended_on
        5     | 2024-09-02 | 2025-12-01
        """,
        as_at="2026-03-10",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2025-03-10 | 2026-03-09 | 2026-03-09 |            | met
        2        | 2025-03-10 | 2026-03-09 | 2026-03-10 |            | met_late
        3        | 2025-03-10 | 2026-03-09 | 2026-02-02 |            | met
        5        | 2025-03-10 | 2026-03-09 |            | 2025-12-01 | not_required
        6        | 2025-03-10 | 2026-03-09 |            | 2026-03-10 | missed
        """,
    ),
    check_clock(
        SUPERVISION_ORDER_EXTENDED,
        "the day that the court set is in time; a further extension, or the end of the work, ends it",
        """
        steps_taken
        step_id | child | happened_on | step                       | set_for_on
        x1      | 1     | 2026-02-02  | supervision_order_extended | 2026-08-31
        v1      | 1     | 2026-08-31  | supervision_order_reviewed |
        x2      | 2     | 2026-02-02  | supervision_order_extended | 2026-08-31
        v2      | 2     | 2026-09-01  | supervision_order_reviewed |
        x3      | 3     | 2026-02-02  | supervision_order_extended | 2026-08-31
        x4      | 3     | 2026-08-03  | supervision_order_extended | 2027-02-26
        x5      | 4     | 2026-02-02  | supervision_order_extended | 2026-08-31
        referrals
        child | started_on | ended_on
        4     | 2024-09-02 | 2026-09-01
        """,
        as_at="2026-09-01",
        expect="""
        spell_id | due_on     | met_on     | ended_on   | outcome
        x1       | 2026-08-31 | 2026-08-31 |            | met
        x2       | 2026-08-31 | 2026-09-01 |            | met_late
        x3       | 2026-08-31 |            | 2026-08-03 | not_required
        x4       | 2027-02-26 |            | 2027-02-27 | open
        x5       | 2026-08-31 |            | 2026-09-01 | missed
        """,
    ),
)
