"""Dates, ages and times as people say them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from onechild.service.govuk import words

THURSDAY = date(2026, 11, 19)


def test_a_day_of_this_year_has_no_year() -> None:
    assert words.day(date(2026, 12, 4), THURSDAY) == "Friday 4 December"


def test_a_day_of_another_year_has_its_year() -> None:
    assert words.day(date(2027, 4, 20), THURSDAY) == "Tuesday 20 April 2027"


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2026, 11, 17), "2 days late, was due Tuesday 17 November"),
        (date(2026, 11, 18), "1 day late, was due Wednesday 18 November"),
        (date(2026, 11, 19), "today"),
        (date(2026, 11, 20), "tomorrow"),
        (date(2026, 11, 22), "Sunday 22 November, in 1 working day"),
        (date(2026, 11, 24), "Tuesday 24 November, in 3 working days"),
        (date(2026, 12, 17), "Thursday 17 December, in 20 working days"),
        (date(2026, 12, 18), "Friday 18 December, in 4 weeks"),
        (date(2027, 4, 20), "Tuesday 20 April 2027, in 5 months"),
    ],
)
def test_due_says_the_day_and_how_far_off_it_is(on: date, said: str) -> None:
    assert words.due(on, THURSDAY) == said


def test_a_bank_holiday_is_no_working_day() -> None:
    assert words.due(date(2026, 12, 29), date(2026, 12, 24)) == "Tuesday 29 December, in 1 working day"


def test_a_weekend_ahead_of_a_saturday_is_said_in_days() -> None:
    assert words.due(date(2027, 3, 29), date(2027, 3, 27)) == "Monday 29 March, in 2 days"


def test_lateness_is_said_in_working_days_where_the_clock_counts_them() -> None:
    assert words.due_parts(date(2026, 11, 13), THURSDAY, unit="working days").when == "4 working days late"


def test_late_over_a_weekend_is_said_in_days_where_no_working_day_passed() -> None:
    assert words.due_parts(date(2026, 11, 20), date(2026, 11, 22), unit="working days").when == "2 days late"


def test_a_day_outside_the_calendar_is_said_in_days_and_months() -> None:
    assert words.due_parts(date(2061, 1, 31), date(2060, 12, 1)).note == "in 61 days"


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (date(2019, 2, 3), "7 years old"),
        (date(2024, 11, 19), "2 years old"),
        (date(2024, 11, 20), "23 months old"),
        (date(2025, 12, 20), "10 months old"),
        (date(2026, 10, 1), "7 weeks old"),
        (date(2026, 11, 18), "1 day old"),
        (date(2027, 1, 14), "expected 14 January 2027"),
    ],
)
def test_age_is_said_as_people_say_it(born: date, said: str) -> None:
    assert words.age(born, THURSDAY) == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(15, 45), "3.45pm"),
        (time(11), "11am"),
        (time(12), "midday"),
        (time(0), "midnight"),
        (time(0, 5), "12.05am"),
    ],
)
def test_times_of_day_have_a_point_and_no_noughts(at: time, said: str) -> None:
    assert words.clock(at) == said


def test_a_moment_in_summer_is_said_in_londons_time() -> None:
    assert words.moment(datetime(2026, 7, 1, 17, 52, tzinfo=UTC), date(2026, 7, 2)) == "yesterday, 6.52pm"


def test_a_moment_of_today_is_its_time_alone() -> None:
    assert words.moment(datetime(2026, 11, 19, 9, 12, tzinfo=UTC), THURSDAY) == "9.12am"


def test_since_leaves_out_this_year_and_keeps_another() -> None:
    assert words.since(date(2026, 7, 6), THURSDAY) == "since 6 July"
    assert words.since(date(2025, 7, 6), THURSDAY) == "since 6 July 2025"


@pytest.mark.parametrize(("count", "said"), [(0, "0"), (1, "1 to 5"), (5, "1 to 5"), (6, "6"), (1234, "1,234")])
def test_small_counts_are_kept_back_and_nought_is_shown(count: int, said: str) -> None:
    assert words.kept(count) == said
