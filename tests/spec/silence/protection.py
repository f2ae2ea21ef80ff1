"""Specifications of the checks on plans. 20 November 2026 is a Friday."""

from tests.spec.silence.harness import quiet

EXAMPLES = (
    quiet(
        "no-core-group",
        "ten working days to the day is not yet silence; one held before the plan is no answer; another council's plan",
        """
        child_protection_plans
        child | plan_id | started_on | of_other_council
        1     | p1      | 2026-11-05 |
        2     | p2      | 2026-11-06 |
        3     | p3      | 2026-09-01 |
        4     | p4      | 2026-09-01 | yes
        5     | p5      | 2026-09-01 |
        core_groups
        child | happened_on
        3     | 2026-08-31
        5     | 2026-09-01
        """,
        expect="""
        child_id | row_id | since_on
        1        | p1     | 2026-11-05
        3        | p3     | 2026-09-01
        """,
    ),
    quiet(
        "no-conference-planned",
        "over three months to the first review, six to later ones, and no conference down for a day to come",
        """
        child_protection_plans
        child | plan_id | started_on
        1     | p1      | 2026-08-19
        2     | p2      | 2026-08-20
        3     | p3      | 2026-01-05
        4     | p4      | 2026-01-05
        5     | p5      | 2026-08-01
        conferences
        child | happened_on | conference_kind
        1     | 2026-08-19  | initial
        3     | 2026-05-19  | review
        4     | 2026-05-20  | review
        5     | 2026-11-21  | review
        """,
        expect="""
        child_id | row_id | since_on
        1        | p1     | 2026-08-19
        3        | p3     | 2026-05-19
        """,
    ),
    quiet(
        "not-seen-alone",
        "neither of the last two visits alone, unknown counting as not; one alone is enough; not asked below four",
        """
        children
        child | born_on
        3     | 2022-11-21
        child_protection_plans
        child | plan_id | started_on
        1     | p1      | 2026-08-01
        2     | p2      | 2026-08-01
        3     | p3      | 2026-08-01
        4     | p4      | 2026-08-01
        visits
        child | happened_on | purpose          | seen | seen_alone
        1     | 2026-09-01  | child_protection | yes  | yes
        1     | 2026-10-01  | child_protection | yes  | no
        1     | 2026-10-20  | child_protection | yes  |
        1     | 2026-11-10  | child_protection | no   | yes
        2     | 2026-10-01  | child_protection | yes  | yes
        2     | 2026-10-20  | child_protection | yes  | no
        3     | 2026-10-01  | child_protection | yes  | no
        3     | 2026-10-20  | child_protection | yes  | no
        4     | 2026-10-20  | child_protection | yes  | no
        """,
        expect="""
        child_id | row_id | since_on
        1        | p1     | 2026-10-01
        """,
    ),
    quiet(
        "not-seen-alone",
        "asked from the fourth birthday",
        """
        children
        child | born_on
        1     | 2022-11-20
        child_protection_plans
        child | plan_id | started_on
        1     | p1      | 2026-08-01
        visits
        child | happened_on | purpose          | seen | seen_alone
        1     | 2026-10-01  | child_protection | yes  | no
        1     | 2026-10-20  | child_protection | yes  | no
        """,
        expect="""
        child_id | since_on
        1        | 2026-10-01
        """,
    ),
    quiet(
        "bedroom-not-seen",
        "neither of the last two visits saw it, a baby's as well; visits under an earlier plan are not counted",
        """
        children
        child | born_on
        1     | 2026-01-10
        child_protection_plans
        child | plan_id | started_on
        1     | p1      | 2026-08-01
        2     | p2      | 2026-10-10
        visits
        child | happened_on | purpose          | seen | bedroom_seen
        1     | 2026-10-01  | child_protection | yes  | no
        1     | 2026-10-20  | child_protection | yes  | no
        2     | 2026-10-09  | child_protection | yes  | no
        2     | 2026-10-20  | child_protection | yes  | no
        """,
        expect="""
        child_id | row_id | since_on
        1        | p1     | 2026-10-01
        """,
    ),
    quiet(
        "plan-unchanged-after-missing",
        "four weeks without an answer; a core group on the day it began answers it, an absence is none",
        """
        child_protection_plans
        child | started_on
        1     | 2026-01-05
        2     | 2026-01-05
        3     | 2026-01-05
        4     | 2026-01-05
        5     | 2026-11-01
        missing_episodes
        child | missing_id | started_on | ended_on   | missing_kind
        1     | m1         | 2026-10-22 | 2026-10-23 | M
        1     | m2         | 2026-10-20 | 2026-10-20 | M
        2     | m3         | 2026-10-23 | 2026-10-23 | M
        3     | m4         | 2026-10-01 | 2026-10-02 | M
        4     | m5         | 2026-10-01 | 2026-10-02 | A
        5     | m6         | 2026-10-01 | 2026-10-02 | M
        core_groups
        child | happened_on
        1     | 2026-10-19
        3     | 2026-10-01
        """,
        expect="""
        child_id | row_id | since_on
        1        | m2     | 2026-10-20
        """,
    ),
    quiet(
        "plan-unchanged-after-section-47",
        "an enquiry while in care and nothing looked at since; a review afterwards answers it",
        """
        periods_of_care
        child | started_on
        1     | 2026-01-05
        2     | 2026-01-05
        section_47_enquiries
        child | enquiry_id | started_on | ended_on
        1     | e1         | 2026-10-01 | 2026-10-15
        2     | e2         | 2026-10-01 | 2026-10-15
        looked_after_reviews
        child | happened_on
        1     | 2026-09-30
        2     | 2026-10-20
        """,
        expect="""
        child_id | row_id | since_on
        1        | e1     | 2026-10-01
        """,
    ),
    quiet(
        "step-down-without-plan",
        "ten working days after, no child in need plan; one that ran on answers; back on a plan is no matter",
        """
        child_protection_plans
        child | plan_id | started_on | ended_on   | end_reason
        1     | p1      | 2026-01-05 | 2026-11-05 | stepped_down
        2     | p2      | 2026-01-05 | 2026-11-06 | stepped_down
        3     | p3      | 2026-01-05 | 2026-10-01 | stepped_down
        4     | p4      | 2026-01-05 | 2026-10-01 | stepped_down
        4     | p5      | 2026-10-20 |            |
        5     | p6      | 2026-01-05 | 2026-10-01 | closed
        child_in_need_plans
        child | started_on | ended_on
        3     | 2025-06-01 | 2026-10-30
        """,
        expect="""
        child_id | row_id | since_on
        1        | p1     | 2026-11-05
        """,
    ),
)
