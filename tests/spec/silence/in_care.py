"""Specifications of the checks on children in care. 20 November 2026 is a Friday."""

from tests.spec.silence.harness import quiet

EXAMPLES = (
    quiet(
        "no-placement-plan",
        "five working days to the day is not yet silence; adoption has its own, and an earlier placement's is none",
        """
        periods_of_care
        child | started_on
        1     | 2026-09-01
        2     | 2026-09-01
        3     | 2026-09-01
        4     | 2026-09-01
        5     | 2026-09-01
        placements
        child | placement_id | started_on | ended_on   | placement_kind
        1     | p1           | 2026-11-12 |            | U6
        2     | p2           | 2026-11-13 |            | U6
        3     | p3           | 2026-10-01 |            | A5
        4     | p4           | 2026-10-01 |            | U6
        5     | p5           | 2026-09-01 | 2026-10-01 | U6
        5     | p6           | 2026-10-01 |            | U4
        placement_plans
        child | placement_id | happened_on
        4     |              | 2026-10-01
        5     | p5           | 2026-10-02
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | p1     | 2026-11-12 | U6
        5        | p6     | 2026-10-01 | U4
        """,
    ),
    quiet(
        "no-review-planned",
        "20 working days to the first, 3 months to the second, then 6; a cancelled is none, a planned one enough",
        """
        periods_of_care
        child | care_id | started_on
        1     | c1      | 2026-10-22
        2     | c2      | 2026-10-23
        3     | c3      | 2026-07-01
        4     | c4      | 2026-01-05
        5     | c5      | 2026-01-05
        6     | c6      | 2026-10-01
        7     | c7      | 2026-10-01
        looked_after_reviews
        child | happened_on | target_on  | cancelled
        3     | 2026-08-19  |            |
        4     | 2026-01-30  |            |
        4     | 2026-05-19  |            |
        5     | 2026-01-30  |            |
        5     | 2026-05-20  |            |
        6     |             | 2026-11-20 |
        7     |             | 2026-12-01 | yes
        7     | 2026-10-20  |            | yes
        """,
        expect="""
        child_id | row_id | since_on
        1        | c1     | 2026-10-22
        3        | c3     | 2026-08-19
        4        | c4     | 2026-05-19
        7        | c7     | 2026-10-01
        """,
    ),
    quiet(
        "no-care-plan",
        "ten working days after care began, and none that holds",
        """
        periods_of_care
        child | care_id | started_on
        1     | c1      | 2026-11-05
        2     | c2      | 2026-11-06
        3     | c3      | 2026-01-05
        4     | c4      | 2026-01-05
        care_plans
        child | started_on | ended_on
        3     | 2026-01-10 |
        4     | 2026-01-10 | 2026-10-01
        """,
        expect="""
        child_id | row_id | since_on
        1        | c1     | 2026-11-05
        4        | c4     | 2026-01-05
        """,
    ),
    quiet(
        "no-permanence-plan",
        "from the second review of this time in care, and no plan whose day may be unknown",
        """
        periods_of_care
        child | care_id | started_on
        1     | c1      | 2026-03-01
        2     | c2      | 2026-03-01
        3     | c3      | 2026-03-01
        looked_after_reviews
        child | happened_on
        1     | 2026-02-20
        1     | 2026-03-27
        1     | 2026-06-26
        2     | 2026-02-20
        2     | 2026-03-27
        3     | 2026-03-27
        3     | 2026-06-26
        permanence_plans
        child | started_on | permanence
        3     |            | adoption
        """,
        expect="""
        child_id | row_id | since_on
        1        | c1     | 2026-06-26
        """,
    ),
    quiet(
        "immunisations",
        "as last known not up to date, or nothing known 20 working days after care began",
        """
        periods_of_care
        child | care_id | started_on
        1     | c1      | 2026-10-22
        2     | c2      | 2026-10-23
        3     | c3      | 2026-01-05
        4     | c4      | 2026-01-05
        immunisations
        child | happened_on | up_to_date
        3     | 2026-03-01  | yes
        3     | 2026-09-01  | no
        4     | 2026-03-01  | no
        4     | 2026-09-01  | yes
        """,
        expect="""
        child_id | since_on   | detail
        1        | 2026-10-22 | unknown
        3        | 2026-09-01 | behind
        """,
    ),
    quiet(
        "decision-not-explained",
        "two weeks after a decision; explained on the day, or later than the day that is looked at",
        """
        decisions_explained
        child | explanation_id | happened_on | decision_kind | explained_on
        1     | x1             | 2026-11-05  | move          |
        2     | x2             | 2026-11-06  | move          |
        3     | x3             | 2026-10-01  | match         | 2026-11-20
        4     | x4             | 2026-10-01  | match         | 2026-11-21
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | x1     | 2026-11-05 | move
        4        | x4     | 2026-10-01 | match
        """,
    ),
    quiet(
        "direction-without-owner",
        "open, and nobody or no day is named",
        """
        directions
        child | direction_id | happened_on | owner_id | due_on     | done_on    | withdrawn_on | given_in
        1     | d1           | 2026-11-20  |          | 2026-12-01 |            |              | supervision
        2     | d2           | 2026-11-02  | w1       |            |            |              | audit
        3     | d3           | 2026-11-02  | w1       | 2026-12-01 |            |              | audit
        4     | d4           | 2026-11-02  |          |            | 2026-11-10 |              | audit
        5     | d5           | 2026-11-02  |          |            |            | 2026-11-10   | audit
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | d1     | 2026-11-20 | supervision
        2        | d2     | 2026-11-02 | audit
        """,
    ),
)
