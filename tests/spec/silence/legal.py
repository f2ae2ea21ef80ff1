"""Specifications of the checks on legal status and placement."""

from tests.spec.silence.harness import quiet

EXAMPLES = (
    quiet(
        "order-without-placement",
        "a care order in care and no placement on the day; a placement that ended that day is none",
        """
        periods_of_care
        child | started_on
        1     | 2026-01-05
        2     | 2026-01-05
        3     | 2026-01-05
        4     | 2026-01-05
        legal_statuses
        child | legal_status_id | started_on | status
        1     | l1              | 2026-02-01 | C1
        2     | l2              | 2026-02-01 | C2
        3     | l3              | 2026-02-01 | V2
        4     | l4              | 2026-02-01 | C2
        placements
        child | started_on | ended_on   | placement_kind
        1     | 2026-01-05 | 2026-11-20 | U6
        2     | 2026-01-05 | 2026-11-21 | U6
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | l1     | 2026-02-01 | C1
        4        | l4     | 2026-02-01 | C2
        """,
    ),
    quiet(
        "order-without-care",
        "an order in force and no time in care; from 18 an order can't be",
        """
        children
        child | born_on
        3     | 2008-11-20
        4     | 2008-11-21
        periods_of_care
        child | started_on
        2     | 2026-01-05
        legal_statuses
        child | legal_status_id | started_on | status
        1     | l1              | 2026-02-01 | C2
        2     | l2              | 2026-02-01 | C2
        3     | l3              | 2026-02-01 | C2
        4     | l4              | 2026-02-01 | C2
        """,
        expect="""
        child_id | row_id | since_on
        1        | l1     | 2026-02-01
        4        | l4     | 2026-02-01
        """,
    ),
    quiet(
        "care-without-legal-status",
        "in care and no status holds; a status without a code is none",
        """
        periods_of_care
        child | care_id | started_on
        1     | c1      | 2026-01-05
        2     | c2      | 2026-01-05
        3     | c3      | 2026-01-05
        legal_statuses
        child | started_on | ended_on   | status
        1     | 2026-01-05 | 2026-11-20 | V2
        2     | 2026-01-05 |            | V2
        3     | 2026-01-05 |            |
        """,
        expect="""
        child_id | row_id | since_on
        1        | c1     | 2026-01-05
        3        | c3     | 2026-01-05
        """,
    ),
    quiet(
        "accommodated-at-home",
        "by agreement and with the parents at once, from the later of the two; under a care order it is lawful",
        """
        legal_statuses
        child | started_on | status
        1     | 2026-03-01 | V2
        2     | 2026-03-01 | C2
        3     | 2026-03-01 | V2
        placements
        child | placement_id | started_on | placement_kind
        1     | p1           | 2026-02-01 | P1
        2     | p2           | 2026-02-01 | P1
        3     | p3           | 2026-02-01 | U6
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | p1     | 2026-03-01 | P1
        """,
    ),
    quiet(
        "placement-order-without-adoption-plan",
        "no plan for adoption, no decision that stands, no placement for adoption",
        """
        legal_statuses
        child | legal_status_id | started_on | status
        1     | l1              | 2026-03-01 | E1
        2     | l2              | 2026-03-01 | E1
        3     | l3              | 2026-03-01 | E1
        4     | l4              | 2026-03-01 | E1
        5     | l5              | 2026-03-01 | E1
        permanence_plans
        child | started_on | ended_on   | permanence
        1     | 2026-01-01 | 2026-09-01 | adoption
        1     | 2026-09-01 |            | long_term_fostering
        2     | 2026-01-01 |            | adoption
        permanence_cases
        child | decided_on | reversed_on
        3     | 2026-02-01 | 2026-11-20
        4     | 2026-02-01 |
        placements
        child | started_on | placement_kind
        5     | 2026-04-01 | A5
        """,
        expect="""
        child_id | row_id | since_on
        1        | l1     | 2026-03-01
        3        | l3     | 2026-03-01
        """,
    ),
    quiet(
        "adoption-without-order",
        "placed under a placement order that does not hold; placed with consent needs none",
        """
        legal_statuses
        child | started_on | ended_on   | status
        1     | 2026-03-01 | 2026-10-01 | E1
        1     | 2026-10-01 |            | C2
        2     | 2026-03-01 |            | E1
        3     | 2026-03-01 |            | V2
        placements
        child | placement_id | started_on | placement_kind
        1     | p1           | 2026-04-01 | A6
        2     | p2           | 2026-04-01 | A6
        3     | p3           | 2026-04-01 | A4
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | p1     | 2026-04-01 | A6
        """,
    ),
    quiet(
        "under-16-unregulated",
        "the day before the 16th birthday, and not on it; from September 2021 where it began before",
        """
        children
        child | born_on
        1     | 2010-11-21
        2     | 2010-11-20
        3     | 2012-01-01
        4     | 2012-01-01
        placements
        child | placement_id | started_on | placement_kind
        1     | p1           | 2026-10-01 | K3
        2     | p2           | 2026-10-01 | K3
        3     | p3           | 2021-01-01 | H5
        4     | p4           | 2026-10-01 | K2
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | p1     | 2026-10-01 | K3
        3        | p3     | 2021-09-09 | H5
        """,
    ),
    quiet(
        "under-16-unregulated",
        "nothing before the law was made",
        """
        placements
        child | placement_id | started_on | placement_kind
        1     | p1           | 2021-01-01 | H5
        """,
        as_at="2021-09-08",
    ),
    quiet(
        "unregistered-16-17",
        "supported accommodation without Ofsted's number, from the 16th birthday to the 18th, since October 2023",
        """
        children
        child | born_on
        1     | 2010-11-20
        2     | 2010-11-21
        3     | 2008-11-21
        4     | 2008-11-20
        5     | 2010-01-01
        6     | 2009-01-01
        placements
        child | placement_id | started_on | placement_kind | urn
        1     | p1           | 2026-10-01 | K3             |
        2     | p2           | 2026-10-01 | K3             |
        3     | p3           | 2023-01-01 | H5             | SC1
        4     | p4           | 2026-10-01 | K3             |
        5     | p5           | 2026-10-01 | K3             | SC2
        6     | p6           | 2026-10-01 | K2             |
        """,
        expect="""
        child_id | row_id | since_on
        1        | p1     | 2026-10-01
        3        | p3     | 2023-10-28
        """,
    ),
)
