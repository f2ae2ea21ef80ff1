"""Leaving care: needs assessment, pathway plan, homes that the council provides, contact with care leavers."""

from onechild.knowledge.clocks.rules.leaving_care import (
    CONTACT,
    NEEDS_ASSESSMENT,
    OFFER,
    PATHWAY_PLAN,
    PROVIDED_HOME_REVIEW,
    PROVIDED_HOME_SECOND_VISIT,
    PROVIDED_HOME_VISIT,
)
from tests.spec.harness import Example, check_clock

HOMES = """
    children
    child | born_on
    1     | 2007-01-08
    2     | 2007-01-08
    3     | 2007-01-08
    4     | 2007-01-08
    5     | 2001-04-02
    stays
    child | started_on | ended_on   | stay_kind
    1     | 2026-03-27 | 2026-07-01 | provided_accommodation
    2     | 2026-03-27 |            | provided_accommodation
    3     | 2026-03-27 |            | provided_accommodation
    4     | 2026-03-27 | 2026-03-30 | provided_accommodation
    5     | 2026-03-27 |            | provided_accommodation
    leaving_care_contacts
    child | happened_on | method       | at_provided_accommodation
    1     | 2026-04-03  | face_to_face | yes
    1     | 2026-06-03  |              | yes
    2     | 2026-04-04  | face_to_face | yes
    2     | 2026-04-24  | face_to_face | yes
    3     | 2026-04-01  | telephone    | yes
    3     | 2026-04-02  | face_to_face | no
    """

