"""Specifications of the checks on any open case. 20 November 2026 is a Friday."""

from tests.spec.silence.harness import quiet

EXAMPLES = (
    quiet(
        "no-worker",
        "open work and nobody holds it, since the last worker left; a held one and a closed one are left out",
        """
        child_in_need_plans
        child | started_on | ended_on
        1     | 2026-03-02 |
        2     | 2026-03-02 |
        3     | 2026-03-02 | 2026-11-20
        4     | 2026-03-02 |
        allocations
        child | worker | role      | started_on | ended_on
        1     | w1     | lead      | 2026-03-02 | 2026-08-14
        1     | w2     | co_worker | 2026-03-02 |
        2     | w1     | lead      | 2026-03-02 |
        4     |        | lead      | 2026-03-02 |
        """,
        expect="""
        child_id | since_on
        1        | 2026-08-14
        4        | 2026-03-02
        """,
    ),
    quiet(
        "no-worker",
        "from the day after the worker left or the referral came; a child who died needs none",
        """
        children
        child | born_on    | died_on
        2     | 2015-01-01 | 2026-11-20
        referrals
        child | started_on | no_further_action
        1     | 2026-10-05 |
        2     | 2026-10-05 |
        3     | 2026-10-05 | yes
        4     | 2026-10-05 |
        5     | 2026-11-20 |
        allocations
        child | worker | started_on | ended_on
        1     | w1     | 2026-10-05 | 2026-11-19
        4     | w1     | 2026-10-05 | 2026-11-20
        """,
        expect="""
        child_id | since_on
        1        | 2026-11-19
        """,
    ),
    quiet(
        "no-visit-entered",
        "eight weeks to the day is not yet silence, a day more is; an attempt is something written",
        """
        child_protection_plans
        child | started_on
        1     | 2026-01-05
        2     | 2026-01-05
        3     | 2026-01-05
        4     | 2026-09-24
        visits
        child | happened_on | purpose          | seen
        1     | 2026-09-25  | child_protection | yes
        2     | 2026-09-24  | child_protection | yes
        3     | 2026-09-24  | child_protection | yes
        3     | 2026-10-30  | child_protection | no
        """,
        expect="""
        child_id | since_on
        2        | 2026-09-24
        4        | 2026-09-24
        """,
    ),
    quiet(
        "no-visit-entered",
        "a planned visit of which nothing is written says nothing, and short breaks are not asked about",
        """
        periods_of_care
        child | started_on
        1     | 2026-01-05
        2     | 2026-01-05
        legal_statuses
        child | started_on | status
        1     | 2026-01-05 | C2
        2     | 2026-01-05 | V4
        visits
        child | happened_on | planned_on | purpose      | seen
        1     | 2026-11-10  | 2026-11-10 | looked_after |
        """,
        expect="""
        child_id | since_on
        1        | 2026-01-05
        """,
    ),
    quiet(
        "no-visit-entered",
        "the council asks after six weeks",
        """
        settings
        setting              | value | started_on
        silence_visit_weeks  | 6     | 2026-01-01
        child_in_need_plans
        child | started_on
        1     | 2026-10-08
        2     | 2026-10-09
        visits
        child | happened_on | purpose       | seen
        9     | 2026-10-08  | child_in_need | yes
        """,
        expect="""
        child_id | since_on
        1        | 2026-10-08
        """,
    ),
    quiet(
        "open-without-plan",
        "no plan, no assessment and no enquiry for four weeks since the assessment ended",
        """
        referrals
        child | referral_id | started_on
        1     | r1          | 2026-09-01
        2     | r2          | 2026-09-01
        3     | r3          | 2026-09-01
        4     | r4          | 2026-09-01
        5     | r5          | 2026-10-23
        assessments
        child | started_on | ended_on
        1     | 2026-09-02 | 2026-10-22
        2     | 2026-09-02 | 2026-10-23
        3     | 2026-09-02 |
        child_in_need_plans
        child | started_on
        4     | 2026-10-01
        """,
        expect="""
        child_id | row_id | since_on
        1        | r1     | 2026-10-22
        """,
    ),
    quiet(
        "decision-without-reason",
        "decided and no reason in words, within the last 26 weeks",
        """
        front_door_decisions
        child | decision_id | contact_id | happened_on | outcome             | reason
        1     | d1          | c1         | 2026-11-20  | no_further_action   |
        2     | d2          | c2         | 2026-11-02  | no_further_action   | Known to the school
        3     | d3          | c3         | 2026-05-21  | no_further_action   |
        4     | d4          | c4         | 2026-05-22  | advice              |
        5     | d5          | c5         | 2026-11-02  |                     |
        """,
        expect="""
        child_id | row_id | since_on   | detail
        1        | d1     | 2026-11-20 | no_further_action
        4        | d4     | 2026-05-22 | advice
        """,
    ),
)
