"""Working days counted forwards and back, by example and by property."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.workdays import (
    FIRST_DAY,
    LAST_DAY,
    OutsideCalendar,
    bank_holidays,
    is_working_day,
    working_day_after,
    working_day_beginning_with,
    working_days_between,
)

DAYS = st.dates(date(1991, 6, 1), date(2059, 1, 1))
COUNTS = st.integers(1, 260)


def slowly_after(day: date, n: int) -> date:
    """Working day n by walking the calendar, as a person would with a diary."""
    step = timedelta(days=1 if n > 0 else -1)
    for _ in range(abs(n)):
        day += step
        while day.weekday() > 4 or day in bank_holidays():
            day += step
    return day


@pytest.mark.parametrize(
    ("day", "n", "due"),
    [
        (date(2026, 11, 16), 1, date(2026, 11, 17)),  # Monday to Tuesday
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # Friday to Monday
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Maundy Thursday, over Easter
        (date(2026, 4, 4), 1, date(2026, 4, 7)),  # Easter Saturday: day 1 is the Tuesday
        (date(2026, 12, 24), 1, date(2026, 12, 29)),  # 28 December stands in for Boxing Day
        (date(2027, 12, 24), 1, date(2027, 12, 29)),  # 27 and 28 stand in for both
        (date(2022, 9, 16), 1, date(2022, 9, 20)),  # the state funeral
        (date(2026, 3, 30), 15, date(2026, 4, 22)),  # 15 working days over Easter
        (date(2026, 11, 16), 0, date(2026, 11, 16)),
        (date(2026, 11, 16), -1, date(2026, 11, 13)),  # Monday back to Friday
        (date(2026, 4, 7), -1, date(2026, 4, 2)),  # back over Easter
        (date(2026, 4, 5), -1, date(2026, 4, 2)),  # from Easter Sunday
        (date(2026, 11, 20), -5, date(2026, 11, 13)),
    ],
)
def test_working_day_after_counts_from_the_next_working_day(day, n, due):
    assert working_day_after(day, n) == due


def test_a_day_that_begins_a_period_is_day_one():
    assert working_day_beginning_with(date(2026, 11, 16), 5) == date(2026, 11, 20)


def test_a_period_that_begins_on_a_saturday_has_monday_as_day_one():
    assert working_day_beginning_with(date(2026, 11, 14), 1) == date(2026, 11, 16)


def test_a_period_can_begin_on_the_first_day_of_the_calendar():
    assert working_day_beginning_with(FIRST_DAY, 1) == date(1990, 1, 2)


def test_the_uk_calendar_also_leaves_out_scotlands_second_of_january():
    assert working_day_after(date(2025, 12, 31), 1) == date(2026, 1, 2)
    assert working_day_after(date(2025, 12, 31), 1, calendar="uk_any") == date(2026, 1, 5)


@given(DAYS, COUNTS)
def test_counting_forwards_agrees_with_walking_the_calendar(day, n):
    assert working_day_after(day, n) == slowly_after(day, n)


@given(DAYS, st.integers(1, 60))
def test_counting_back_agrees_with_walking_the_calendar(day, n):
    assert working_day_after(day, -n) == slowly_after(day, -n)


@given(DAYS, COUNTS)
def test_the_days_between_are_the_days_that_were_counted(day, n):
    assert working_days_between(day, working_day_after(day, n)) == n


@given(DAYS, COUNTS)
def test_a_working_day_counted_forwards_and_back_is_itself(day, n):
    start = working_day_after(day, 1)
    assert working_day_after(working_day_after(start, n), -n) == start


@given(DAYS, COUNTS)
def test_an_answer_is_always_a_working_day(day, n):
    assert is_working_day(working_day_after(day, n))
    assert is_working_day(working_day_after(day, -n))


@given(DAYS, COUNTS, st.integers(0, 30))
def test_a_later_day_is_never_due_sooner(day, n, later):
    assert working_day_after(day, n) <= working_day_after(day + timedelta(days=later), n)


@given(DAYS, DAYS)
def test_the_days_between_change_sign_with_direction(start, end):
    assert working_days_between(start, end) == -working_days_between(end, start)


@given(DAYS, DAYS, DAYS)
def test_the_days_between_add_up(first, middle, last):
    through_the_middle = working_days_between(first, middle) + working_days_between(middle, last)
    assert working_days_between(first, last) == through_the_middle


@given(DAYS, COUNTS)
def test_beginning_with_a_working_day_ends_one_working_day_sooner(day, n):
    start = working_day_after(day, 1)
    assert working_day_beginning_with(start, n + 1) == working_day_after(start, n)


def test_counting_off_the_end_of_the_calendar_is_refused():
    with pytest.raises(OutsideCalendar, match="1990 to 2060"):
        working_day_after(LAST_DAY, 1)


def test_counting_back_off_the_start_of_the_calendar_is_refused():
    with pytest.raises(OutsideCalendar, match="1990 to 2060"):
        working_day_after(date(1990, 1, 2), -1)


def test_the_last_working_day_of_the_calendar_can_be_reached():
    assert working_day_after(date(2060, 12, 30), 1) == LAST_DAY


@pytest.mark.parametrize("outside", [date(1989, 12, 31), date(2061, 1, 1)])
def test_a_day_outside_the_calendar_is_refused_by_every_count(outside):
    with pytest.raises(OutsideCalendar):
        working_day_after(outside, 1)
    with pytest.raises(OutsideCalendar):
        working_day_after(outside, 0)
    with pytest.raises(OutsideCalendar):
        working_days_between(date(2026, 1, 1), outside)
    with pytest.raises(OutsideCalendar):
        working_day_beginning_with(outside, 1)
