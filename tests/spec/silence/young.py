"""Specifications of the checks on those who go missing and those who leave care."""

from tests.spec.silence.harness import quiet

EXAMPLES = (
    quiet(
        "no-return-interview",
        "three days after the return, no offer and no interview; an offer is enough, and an absence not said is asked",
        """
        missing_episodes
        child | missing_id | started_on | ended_on   | interview_offered
        1     | m1         | 2026-11-15 | 2026-11-16 |
        2     | m2         | 2026-11-15 | 2026-11-17 |
        3     | m3         | 2026-11-15 | 2026-11-16 |
        4     | m4         | 2026-11-15 | 2026-11-16 | Y
        5     | m5         | 2026-11-15 | 2026-11-16 | N
        6     | m6         | 2026-11-15 | 2026-11-16 |
        7     | m7         | 2026-11-15 |            |
        8     | m8         | 2026-05-01 | 2026-05-02 |
        return_interviews
        child | missing_id | offered_on | happened_on
        3     | m3         | 2026-11-18 |
        6     |            |            | 2026-11-16
        """,
        expect="""
        child_id | row_id | since_on
        1        | m1     | 2026-11-16
        5        | m5     | 2026-11-16
        """,
    ),
    quiet(
        "no-personal-adviser",
        "from the 16th birthday where the council sets no other age; a lead worker who is an adviser is enough",
        """
        children
        child | born_on
        1     | 2010-11-20
        2     | 2010-11-21
        3     | 2009-01-01
        4     | 2009-01-01
        5     | 2009-01-01
        6     | 2005-11-20
        periods_of_care
        child | started_on
        1     | 2024-01-05
        2     | 2024-01-05
        5     | 2026-08-21
        leaving_care_eligibility
        child | eligibility | started_on
        3     | Relevant    | 2026-02-01
        4     | Eligible    | 2025-02-01
        6     | Former Relevant | 2023-11-20
        allocations
        child | worker | role             | started_on
        3     | w1     | lead             | 2026-02-01
        4     | w2     | personal_adviser | 2026-02-01
        9     | w2     | personal_adviser | 2026-02-01
        team_memberships
        worker | team | role             | started_on
        w1     | t1   | personal_adviser | 2020-01-01
        """,
        expect="""
        child_id | since_on
        1        | 2024-01-05
        """,
    ),
    quiet(
        "no-personal-adviser",
        "the council sets 15",
        """
        settings
        setting              | value | started_on
        personal_adviser_age | 15    | 2026-01-01
        children
        child | born_on
        1     | 2011-11-20
        2     | 2011-11-21
        periods_of_care
        child | started_on
        1     | 2024-01-05
        2     | 2024-01-05
        allocations
        child | worker | role             | started_on
        9     | w2     | personal_adviser | 2026-02-01
        """,
        expect="""
        child_id | since_on
        1        | 2024-01-05
        """,
    ),
    quiet(
        "care-leaver-no-contact",
        "three months to the day is not yet silence; a visit counts; whoever refuses or died is not asked about",
        """
        leaving_care_eligibility
        child | eligibility_id | eligibility     | started_on
        1     | e1             | Former Relevant | 2025-01-05
        2     | e2             | Former Relevant | 2025-01-05
        3     | e3             | Relevant        | 2025-01-05
        4     | e4             | Former Relevant | 2025-01-05
        5     | e5             | Qualifying      | 2025-01-05
        leaving_care_contacts
        child | happened_on
        1     | 2026-08-19
        2     | 2026-08-20
        visits
        child | happened_on | purpose     | seen
        3     | 2026-10-01  | care_leaver | yes
        leaving_care_circumstances
        child | happened_on | in_touch
        4     | 2026-03-01  | REFU
        """,
        expect="""
        child_id | row_id | since_on
        1        | e1     | 2026-08-19
        """,
    ),
)
