"""Specifications of the checks of follow-through."""

from __future__ import annotations

from tests.spec.silence.harness import quiet

EXAMPLES = (
    quiet(
        "direction-dropped",
        "open two weeks past its day, for a child whom somebody holds",
        """
        allocations
        child | worker_id | role | started_on | ended_on
        1     | w1        | lead | 2026-01-05 |
        2     | w1        | lead | 2026-01-05 |
        3     | w1        | lead | 2026-01-05 |
        4     | w1        | lead | 2026-01-05 |
        5     | w1        | lead | 2026-01-05 | 2026-08-01
        6     |           | lead | 2026-01-05 |
        directions
        child | direction_id | happened_on | owner_id | due_on     | done_on    | withdrawn_on | given_in
        1     | d1           | 2026-10-01  | w1       | 2026-11-05 |            |              | supervision
        2     | d2           | 2026-10-01  | w1       | 2026-11-06 |            |              | supervision
        3     | d3           | 2026-10-01  | w1       | 2026-10-05 | 2026-11-10 |              | audit
        4     | d4           | 2026-10-01  | w1       | 2026-10-05 |            | 2026-11-10   | audit
        5     | d5           | 2026-07-01  | w1       | 2026-07-05 |            |              | audit
        6     | d6           | 2026-10-01  |          | 2026-10-05 |            |              | front_door
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | d1     | 2026-11-05 | supervision
        6        | d6     | 2026-10-05 | front_door
        """,
    ),
    quiet(
        "direction-dropped",
        "not yet due, but its owner no longer works with the child; a manager needs no part in the case",
        """
        allocations
        child | worker_id | role      | started_on | ended_on
        1     | w1        | lead      | 2026-01-05 | 2026-10-20
        1     | w2        | lead      | 2026-10-20 |
        2     | w1        | lead      | 2026-01-05 | 2026-10-20
        2     | w1        | co_worker | 2026-10-20 |
        2     | w2        | lead      | 2026-10-20 |
        3     | w2        | lead      | 2026-01-05 |
        4     | w2        | lead      | 2026-01-05 |
        5     | w2        | lead      | 2026-01-05 |
        team_memberships
        worker_id | team_id | role           | started_on | ended_on
        m1        | t1      | team_manager   |            |
        m2        | t1      | deputy_manager | 2026-01-01 | 2026-11-01
        directions
        child | direction_id | happened_on | owner_id | due_on     | given_in
        1     | d1           | 2026-10-01  | w1       | 2026-12-01 | supervision
        2     | d2           | 2026-10-01  | w1       | 2026-12-01 | supervision
        3     | d3           | 2026-10-01  | m1       | 2026-12-01 | review
        4     | d4           | 2026-10-01  | m2       | 2026-12-01 | review
        5     | d5           | 2026-11-20  | w2       | 2026-12-01 | review
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | d1     | 2026-10-20 | supervision
        4        | d4     | 2026-10-01 | review
        """,
    ),
    quiet(
        "direction-dropped",
        "given to a worker who begins with the child on a later day, and has not left",
        """
        allocations
        child | worker_id | role | started_on | ended_on
        1     | w1        | lead | 2026-01-05 | 2026-11-30
        1     | w2        | lead | 2026-11-30 |
        2     | w1        | lead | 2026-01-05 |
        directions
        child | direction_id | happened_on | owner_id | due_on     | given_in
        1     | d1           | 2026-11-02  | w2       | 2026-12-10 | supervision
        2     | d2           | 2026-11-02  | w2       | 2026-12-10 | supervision
        """,
        expect="""
        child_id | row_id | since_on
        2        | d2     | 2026-11-02
        """,
    ),
    quiet(
        "direction-dropped",
        "the council's own limit of four weeks",
        """
        settings
        setting                 | value | started_on
        silence_direction_weeks | 4     | 2026-01-01
        allocations
        child | worker_id | role | started_on
        1     | w1        | lead | 2026-01-05
        2     | w1        | lead | 2026-01-05
        directions
        child | direction_id | happened_on | owner_id | due_on     | given_in
        1     | d1           | 2026-10-01  | w1       | 2026-10-22 | court
        2     | d2           | 2026-10-01  | w1       | 2026-10-23 | court
        """,
        expect="""
        child_id | row_id | since_on
        1        | d1     | 2026-10-22
        """,
    ),
)
