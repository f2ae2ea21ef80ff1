"""Ages and birthdays, 29 February above all."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.workdays import age_on, birthday

BIRTHS = st.dates(date(1950, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("n", "leap", "day"),
    [
        (16, "03-01", date(2024, 2, 29)),
        (17, "03-01", date(2025, 3, 1)),
        (17, "02-28", date(2025, 2, 28)),
        (16, "02-28", date(2024, 2, 29)),
        (92, "03-01", date(2100, 3, 1)),  # 2100 is no leap year
    ],
)
def test_a_birthday_of_a_child_born_on_29_february(n, leap, day):
    assert birthday(date(2008, 2, 29), n, leap=leap) == day


def test_an_age_is_reached_at_the_start_of_the_birthday():
    born = date(2010, 6, 15)
    assert age_on(born, date(2028, 6, 14)) == 17
    assert age_on(born, date(2028, 6, 15)) == 18


def test_a_child_born_on_29_february_is_not_a_year_older_on_28_february():
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18


def test_a_council_may_choose_28_february():
    assert age_on(date(2008, 2, 29), date(2026, 2, 28), leap="02-28") == 18


def test_a_child_is_nought_on_the_day_of_birth():
    assert age_on(date(2026, 2, 1), date(2026, 2, 1)) == 0


def test_an_unborn_child_has_no_age():
    with pytest.raises(ValueError, match="has no age on 2026-01-31"):
        age_on(date(2026, 2, 1), date(2026, 1, 31))


def test_there_is_no_birthday_before_birth():
    with pytest.raises(ValueError, match="no birthday numbered -1"):
        birthday(date(2026, 2, 1), -1)


@given(BIRTHS, st.integers(0, 60), st.sampled_from(["03-01", "02-28"]))
def test_an_age_starts_on_its_birthday_and_not_the_day_before(born, n, leap):
    day = birthday(born, n, leap=leap)
    assert age_on(born, day, leap=leap) == n
    assert n == 0 or age_on(born, day - timedelta(days=1), leap=leap) == n - 1


@given(BIRTHS, st.integers(0, 20_000), st.integers(0, 400))
def test_nobody_grows_younger(born, first, later):
    day = born + timedelta(days=first)
    assert age_on(born, day) <= age_on(born, day + timedelta(days=later))
