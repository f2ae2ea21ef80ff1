"""Specifications of the clocks of fostering households, applications and adopters. Good Friday 2026 is 3 April."""

from onechild.knowledge.clocks.rules.others.fostering import (
    ADOPTER_STAGE_1,
    ADOPTER_STAGE_2,
    ASSESSMENT,
    CERTIFICATE,
    DECISION,
    FOSTER_CARER_REVIEW,
    MEDICAL,
    SUPERVISING_VISIT,
    TRAINING,
    UNANNOUNCED_VISIT,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        FOSTER_CARER_REVIEW,
        "a year from approval and from each review, to the last day of the approval",
        """
        fostering_households
        household_id | started_on | ended_on   | household_kind
        a            | 2024-02-29 |            | mainstream
        b            | 2024-02-29 | 2025-01-10 | connected
        c            | 2024-02-29 |            | supported_lodgings
        household_reviews
        household_id | happened_on | review_kind
        a            | 2025-02-28  | review
        a            | 2025-06-01  | unannounced_visit
        a            | 2026-03-01  | review
        """,
        as_at="2026-03-02",
        expect="""
        subject_kind | subject_id | started_on | due_on     | met_on     | outcome
        household    | a          | 2024-02-29 | 2025-02-28 | 2025-02-28 | met
        household    | a          | 2025-02-28 | 2026-02-28 | 2026-03-01 | met_late
        household    | a          | 2026-03-01 | 2027-03-01 |            | open
        household    | b          | 2024-02-29 | 2025-02-28 |            | not_required
        """,
    ),
    check_clock(
        UNANNOUNCED_VISIT,
        "once a year without notice, and a review is none",
        """
        fostering_households
        household_id | started_on
        a            | 2025-01-31
        household_reviews
        household_id | happened_on | review_kind
        a            | 2025-11-30  | review
        a            | 2026-02-01  | unannounced_visit
        """,
        as_at="2026-02-01",
        expect="""
        started_on | due_on     | outcome
        2025-01-31 | 2026-01-31 | met_late
        2026-02-01 | 2027-02-01 | open
        """,
    ),
    check_clock(
        SUPERVISING_VISIT,
        "six weeks from each visit, announced or not",
        """
        fostering_households
        household_id | started_on
        a            | 2026-01-05
        household_reviews
        household_id | happened_on | review_kind
        a            | 2026-02-16  | supervising_visit
        a            | 2026-03-31  | unannounced_visit
        """,
        as_at="2026-05-13",
        expect="""
        started_on | due_on     | within  | outcome
        2026-01-05 | 2026-02-16 | 6 weeks | met
        2026-02-16 | 2026-03-30 | 6 weeks | met_late
        2026-03-31 | 2026-05-12 | 6 weeks | overdue
        """,
    ),
    check_clock(
        CERTIFICATE,
        "three years from the last certificate before approval, or from approval without one",
        """
        fostering_households
        household_id | started_on
        a            | 2023-06-01
        b            | 2023-06-01
        household_checks
        household_id | happened_on | check_kind
        a            | 2022-11-20  | certificate
        a            | 2023-01-10  | certificate
        a            | 2026-01-10  | certificate
        b            | 2023-01-10  | medical
        """,
        as_at="2026-06-02",
        expect="""
        subject_id | started_on | due_on     | within  | outcome
        a          | 2023-06-01 | 2026-01-10 | 3 years | met
        a          | 2026-01-10 | 2029-01-10 | 3 years | open
        b          | 2023-06-01 | 2026-06-01 | 3 years | overdue
        """,
    ),
    check_clock(
        MEDICAL,
        "two years, or as the council sets from a day",
        """
        settings
        setting              | value | started_on
        foster_medical_years | 3     | 2026-01-01
        fostering_households
        household_id | started_on
        a            | 2023-06-01
        household_checks
        household_id | happened_on | check_kind
        a            | 2025-06-02  | medical
        a            | 2026-02-28  | medical
        """,
        as_at="2026-06-02",
        expect="""
        started_on | due_on     | within  | outcome
        2023-06-01 | 2025-06-01 | 2 years | met_late
        2025-06-02 | 2027-06-02 | 2 years | met
        2026-02-28 | 2029-02-28 | 3 years | open
        """,
    ),
    check_clock(
        TRAINING,
        "twelve months, eighteen for a connected person, and nothing where it was done before",
        """
        fostering_households
        household_id | started_on | household_kind
        a            | 2024-11-30 | mainstream
        b            | 2024-08-31 | connected
        c            | 2024-11-30 | mainstream
        household_checks
        household_id | happened_on | check_kind
        a            | 2025-11-30  | training_standards
        b            | 2026-03-01  | training_standards
        c            | 2024-05-01  | training_standards
        """,
        as_at="2026-03-01",
        expect="""
        subject_id | due_on     | within    | outcome
        a          | 2025-11-30 | 12 months | met
        b          | 2026-02-28 | 18 months | met_late
        """,
    ),
    check_clock(
        ASSESSMENT,
        "eight months to the panel, and not after a withdrawal",
        """
        fostering_applications
        fostering_application_id | happened_on | panel_on   | withdrawn_on | decided_on
        a                        | 2025-06-30  | 2026-02-28 |              | 2026-03-04
        b                        | 2025-06-30  | 2026-03-01 |              |
        c                        | 2025-06-30  |            | 2025-12-01   |
        d                        | 2025-06-30  |            |              |
        """,
        as_at="2026-03-04",
        expect="""
        subject_kind | subject_id | due_on     | outcome
        application  | a          | 2026-02-28 | met
        application  | b          | 2026-02-28 | met_late
        application  | c          | 2026-02-28 | not_required
        application  | d          | 2026-02-28 | overdue
        """,
    ),
    check_clock(
        DECISION,
        "seven working days from the panel's minutes, over Easter",
        """
        fostering_applications
        fostering_application_id | happened_on | panel_on   | panel_minutes_on | decided_on | withdrawn_on
        a                        | 2025-09-01  | 2026-03-26 | 2026-03-31       | 2026-04-13 |
        b                        | 2025-09-01  | 2026-03-26 | 2026-03-31       | 2026-04-14 |
        c                        | 2025-09-01  | 2026-03-31 |                  |            |
        d                        | 2025-09-01  | 2026-03-31 |                  |            | 2026-04-02
        """,
        as_at="2026-04-14",
        expect="""
        subject_id | started_on | due_on     | outcome
        a          | 2026-03-31 | 2026-04-13 | met
        b          | 2026-03-31 | 2026-04-13 | met_late
        c          | 2026-03-31 | 2026-04-13 | overdue
        d          | 2026-03-31 | 2026-04-13 | not_required
        """,
    ),
    check_clock(
        ADOPTER_STAGE_1,
        "two months, ended by its end, by stage 2 or by leaving",
        """
        adopters
        adopter_id | stage_1_started_on | stage_1_ended_on | stage_2_started_on | left_on
        a          | 2025-12-31         | 2026-02-28       |                    |
        b          | 2025-12-31         |                  | 2026-03-01         |
        c          | 2025-12-31         |                  |                    | 2026-02-01
        d          |                    |                  | 2026-03-01         |
        """,
        as_at="2026-03-02",
        expect="""
        subject_kind | subject_id | due_on     | met_on     | outcome
        adopter      | a          | 2026-02-28 | 2026-02-28 | met
        adopter      | b          | 2026-02-28 | 2026-03-01 | met_late
        adopter      | c          | 2026-02-28 |            | not_required
        """,
    ),
    check_clock(
        ADOPTER_STAGE_2,
        "four months, ended by its end or by approval",
        """
        adopters
        adopter_id | stage_2_started_on | stage_2_ended_on | approved_on | left_on
        a          | 2025-10-31         | 2026-02-28       | 2026-03-10  |
        b          | 2025-10-31         |                  | 2026-03-01  |
        c          | 2025-10-31         |                  |             | 2026-03-05
        """,
        as_at="2026-03-05",
        expect="""
        subject_id | due_on     | outcome
        a          | 2026-02-28 | met
        b          | 2026-02-28 | met_late
        c          | 2026-02-28 | missed
        """,
    ),
)
