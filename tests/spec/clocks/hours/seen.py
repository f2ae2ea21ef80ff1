"""Specifications of the clocks in hours of contacts, enquiries and children who were missing. Times are London's."""

from onechild.knowledge.clocks.rules.hours.seen_and_missing import (
    CONTACT_DECISION_HOURS,
    RETURN_INTERVIEW_HELD,
    RETURN_INTERVIEW_OFFERED,
    SEEN_IN_ENQUIRY,
)
from tests.spec.harness import check_clock

EXAMPLES = (
    check_clock(
        CONTACT_DECISION_HOURS,
        "24 hours run over the weekend, and screening decides nothing",
        """
        contacts
        contact_id | child | happened_on | received_at      | already_open
        a          | 1     | 2026-11-06  | 2026-11-06 16:00 | no
        b          | 2     | 2026-11-06  | 2026-11-06 16:00 | no
        c          | 3     | 2026-11-06  | 2026-11-06 16:00 | no
        d          | 4     | 2026-11-06  | 2026-11-06 16:00 | yes
        front_door_decisions
        contact_id | child | happened_on | decided_at       | outcome
        a          | 1     | 2026-11-07  | 2026-11-07 16:00 | referral
        b          | 2     | 2026-11-09  | 2026-11-09 10:00 | early_help
        c          | 3     | 2026-11-06  | 2026-11-06 17:00 | screening
        """,
        as_at="2026-11-09",
        expect="""
        child_id | due_at           | met_at           | within   | outcome
        1        | 2026-11-07 16:00 | 2026-11-07 16:00 | 24 hours | met
        2        | 2026-11-07 16:00 | 2026-11-09 10:00 | 24 hours | met_late
        3        | 2026-11-07 16:00 |                  | 24 hours | overdue
        """,
    ),
    check_clock(
        CONTACT_DECISION_HOURS,
        "a contact without its hour is left to the working day, and a decision without one is judged by its day",
        """
        contacts
        contact_id | child | happened_on | received_at      | already_open
        a          | 1     | 2026-11-04  |                  | no
        b          | 2     | 2026-11-04  | 2026-11-04 09:00 | no
        c          | 3     | 2026-11-04  | 2026-11-04 09:00 | no
        front_door_decisions
        contact_id | child | happened_on | outcome
        a          | 1     | 2026-11-05  | referral
        b          | 2     | 2026-11-05  | referral
        c          | 3     | 2026-11-06  | referral
        """,
        as_at="2026-11-09",
        expect="""
        child_id | met_on     | met_at | outcome
        2        | 2026-11-05 |        | met
        3        | 2026-11-06 |        | met_late
        """,
    ),
    check_clock(
        CONTACT_DECISION_HOURS,
        "the council's number of hours is the one in force on the day the contact came",
        """
        settings
        setting                | value | started_on
        contact_decision_hours | 4     | 2026-11-10
        contacts
        child | happened_on | received_at      | already_open
        1     | 2026-11-09  | 2026-11-09 23:30 | no
        2     | 2026-11-10  | 2026-11-10 00:30 | no
        front_door_decisions
        child | happened_on | decided_at       | outcome  | contact_id
        2     | 2026-11-10  | 2026-11-10 04:30 | referral | contacts-2
        """,
        as_at="2026-11-10",
        expect="""
        child_id | due_at           | within   | outcome
        1        | 2026-11-10 23:30 | 24 hours | overdue
        2        | 2026-11-10 04:30 | 4 hours  | met
        """,
    ),
    check_clock(
        SEEN_IN_ENQUIRY,
        "the child is seen alone in person within 24 hours of the discussion, over the night the clocks go forward",
        """
        strategy_discussions
        child | happened_on | held_at          | began_enquiry
        1     | 2026-03-28  | 2026-03-28 14:00 | yes
        2     | 2026-03-28  | 2026-03-28 14:00 | yes
        3     | 2026-03-28  | 2026-03-28 14:00 | yes
        4     | 2026-03-28  | 2026-03-28 14:00 | yes
        5     | 2026-03-28  | 2026-03-28 14:00 | no
        6     | 2026-03-28  |                  | yes
        visits
        child | happened_on | seen_at          | purpose    | seen | seen_alone | method
        1     | 2026-03-29  | 2026-03-29 15:00 | section_47 | yes  | yes        | face_to_face
        2     | 2026-03-29  | 2026-03-29 15:01 | section_47 | yes  |            |
        3     | 2026-03-28  | 2026-03-28 16:00 | section_47 | yes  | no         | face_to_face
        4     | 2026-03-28  | 2026-03-28 16:00 | section_47 | yes  | yes        | video
        """,
        as_at="2026-03-30",
        expect="""
        child_id | due_at           | outcome
        1        | 2026-03-29 15:00 | met
        2        | 2026-03-29 15:00 | met_late
        3        | 2026-03-29 15:00 | overdue
        4        | 2026-03-29 15:00 | overdue
        """,
    ),
    check_clock(
        SEEN_IN_ENQUIRY,
        "a visit before the discussion meets nothing, and nothing is owed when the enquiry or the case has ended",
        """
        referrals
        referral_id | child | started_on | ended_on
        r           | 3     | 2026-11-01 | 2026-11-02
        section_47_enquiries
        enquiry_id | child | started_on | ended_on   | referral_id
        a          | 1     | 2026-11-02 |            |
        b          | 2     | 2026-11-02 | 2026-11-02 |
        c          | 3     | 2026-11-02 |            | r
        strategy_discussions
        child | happened_on | held_at          | began_enquiry | enquiry_id
        1     | 2026-11-02  | 2026-11-02 14:00 | yes           | a
        2     | 2026-11-02  | 2026-11-02 14:00 | yes           | b
        3     | 2026-11-02  | 2026-11-02 14:00 | yes           | c
        visits
        child | happened_on | seen_at          | purpose    | seen
        1     | 2026-11-02  | 2026-11-02 13:00 | section_47 | yes
        """,
        as_at="2026-11-02",
        expect="""
        child_id | ended_on   | outcome
        1        |            | open
        2        | 2026-11-02 | not_required
        3        | 2026-11-02 | not_required
        """,
    ),
    check_clock(
        RETURN_INTERVIEW_OFFERED,
        "it is offered within 72 hours of the return, over the night the clocks go back, by the day of the offer",
        """
        missing_episodes
        missing_id | child | started_on | ended_on   | returned_at
        a          | 1     | 2026-10-22 | 2026-10-23 | 2026-10-23 09:00
        b          | 2     | 2026-10-22 | 2026-10-23 | 2026-10-23 09:00
        c          | 3     | 2026-10-22 | 2026-10-23 | 2026-10-23 09:00
        d          | 4     | 2026-10-22 | 2026-10-23 |
        return_interviews
        child | missing_id | offered_on | happened_on | held_at          | accepted
        1     | a          | 2026-10-26 |             |                  | no
        2     | b          |            | 2026-10-26  | 2026-10-26 08:01 | yes
        3     | c          | 2026-10-27 |             |                  | no
        """,
        as_at="2026-10-31",
        expect="""
        child_id | due_at           | met_on     | outcome
        1        | 2026-10-26 08:00 | 2026-10-26 | met
        2        | 2026-10-26 08:00 | 2026-10-26 | met_late
        3        | 2026-10-26 08:00 | 2026-10-27 | met_late
        """,
    ),
    check_clock(
        RETURN_INTERVIEW_OFFERED,
        "what says only that an interview was offered, and not when, owes nothing",
        """
        missing_episodes
        missing_id | child | ended_on   | returned_at      | interview_offered
        a          | 1     | 2026-11-02 | 2026-11-02 09:00 | Y
        b          | 2     | 2026-11-02 | 2026-11-02 09:00 | N
        c          | 3     | 2026-11-02 | 2026-11-02 09:00 | NA
        return_interviews
        child | offered_on
        9     | 2026-11-02
        """,
        as_at="2026-11-05",
        expect="""
        child_id | outcome
        2        | overdue
        """,
    ),
    check_clock(
        RETURN_INTERVIEW_HELD,
        "an interview that the child refused is not owed from that day, and one of another return meets nothing",
        """
        missing_episodes
        missing_id | child | ended_on   | returned_at
        a          | 1     | 2026-11-06 | 2026-11-06 23:00
        b          | 2     | 2026-11-06 | 2026-11-06 23:00
        c          | 3     | 2026-11-06 | 2026-11-06 23:00
        d          | 3     | 2026-11-08 | 2026-11-08 01:00
        return_interviews
        child | missing_id | offered_on | happened_on | held_at          | accepted
        1     | a          | 2026-11-07 | 2026-11-09  | 2026-11-09 22:59 | yes
        2     | b          | 2026-11-07 |             |                  | no
        3     | d          | 2026-11-08 | 2026-11-08  | 2026-11-08 14:00 | yes
        """,
        as_at="2026-11-10",
        expect="""
        child_id | spell_id | due_at           | ended_on   | outcome
        1        | a        | 2026-11-09 23:00 |            | met
        2        | b        | 2026-11-09 23:00 | 2026-11-07 | not_required
        3        | c        | 2026-11-09 23:00 | 2033-01-01 | overdue
        3        | d        | 2026-11-11 01:00 |            | met
        """,
    ),
)
