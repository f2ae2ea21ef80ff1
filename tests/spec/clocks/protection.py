"""Specifications of the clocks of child protection and of children in need. Good Friday 2026 is 3 April."""

from onechild.knowledge.clocks.rules.child_in_need import CHILD_IN_NEED_VISIT
from onechild.knowledge.clocks.rules.protection import (
    CHILD_PROTECTION_VISIT,
    INITIAL_CONFERENCE,
    REVIEW_CONFERENCE,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        INITIAL_CONFERENCE,
        "working day 15 from the strategy discussion that began the enquiry is in time, the next day late, over Easter",
        """
        section_47_enquiries
        enquiry_id | child | started_on
        e1         | 1     | 2026-03-18
        e2         | 2     | 2026-03-18
        e3         | 3     | 2026-03-16
        strategy_discussions
        child | happened_on | enquiry_id | began_enquiry
        1     | 2026-03-09  | e1         | no
        1     | 2026-03-16  | e1         | yes
        2     | 2026-03-16  | e2         | yes
        conferences
        child | happened_on | conference_kind | enquiry_id
        1     | 2026-04-08  | initial         | e1
        2     | 2026-04-09  | transfer_in     |
        3     | 2026-04-08  | review          |
        """,
        as_at="2026-04-09",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2026-03-16 | 2026-04-08 | 2026-04-08 | met
        2        | 2026-03-16 | 2026-04-08 | 2026-04-09 | met_late
        3        | 2026-03-16 | 2026-04-08 |            | overdue
        """,
    ),
    check_clock(
        INITIAL_CONFERENCE,
        "it is not owed from the day that no conference was found to be required, in time or too late",
        """
        section_47_enquiries
        child | started_on | ended_on   | conference_not_required | conference_decided_on
        1     | 2026-03-16 | 2026-03-26 | yes                     | 2026-03-25
        2     | 2026-03-16 |            | yes                     | 2026-04-09
        3     | 2026-03-16 | 2026-03-24 | no                      |
        """,
        as_at="2026-04-09",
        expect="""
        child_id | due_on     | ended_on   | outcome
        1        | 2026-04-08 | 2026-03-25 | not_required
        2        | 2026-04-08 | 2026-04-09 | missed
        3        | 2026-04-08 |            | overdue
        """,
    ),
    check_clock(
        INITIAL_CONFERENCE,
        "nor from the day that the enquiry ended in no further action or the case closed",
        """
        referrals
        referral_id | child | started_on | ended_on
        r           | 2     | 2026-03-02 | 2026-03-27
        section_47_enquiries
        child | started_on | ended_on   | referral_id | no_further_action
        1     | 2026-03-16 | 2026-03-24 |             | yes
        2     | 2026-03-16 |            | r           |
        """,
        as_at="2026-04-09",
        expect="""
        child_id | due_on     | ended_on   | outcome
        1        | 2026-04-08 | 2026-03-24 | not_required
        2        | 2026-04-08 | 2026-03-27 | not_required
        """,
    ),
    check_clock(
        INITIAL_CONFERENCE,
        "a conference of another enquiry does not meet this one's",
        """
        section_47_enquiries
        enquiry_id | child | started_on
        e1         | 1     | 2026-03-16
        e2         | 1     | 2026-03-20
        conferences
        child | happened_on | conference_kind | enquiry_id
        1     | 2026-03-27  | initial         | e2
        """,
        as_at="2026-03-27",
        expect="""
        spell_id | met_on     | outcome
        e1       |            | open
        e2       | 2026-03-27 | met
        """,
    ),
    check_clock(
        REVIEW_CONFERENCE,
        "the first is due in three months, cut to the end of a short month, and the next six months after it was held",
        """
        child_protection_plans
        child | started_on
        1     | 2025-11-30
        2     | 2025-11-30
        conferences
        child | happened_on | conference_kind
        1     | 2025-11-30  | initial
        1     | 2026-02-28  | review
        2     | 2026-03-01  | review
        2     | 2026-03-31  | review
        """,
        as_at="2026-08-29",
        expect="""
        child_id | started_on | due_on     | met_on     | within   | outcome
        1        | 2025-11-30 | 2026-02-28 | 2026-02-28 | 3 months | met
        1        | 2026-02-28 | 2026-08-28 |            | 6 months | overdue
        2        | 2025-11-30 | 2026-02-28 | 2026-03-01 | 3 months | met_late
        2        | 2026-03-01 | 2026-09-01 | 2026-03-31 | 6 months | met
        2        | 2026-03-31 | 2026-09-30 |            | 6 months | open
        """,
    ),
    check_clock(
        REVIEW_CONFERENCE,
        "the review that ends the plan meets the duty and opens none; a plan that ends before the day owes no more",
        """
        child_protection_plans
        child | started_on | ended_on
        1     | 2026-01-05 | 2026-04-02
        2     | 2026-01-05 | 2026-02-02
        3     | 2026-01-05 | 2026-04-06
        conferences
        child | happened_on | conference_kind
        1     | 2026-04-02  | review
        """,
        as_at="2026-06-01",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-05 | 2026-04-02 |            | met
        2        | 2026-04-05 |            | 2026-02-02 | not_required
        3        | 2026-04-05 |            | 2026-04-06 | missed
        """,
    ),
    check_clock(
        REVIEW_CONFERENCE,
        "a plan transferred in is counted from the conference that received it; another council's owes nothing here",
        """
        conferences
        conference_id | child | happened_on | conference_kind
        c1            | 1     | 2026-02-02  | transfer_in
        child_protection_plans
        child | started_on | conference_id | of_other_council
        1     | 2026-01-05 | c1            | no
        2     | 2026-01-05 |               | yes
        """,
        as_at="2026-03-02",
        expect="""
        child_id | started_on | due_on
        1        | 2026-02-02 | 2026-05-02
        """,
    ),
    check_clock(
        CHILD_PROTECTION_VISIT,
        "day 28 is in time though it is Good Friday, and day 29 late",
        """
        child_protection_plans
        child | started_on
        1     | 2026-03-06
        2     | 2026-03-06
        3     | 2026-03-06
        visits
        child | happened_on | purpose
        1     | 2026-04-03  | child_protection
        2     | 2026-04-04  | child_protection
        """,
        as_at="2026-04-04",
        expect="""
        child_id | started_on | due_on     | met_on     | within  | outcome
        1        | 2026-03-06 | 2026-04-03 | 2026-04-03 | 28 days | met
        1        | 2026-04-03 | 2026-05-01 |            | 28 days | open
        2        | 2026-03-06 | 2026-04-03 | 2026-04-04 | 28 days | met_late
        2        | 2026-04-04 | 2026-05-02 |            | 28 days | open
        3        | 2026-03-06 | 2026-04-03 |            | 28 days | overdue
        """,
    ),
    check_clock(
        CHILD_PROTECTION_VISIT,
        "a child not seen, or seen by video, or under another duty, starts no new count",
        """
        child_protection_plans
        child | started_on
        1     | 2026-03-06
        visits
        child | happened_on | purpose          | seen | method
        1     | 2026-03-10  | child_protection | no   | face_to_face
        1     | 2026-03-11  | child_protection |      | face_to_face
        1     | 2026-03-12  | child_protection | yes  | video
        1     | 2026-03-13  | looked_after     | yes  | face_to_face
        1     | 2026-03-20  | section_47       | yes  | face_to_face
        """,
        as_at="2026-03-20",
        expect="""
        started_on | due_on     | met_on     | outcome
        2026-03-06 | 2026-04-03 | 2026-03-20 | met
        2026-03-20 | 2026-04-17 |            | open
        """,
    ),
    check_clock(
        CHILD_PROTECTION_VISIT,
        "a plan that ends on the day a visit is due owes none, the day after it has missed one",
        """
        child_protection_plans
        child | started_on | ended_on
        1     | 2026-03-06 | 2026-03-20
        2     | 2026-03-06 | 2026-04-03
        3     | 2026-03-06 | 2026-04-04
        4     | 2026-03-06 | 2026-04-04
        5     | 2026-03-06 | 2026-03-06
        visits
        child | happened_on | purpose
        4     | 2026-04-04  | child_protection
        5     | 2026-03-06  | child_protection
        """,
        as_at="2026-04-04",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-03 |            | 2026-03-20 | not_required
        2        | 2026-04-03 |            | 2026-04-03 | not_required
        3        | 2026-04-03 |            | 2026-04-04 | missed
        4        | 2026-04-03 | 2026-04-04 |            | met_late
        """,
    ),
    check_clock(
        CHILD_PROTECTION_VISIT,
        "the council's interval is the one in force when the duty began, and a plan's own counts where it is stricter",
        """
        settings
        setting                    | value | started_on
        child_protection_visit_days | 28    | 2016-01-01
        child_protection_visit_days | 20    | 2026-06-01
        child_protection_plans
        child | started_on | visit_every_days
        1     | 2026-05-25 |
        2     | 2026-05-25 | 14
        3     | 2026-05-25 | 24
        4     | 2026-05-25 | 42
        visits
        child | happened_on | purpose
        1     | 2026-06-08  | child_protection
        3     | 2026-06-08  | child_protection
        """,
        as_at="2026-06-08",
        expect="""
        child_id | started_on | due_on     | within  | version
        1        | 2026-05-25 | 2026-06-22 | 28 days | CP-10 2016-01-01
        1        | 2026-06-08 | 2026-06-28 | 20 days | CP-10 2026-06-01
        2        | 2026-05-25 | 2026-06-08 | 14 days | CP-10 2016-01-01
        3        | 2026-05-25 | 2026-06-18 | 24 days | CP-10 2016-01-01
        3        | 2026-06-08 | 2026-06-28 | 20 days | CP-10 2026-06-01
        4        | 2026-05-25 | 2026-06-22 | 28 days | CP-10 2016-01-01
        """,
    ),
    check_clock(
        CHILD_PROTECTION_VISIT,
        "a stricter interval set for a child re-times what is not yet late from its day on, and leaves the past alone",
        """
        child_protection_plans
        plan_id | child | started_on
        p1      | 1     | 2026-05-25
        p2      | 2     | 2026-05-25
        p3      | 3     | 2026-05-25
        p4      | 4     | 2026-05-25
        p5      | 5     | 2026-05-25
        visit_intervals
        child | child_protection_plan_id | child_in_need_plan_id | every_days | started_on | ended_on
        1     | p1                       |                       | 14         | 2026-06-01 |
        2     | p2                       |                       | 7          | 2026-06-15 |
        3     | p3                       |                       | 14         | 2026-06-24 |
        4     |                          | p4                    | 14         | 2026-06-01 |
        5     | p5                       |                       | 14         | 2026-06-01 | 2026-06-05
        """,
        as_at="2026-06-30",
        expect="""
        child_id | started_on | due_on     | within
        1        | 2026-05-25 | 2026-06-08 | 14 days
        2        | 2026-05-25 | 2026-06-15 | 7 days
        3        | 2026-05-25 | 2026-06-22 | 28 days
        4        | 2026-05-25 | 2026-06-22 | 28 days
        5        | 2026-05-25 | 2026-06-22 | 28 days
        """,
    ),
    check_clock(
        CHILD_PROTECTION_VISIT,
        "a child who dies owes nobody a visit",
        """
        children
        child | born_on    | died_on
        1     | 2020-01-01 | 2026-03-10
        child_protection_plans
        child | started_on
        1     | 2026-03-06
        """,
        as_at="2026-05-01",
        expect="""
        due_on     | ended_on   | outcome
        2026-04-03 | 2026-03-10 | not_required
        """,
    ),
    check_clock(
        CHILD_IN_NEED_VISIT,
        "working day 20 is in time and the next late, over Easter",
        """
        child_in_need_plans
        child | started_on
        1     | 2026-03-09
        2     | 2026-03-09
        3     | 2026-03-09
        visits
        child | happened_on | purpose       | seen
        1     | 2026-04-08  | child_in_need | yes
        2     | 2026-04-09  | child_in_need | yes
        3     | 2026-04-08  | child_in_need | no
        """,
        as_at="2026-04-09",
        expect="""
        child_id | started_on | due_on     | met_on     | within          | outcome
        1        | 2026-03-09 | 2026-04-08 | 2026-04-08 | 20 working days | met
        1        | 2026-04-08 | 2026-05-07 |            | 20 working days | open
        2        | 2026-03-09 | 2026-04-08 | 2026-04-09 | 20 working days | met_late
        2        | 2026-04-09 | 2026-05-08 |            | 20 working days | open
        3        | 2026-03-09 | 2026-04-08 |            | 20 working days | overdue
        """,
    ),
    check_clock(
        CHILD_IN_NEED_VISIT,
        "it is not owed on a child protection plan or in care, and is counted anew from the day that ends",
        """
        child_in_need_plans
        plan_id | child | started_on
        p1      | 1     | 2026-03-09
        p2      | 2     | 2026-03-09
        child_protection_plans
        child | started_on | ended_on
        1     | 2026-03-20 | 2026-05-01
        2     | 2026-01-05 |
        periods_of_care
        child | started_on | ended_on
        1     | 2026-04-20 | 2026-06-01
        """,
        as_at="2026-06-30",
        expect="""
        spell_id      | started_on | due_on     | ended_on   | outcome
        p1            | 2026-03-09 | 2026-04-08 | 2026-03-20 | not_required
        p1/2026-06-01 | 2026-06-01 | 2026-06-29 |            | overdue
        """,
    ),
    check_clock(
        CHILD_IN_NEED_VISIT,
        "a lower-level package has weeks of its own, and a plan that asks for more visits goes first",
        """
        child_in_need_plans
        child | started_on | short_package | visit_every_days
        1     | 2026-01-05 | yes           |
        2     | 2026-01-05 |               | 10
        3     | 2026-01-05 |               | 28
        """,
        as_at="2026-01-05",
        expect="""
        child_id | due_on     | within
        1        | 2026-03-30 | 12 weeks
        2        | 2026-01-15 | 10 days
        3        | 2026-02-02 | 20 working days
        """,
    ),
)
