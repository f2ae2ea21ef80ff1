"""The minutes a worker has, and the turns of a repeating duty in the weeks ahead. Christmas 2026 is a Friday."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.clocks.rules.in_care import LOOKED_AFTER_REVIEW
from onechild.knowledge.clocks.rules.protection import CHILD_PROTECTION_VISIT, INITIAL_CONFERENCE, REVIEW_CONFERENCE
from onechild.knowledge.forecast.capacity import Hours, last_day, minutes_lost, minutes_there, weeks
from onechild.knowledge.forecast.minutes import setting_of, value_of
from onechild.knowledge.forecast.turns import turns_to_come

TODAY = date(2026, 11, 23)
UNTIL = last_day(TODAY)
HOURS = Hours(a_day=7.5, direct_share=0.5)


def test_six_weeks_end_on_the_day_before_the_seventh_begins() -> None:
    assert weeks(TODAY)[-1] == (date(2026, 12, 28), UNTIL)
    assert date(2027, 1, 3) == UNTIL


def test_no_minutes_at_weekends_and_on_bank_holidays() -> None:
    there = minutes_there(HOURS, fte=1, today=TODAY)
    assert [there[date(2026, 12, day)] for day in (24, 25, 26, 27, 28, 29)] == [225, 0, 0, 0, 0, 225]


def test_a_part_time_worker_has_the_share_of_it_every_day() -> None:
    assert minutes_there(HOURS, fte=0.6, today=TODAY)[TODAY] == 135


def test_leave_takes_its_days_and_not_the_day_of_return() -> None:
    away = [(date(2026, 12, 1), date(2026, 12, 3))]
    there = minutes_there(HOURS, fte=1, today=TODAY, away=away)
    assert [there[date(2026, 12, day)] for day in (1, 2, 3)] == [0, 0, 225]
    assert minutes_lost(HOURS, fte=1, today=TODAY, away=away) == {date(2026, 12, 1): 225, date(2026, 12, 2): 225}


def test_absence_without_an_end_and_the_end_of_a_post_take_all_that_follows() -> None:
    assert sum(minutes_there(HOURS, fte=1, today=TODAY, away=[(date(2026, 11, 24), None)]).values()) == 225
    assert sum(minutes_there(HOURS, fte=1, today=TODAY, until=date(2026, 11, 24)).values()) == 450


def test_visits_come_round_and_none_can_be_made_before_the_one_before_it() -> None:
    found = turns_to_come(CHILD_PROTECTION_VISIT, within="14 days", due_on=date(2026, 11, 30), today=TODAY, until=UNTIL)
    assert found == [(date(2026, 12, 1), date(2026, 12, 14)), (date(2026, 12, 15), date(2026, 12, 28))]


def test_what_is_late_is_taken_as_done_today() -> None:
    found = turns_to_come(CHILD_PROTECTION_VISIT, within="28 days", due_on=date(2026, 11, 2), today=TODAY, until=UNTIL)
    assert found == [(date(2026, 11, 24), date(2026, 12, 21))]


def test_the_turn_after_a_first_review_has_the_length_of_the_second() -> None:
    first = turns_to_come(
        LOOKED_AFTER_REVIEW, within="20 working days", due_on=date(2026, 11, 24), today=TODAY, until=date(2027, 3, 1)
    )
    assert first == [(date(2026, 11, 25), date(2027, 2, 24))]
    assert turns_to_come(REVIEW_CONFERENCE, within="3 months", due_on=TODAY, today=TODAY, until=UNTIL) == []


def test_a_duty_done_once_does_not_come_round() -> None:
    found = turns_to_come(
        INITIAL_CONFERENCE, within="15 working days", due_on=TODAY, today=TODAY, until=date(2028, 1, 1)
    )
    assert found == []


def test_each_kind_of_duty_has_its_own_minutes_and_the_council_may_set_others() -> None:
    assert setting_of(CHILD_PROTECTION_VISIT, visit=True) == "visit_minutes_child_protection"
    assert setting_of(REVIEW_CONFERENCE, visit=False) == "meeting_minutes"
    assert value_of("meeting_minutes", {}) == 180
    assert value_of("meeting_minutes", {"meeting_minutes": 240}) == 240