EXAMPLES: tuple[Example, ...] = (
    check_clock(
        NEEDS_ASSESSMENT,
        "three months from 16, or from becoming eligible later; the day after is late; an earlier one counts at once",
        """
        children
        child | born_on
        1     | 2010-03-10
        2     | 2010-03-10
        3     | 2010-03-10
        4     | 2010-03-10
        5     | 2009-11-30
        periods_of_care
        child | started_on
        1     | 2023-06-01
        2     | 2023-06-01
        3     | 2023-06-01
        4     | 2026-01-05
        5     | 2023-06-01
        pathway_steps
        child | happened_on | step
        1     | 2026-06-10  | needs_assessment
        2     | 2026-06-11  | needs_assessment
        3     | 2025-12-01  | needs_assessment
        5     | 2026-02-28  | needs_assessment
        """,
        as_at="2026-06-11",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-03-10 | 2026-06-10 | 2026-06-10 |            | met
        2        | 2026-03-10 | 2026-06-10 | 2026-06-11 |            | met_late
        3        | 2026-03-10 | 2026-06-10 | 2026-03-10 |            | met
        4        | 2026-04-06 | 2026-07-06 |            | 2028-03-10 | open
        5        | 2025-11-30 | 2026-02-28 | 2026-02-28 |            | met
        """,
    ),
    check_clock(
        NEEDS_ASSESSMENT,
        "it ends at 18; short breaks give no entitlement, nor a recorded status that is none",
        """
        children
        child | born_on
        1     | 2008-05-05
        2     | 2010-03-10
        3     | 2009-03-10
        4     | 2010-03-10
        leaving_care_eligibility
        child | started_on | eligibility
        1     | 2026-04-01 | Eligible
        3     | 2025-06-02 | Qualifying
        periods_of_care
        child | started_on
        2     | 2024-01-08
        4     | 2024-01-08
        legal_statuses
        child | started_on | status
        2     | 2024-01-08 | V4
        pathway_steps
        child | happened_on | step
        4     | 2026-04-01  | needs_assessment
        """,
        as_at="2026-05-05",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-01 | 2026-07-01 |            | 2026-05-05 | not_required
        4        | 2026-03-10 | 2026-06-10 | 2026-04-01 |            | met
        """,
    ),
    check_clock(
        PATHWAY_PLAN,
        "by 16 years and 3 months where the council sets nothing; the day after is late; a review is no plan",
        """
        children
        child | born_on
        1     | 2010-03-10
        2     | 2010-03-10
        3     | 2010-03-10
        4     | 2010-03-10
        periods_of_care
        child | started_on
        1     | 2023-06-01
        2     | 2023-06-01
        3     | 2023-06-01
        4     | 2023-06-01
        pathway_steps
        child | happened_on | step
        1     | 2026-06-10  | plan
        2     | 2026-06-11  | plan
        3     | 2026-05-01  | review
        4     | 2026-02-02  | plan
        """,
        as_at="2026-06-11",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-06-10 | 2026-06-10 |            | met
        2        | 2026-06-10 | 2026-06-11 |            | met_late
        3        | 2026-06-10 |            | 2028-03-10 | overdue
        4        | 2026-06-10 | 2026-03-10 |            | met
        """,
    ),
    check_clock(
        PATHWAY_PLAN,
        "a council that sets six months has it by 16 and a half",
        """
        settings
        setting             | value | started_on
        pathway_plan_months | 6     | 2020-01-01
        children
        child | born_on
        1     | 2009-08-31
        periods_of_care
        child | started_on
        1     | 2023-06-01
        pathway_steps
        child | happened_on | step
        1     | 2026-02-28  | plan
        """,
        as_at="2026-03-01",
        expect="""
        due_on     | met_on     | within   | outcome
        2026-02-28 | 2026-02-28 | 6 months | met
        """,
    ),
    check_clock(
        PROVIDED_HOME_VISIT,
        "seven days to Good Friday, then two months; a call or a meeting elsewhere is no visit; leaving or 25 ends it",
        HOMES,
        as_at="2026-07-02",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | within   | outcome
        1        | 2026-03-27 | 2026-04-03 | 2026-04-03 |            | 7 days   | met
        1        | 2026-04-03 | 2026-06-03 | 2026-06-03 |            | 2 months | met
        1        | 2026-06-03 | 2026-08-03 |            | 2026-07-01 | 2 months | not_required
        2        | 2026-03-27 | 2026-04-03 | 2026-04-04 |            | 7 days   | met_late
        2        | 2026-04-04 | 2026-06-04 | 2026-04-24 |            | 2 months | met
        2        | 2026-04-24 | 2026-06-24 |            | 2032-01-08 | 2 months | overdue
        3        | 2026-03-27 | 2026-04-03 |            | 2032-01-08 | 7 days   | overdue
        4        | 2026-03-27 | 2026-04-03 |            | 2026-03-30 | 7 days   | not_required
        5        | 2026-03-27 | 2026-04-03 |            | 2026-04-02 | 7 days   | not_required
        """,
    ),
    check_clock(
        PROVIDED_HOME_SECOND_VISIT,
        "a second visit within 28 days; the first alone does not meet it",
        HOMES,
        as_at="2026-07-02",
        expect="""
        child_id | due_on     | met_on     | ended_on   | within  | outcome
        1        | 2026-04-24 | 2026-06-03 |            | 28 days | met_late
        2        | 2026-04-24 | 2026-04-24 |            | 28 days | met
        3        | 2026-04-24 |            | 2032-01-08 | 28 days | overdue
        4        | 2026-04-24 |            | 2026-03-30 | 28 days | not_required
        5        | 2026-04-24 |            | 2026-04-02 | 28 days | not_required
        """,
    ),
    check_clock(
        PROVIDED_HOME_REVIEW,
        "a review of the pathway plan within 28 days of moving in; the next day is late; other stays owe none",
        """
        stays
        child | started_on | ended_on   | stay_kind
        1     | 2026-03-27 |            | provided_accommodation
        2     | 2026-03-27 |            | provided_accommodation
        3     | 2026-03-27 | 2026-04-20 | provided_accommodation
        4     | 2026-03-27 |            | custody
        children
        child | born_on
        1     | 2007-01-08
        2     | 2007-01-08
        3     | 2007-01-08
        4     | 2007-01-08
        pathway_steps
        child | happened_on | step
        1     | 2026-01-05  | plan
        1     | 2026-04-24  | review
        2     | 2026-01-05  | plan
        2     | 2026-04-25  | plan
        3     | 2026-04-01  | plan
        """,
        as_at="2026-04-25",
        expect="""
        child_id | due_on     | met_on     | ended_on   | outcome
        1        | 2026-04-24 | 2026-04-24 |            | met
        2        | 2026-04-24 | 2026-04-25 |            | met_late
        3        | 2026-04-24 |            | 2026-04-20 | not_required
        """,
    ),
    check_clock(
        CONTACT,
        "face to face every eight weeks from 18 to 21; a call is none; who declines is owed none until more is said",
        """
        children
        child | born_on
        1     | 2008-03-10
        2     | 2008-03-10
        3     | 2008-03-10
        4     | 2005-06-01
        periods_of_care
        child | started_on
        1     | 2020-06-01
        2     | 2020-06-01
        3     | 2020-06-01
        leaving_care_eligibility
        child | started_on | eligibility
        4     | 2026-05-04 | Former Relevant
        leaving_care_contacts
        child | happened_on | method
        1     | 2026-05-05  | face_to_face
        1     | 2026-06-01  | telephone
        3     | 2026-05-06  |
        visits
        child | happened_on | purpose     | seen
        1     | 2026-06-30  | care_leaver | yes
        3     | 2026-06-02  | care_leaver | no
        leaving_care_circumstances
        child | happened_on | in_touch
        2     | 2026-04-01  | REFU
        2     | 2026-06-01  | YES
        """,
        as_at="2026-07-02",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2026-03-10 | 2026-05-05 | 2026-05-05 |            | met
        1        | 2026-05-05 | 2026-06-30 | 2026-06-30 |            | met
        1        | 2026-06-30 | 2026-08-25 |            | 2029-03-10 | open
        2        | 2026-03-10 | 2026-05-05 |            | 2026-04-01 | not_required
        2        | 2026-06-01 | 2026-07-27 |            | 2029-03-10 | open
        3        | 2026-03-10 | 2026-05-05 | 2026-05-06 |            | met_late
        3        | 2026-05-06 | 2026-07-01 |            | 2029-03-10 | overdue
        4        | 2026-05-04 | 2026-06-29 |            | 2026-06-01 | not_required
        """,
    ),
    check_clock(
        CONTACT,
        "a council that sets four weeks asks for it sooner",
        """
        settings
        setting                   | value | started_on
        care_leaver_contact_weeks | 4     | 2020-01-01
        children
        child | born_on
        1     | 2008-03-10
        periods_of_care
        child | started_on
        1     | 2020-06-01
        leaving_care_contacts
        child | happened_on | method
        1     | 2026-04-07  | face_to_face
        """,
        as_at="2026-04-07",
        expect="""
        started_on | due_on     | met_on     | within  | outcome
        2026-03-10 | 2026-04-07 | 2026-04-07 | 4 weeks | met
        2026-04-07 | 2026-05-05 |            | 4 weeks | open
        """,
    ),
    check_clock(
        OFFER,
        "once a year by any contact from 21 to 25, while the recorded entitlement lasts",
        """
        children
        child | born_on
        1     | 2004-02-29
        2     | 2004-02-28
        3     | 2001-03-01
        4     | 2004-02-28
        leaving_care_eligibility
        child | started_on | ended_on   | eligibility
        1     | 2022-02-28 |            | Former Relevant
        2     | 2022-02-28 |            | Former Relevant
        3     | 2019-03-01 |            | Former Relevant
        4     | 2022-02-28 | 2025-12-01 | Former Relevant
        leaving_care_contacts
        child | happened_on | method
        1     | 2026-03-01  | telephone
        """,
        as_at="2026-03-01",
        expect="""
        child_id | started_on | due_on     | met_on     | ended_on   | outcome
        1        | 2025-03-01 | 2026-03-01 | 2026-03-01 |            | met
        1        | 2026-03-01 | 2027-03-01 |            | 2029-03-01 | open
        2        | 2025-02-28 | 2026-02-28 |            | 2029-02-28 | overdue
        3        | 2022-03-01 | 2023-03-01 |            | 2026-03-01 | missed
        4        | 2025-02-28 | 2026-02-28 |            | 2025-12-01 | not_required
        """,
    ),
)
