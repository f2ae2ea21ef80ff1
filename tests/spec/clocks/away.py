"""Specifications of children away from home who are not looked after: long stays, custody, the transfer scheme."""

from onechild.knowledge.clocks.rules.care.away import CUSTODY_VISIT, LONG_STAY_NOTICE, LONG_STAY_VISIT, TRANSFER_SCHEME
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        LONG_STAY_NOTICE,
        "three months on end: the last day of a shorter month is in time, the next late; over with the stay and at 18",
        """
        children
        child | born_on
        1     | 2015-01-01
        2     | 2015-01-01
        3     | 2015-01-01
        4     | 2008-01-20
        stays
        stay_id | child | started_on | ended_on   | stay_kind
        a       | 1     | 2025-11-30 |            | hospital
        b       | 2     | 2025-11-30 |            | residential_school
        c       | 3     | 2025-11-30 | 2026-02-01 | hospital
        d       | 4     | 2025-11-30 |            | hospital
        e       | 3     | 2025-11-30 |            | custody
        steps_taken
        child | happened_on | step
        1     | 2026-02-28  | stay_notified
        2     | 2026-03-01  | stay_notified
        """,
        as_at="2026-03-02",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        a        | 2025-11-30 | 2026-02-28 | 2026-02-28 |            | met
        b        | 2025-11-30 | 2026-02-28 | 2026-03-01 |            | met_late
        c        | 2025-11-30 | 2026-02-28 |            | 2026-02-01 | not_required
        d        | 2025-11-30 | 2026-02-28 |            | 2026-01-20 | not_required
        """,
    ),
    check_clock(
        LONG_STAY_NOTICE,
        "not owed while the child is looked after",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2025-10-06 | 2026-01-12
        stays
        child | started_on | stay_kind
        1     | 2025-12-01 | hospital
        steps_taken
        child | happened_on | step
        1     | 2026-04-13  | stay_notified
        """,
        as_at="2026-04-30",
        expect="""
        started_on | due_on     | met_on     | outcome
        2026-01-12 | 2026-04-12 | 2026-04-13 | met_late
        """,
    ),
    check_clock(
        LONG_STAY_VISIT,
        "fourteen days from the notice by a visit of that purpose; over with the stay",
        """
        stays
        child | started_on | ended_on   | stay_kind
        1     | 2025-11-03 |            | hospital
        2     | 2025-11-03 |            | hospital
        3     | 2025-11-03 | 2026-02-10 | hospital
        steps_taken
        step_id | child | happened_on | step
        x       | 1     | 2026-02-03  | stay_notified
        y       | 2     | 2026-02-03  | stay_notified
        z       | 3     | 2026-02-03  | stay_notified
        visits
        child | happened_on | purpose
        1     | 2026-02-17  | stay
        2     | 2026-02-10  | child_in_need
        2     | 2026-02-18  | stay
        """,
        as_at="2026-03-01",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        x        | 2026-02-03 | 2026-02-17 | 2026-02-17 |            | met
        y        | 2026-02-03 | 2026-02-17 | 2026-02-18 |            | met_late
        z        | 2026-02-03 | 2026-02-17 |            | 2026-02-10 | not_required
        """,
    ),
    check_clock(
        CUSTODY_VISIT,
        "ten working days from the day detention ended a time in care, over the new year",
        """
        children
        child | born_on
        1     | 2010-01-01
        2     | 2010-01-01
        periods_of_care
        child | started_on | ended_on
        1     | 2025-06-02 | 2025-12-22
        2     | 2025-06-02 | 2025-12-22
        stays
        stay_id | child | started_on | ended_on   | stay_kind
        a       | 1     | 2025-12-22 |            | custody
        b       | 2     | 2025-12-18 |            | custody
        visits
        child | happened_on | purpose
        1     | 2026-01-08  | custody
        2     | 2026-01-09  | custody
        """,
        as_at="2026-02-01",
        expect="""
        child_id | started_on | due_on     | met_on     | outcome
        1        | 2025-12-22 | 2026-01-08 | 2026-01-08 | met
        2        | 2025-12-22 | 2026-01-08 | 2026-01-09 | met_late
        """,
    ),
    check_clock(
        CUSTODY_VISIT,
        "none for a child still in care, one never in care, one who left care before, or a relevant child",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2025-06-02 |
        3     | 2025-06-02 | 2025-10-01
        4     | 2025-06-02 | 2025-12-22
        5     | 2025-06-02 | 2025-12-22
        stays
        stay_id | child | started_on | ended_on   | stay_kind
        a       | 1     | 2025-12-22 |            | custody
        b       | 2     | 2025-12-22 |            | custody
        c       | 3     | 2025-12-22 |            | custody
        d       | 4     | 2025-12-22 |            | custody
        e       | 5     | 2025-12-22 | 2026-01-05 | custody
        leaving_care_eligibility
        child | started_on | eligibility
        4     | 2025-12-22 | Relevant
        visits
        child | happened_on | purpose
        2     | 2026-01-05  | custody
        """,
        as_at="2026-02-01",
        expect="""
        child_id | started_on | due_on     | ended_on   | outcome
        5        | 2025-12-22 | 2026-01-08 | 2026-01-05 | not_required
        """,
    ),
    check_clock(
        TRANSFER_SCHEME,
        "ten working days from the referral; over with the council's work",
        """
        periods_of_care
        child | started_on | ended_on
        1     | 2026-05-18 |
        2     | 2026-05-18 |
        3     | 2026-05-18 | 2026-05-29
        steps_taken
        step_id | child | happened_on | step
        x       | 1     | 2026-05-20  | transfer_scheme_referred
        y       | 2     | 2026-05-20  | transfer_scheme_referred
        z       | 3     | 2026-05-20  | transfer_scheme_referred
        u       | 1     | 2026-06-04  | transferred_by_scheme
        v       | 2     | 2026-06-05  | transferred_by_scheme
        """,
        as_at="2026-06-10",
        expect="""
        spell_id | started_on | due_on     | met_on     | ended_on   | outcome
        x        | 2026-05-20 | 2026-06-04 | 2026-06-04 |            | met
        y        | 2026-05-20 | 2026-06-04 | 2026-06-05 |            | met_late
        z        | 2026-05-20 | 2026-06-04 |            | 2026-05-29 | not_required
        """,
    ),
)
