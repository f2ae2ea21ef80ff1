"""Lengths: the day each ends, and the words it is written in."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.workdays import Length, OutsideCalendar, add, parse_length

DAYS = st.dates(date(1990, 6, 1), date(2050, 1, 1))


@pytest.mark.parametrize(
    ("day", "length", "due"),
    [
        (date(2026, 11, 16), "10 days", date(2026, 11, 26)),
        (date(2026, 11, 16), "6 weeks", date(2026, 12, 28)),  # the same weekday; a holiday extends nothing
        (date(2026, 11, 16), "15 working days", date(2026, 12, 7)),
        (date(2026, 11, 30), "3 months", date(2027, 2, 28)),
        (date(2027, 11, 30), "3 months", date(2028, 2, 29)),
        (date(2026, 8, 31), "6 months", date(2027, 2, 28)),
        (date(2027, 2, 28), "6 months", date(2027, 8, 28)),
        (date(2026, 1, 31), "1 month", date(2026, 2, 28)),
        (date(2026, 12, 15), "1 month", date(2027, 1, 15)),
        (date(2028, 2, 29), "1 year", date(2029, 2, 28)),
        (date(2010, 5, 1), "18th birthday", date(2028, 5, 1)),
        (date(2026, 5, 31), "3 months before", date(2026, 2, 28)),
        (date(2026, 11, 16), "2 working days before", date(2026, 11, 12)),
        (date(2026, 11, 16), "0 days", date(2026, 11, 16)),
    ],
)
def test_a_length_ends_on_the_day_the_law_means(day, length, due):
    assert add(day, parse_length(length)) == due


@pytest.mark.parametrize(
    ("day", "length", "due"),
    [
        (date(2026, 11, 16), "15 days", date(2026, 11, 30)),
        (date(2026, 11, 16), "1 week", date(2026, 11, 22)),
        (date(2026, 11, 16), "5 working days", date(2026, 11, 20)),
        (date(2026, 3, 1), "1 month", date(2026, 3, 31)),
        (date(2026, 1, 31), "1 month", date(2026, 2, 28)),  # no corresponding date: ends with the month
        (date(2026, 4, 1), "1 year", date(2027, 3, 31)),
    ],
)
def test_a_length_beginning_with_a_day_counts_that_day_as_day_one(day, length, due):
    assert add(day, parse_length(length), beginning_with=True) == due


@given(DAYS, st.integers(1, 400))
def test_a_period_of_days_beginning_with_a_day_ends_one_day_sooner(day, n):
    length = Length(n, "day")
    assert add(day, length, beginning_with=True) == add(day, length) - timedelta(days=1)


@given(DAYS, st.integers(0, 100), st.integers(0, 40))
def test_months_are_never_due_sooner_from_a_later_day(day, n, later):
    length = Length(n, "month")
    assert add(day, length) <= add(day + timedelta(days=later), length)


@given(DAYS, st.integers(-5, 100))
def test_months_keep_the_day_of_the_month_or_end_with_it(day, n):
    due = add(day, Length(n, "month"))
    assert due.day == day.day or (due + timedelta(days=1)).day == 1


@given(DAYS, st.integers(1, 8))
def test_a_year_is_twelve_months(day, n):
    assert add(day, Length(n, "year")) == add(day, Length(12 * n, "month"))


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (Length(1, "working_day"), "1 working day"),
        (Length(15, "working_day"), "15 working days"),
        (Length(0, "day"), "0 days"),
        (Length(1, "week"), "1 week"),
        (Length(6, "week"), "6 weeks"),
        (Length(-1, "month"), "1 month before"),
        (Length(-2, "working_day"), "2 working days before"),
        (Length(1, "school_day"), "1 school day"),
        (Length(2, "year"), "2 years"),
        (Length(1, "birthday"), "1st birthday"),
        (Length(2, "birthday"), "2nd birthday"),
        (Length(3, "birthday"), "3rd birthday"),
        (Length(11, "birthday"), "11th birthday"),
        (Length(18, "birthday"), "18th birthday"),
        (Length(21, "birthday"), "21st birthday"),
    ],
)
def test_a_length_is_written_right_in_the_singular_and_the_plural(length, text):
    assert str(length) == text


@given(
    st.integers(-500, 500),
    st.sampled_from(["day", "week", "month", "year", "working_day", "school_day", "birthday"]),
)
def test_a_length_is_read_back_from_its_text(n, unit):
    length = Length(abs(n) if unit == "birthday" else n, unit)
    assert parse_length(str(length)) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("12 calendar months", Length(12, "month")),
        (" 15  Working  Days ", Length(15, "working_day")),
        ("-2 working_day", Length(-2, "working_day")),
        ("5 school_days", Length(5, "school_day")),
    ],
)
def test_a_length_is_read_from_other_ways_of_writing_it(text, length):
    assert parse_length(text) == length


@pytest.mark.parametrize(
    "text", ["", "soon", "15", "working days", "5 fortnights", "1.5 weeks", "18 birthdays", "week 3"]
)
def test_a_text_that_is_no_length_is_refused_in_one_plain_line(text):
    with pytest.raises(ValueError, match="is not a length of time"):
        parse_length(text)


def test_a_unit_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="'fortnight' is not a unit of time"):
        Length(1, "fortnight")


@pytest.mark.parametrize(
    ("day", "length"),
    [
        (date(2060, 12, 31), Length(1, "day")),
        (date(2060, 12, 1), Length(1, "month")),
        (date(1990, 1, 1), Length(-1, "day")),
        (date(2061, 1, 1), Length(-1, "week")),
        (date(1989, 12, 31), Length(1, "week")),
        (date(2026, 1, 1), Length(99_999, "year")),
        (date(2026, 1, 1), Length(-99_999, "month")),
        (date(2045, 1, 1), Length(18, "birthday")),
        (date(1960, 1, 1), Length(18, "birthday")),
    ],
)
def test_a_day_or_an_answer_outside_the_calendar_is_refused(day, length):
    with pytest.raises(OutsideCalendar, match="outside the calendar"):
        add(day, length)


def test_a_birthday_inside_the_calendar_may_follow_a_birth_before_it():
    assert add(date(1985, 7, 1), Length(25, "birthday")) == date(2010, 7, 1)


@pytest.mark.parametrize("length", [Length(18, "birthday"), Length(0, "day"), Length(-3, "working_day")])
def test_a_period_that_can_not_begin_with_a_day_is_refused(length):
    with pytest.raises(ValueError, match="can't begin with a day"):
        add(date(2026, 1, 5), length, beginning_with=True)


def test_a_birthday_can_not_be_counted_back():
    with pytest.raises(ValueError, match="can't be counted back"):
        Length(-1, "birthday")


def test_school_days_without_the_councils_terms_are_refused():
    with pytest.raises(ValueError, match="school terms are not given"):
        add(date(2026, 1, 5), Length(3, "school_day"))
