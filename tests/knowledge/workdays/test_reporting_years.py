"""Reporting years and month ends, at their edges."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.workdays import month_end, month_ends, reporting_year, year_bounds, year_name

KINDS = st.sampled_from(["cin", "ssda903", "workforce", "academic"])


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("cin", date(2025, 4, 1), date(2026, 3, 31)),
        ("ssda903", date(2025, 4, 1), date(2026, 3, 31)),
        ("workforce", date(2025, 10, 1), date(2026, 9, 30)),
        ("academic", date(2025, 9, 1), date(2026, 8, 31)),
    ],
)
def test_a_reporting_year_is_named_by_its_ending(kind, first, last):
    assert year_bounds(2026, kind) == (first, last)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), KINDS)
def test_every_day_lies_inside_its_reporting_year(day, kind):
    first, last = year_bounds(reporting_year(day, kind), kind)
    assert first <= day <= last


@given(st.integers(1990, 2060), KINDS)
def test_reporting_years_follow_each_other_without_a_gap(year, kind):
    assert year_bounds(year, kind)[1] + timedelta(days=1) == year_bounds(year + 1, kind)[0]


@pytest.mark.parametrize(("year", "name"), [(2026, "2025/26"), (2000, "1999/00"), (2010, "2009/10")])
def test_a_reporting_year_is_written_as_people_write_it(year, name):
    assert year_name(year) == name


def test_month_ends_include_both_ends():
    assert month_ends(date(2027, 12, 31), date(2028, 2, 29)) == (
        date(2027, 12, 31),
        date(2028, 1, 31),
        date(2028, 2, 29),
    )


def test_a_month_not_yet_ended_is_left_out():
    assert month_ends(date(2026, 1, 15), date(2026, 2, 27)) == (date(2026, 1, 31),)


def test_month_ends_from_a_later_day_to_an_earlier_one_are_none():
    assert month_ends(date(2026, 2, 1), date(2026, 1, 1)) == ()


def test_a_february_ends_on_its_29th_in_a_leap_year():
    assert month_end(date(2028, 2, 1)) == date(2028, 2, 29)
