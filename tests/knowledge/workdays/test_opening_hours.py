"""Time that runs only while a service is open: it stands still at night, at weekends and on bank holidays."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onechild.knowledge.workdays import LONDON
from onechild.knowledge.workdays.opening import Opening

NINE_TO_FIVE = Opening(9, 17)
MINUTE = timedelta(minutes=1)

openings = (
    st.tuples(st.integers(0, 47), st.integers(1, 48))
    .filter(lambda of: of[0] < of[1])
    .map(lambda of: Opening(of[0] / 2, of[1] / 2))
)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2031, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
lengths = st.integers(0, 6_000).map(lambda minutes: minutes * MINUTE)


def at(day: int, hour: int, minute: int = 0, *, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def test_ten_minutes_are_left_of_a_friday_at_ten_to_five() -> None:
    assert NINE_TO_FIVE.between(at(20, 16, 50), at(23, 9, 30)) == 40 * MINUTE


def test_a_weekend_and_a_bank_holiday_hold_no_time() -> None:
    assert NINE_TO_FIVE.between(at(24, 17, month=12), at(29, 9, month=12)) == timedelta()


def test_time_that_begins_at_night_begins_when_the_doors_open() -> None:
    assert NINE_TO_FIVE.after(at(21, 3), timedelta(hours=1)) == at(23, 10)


def test_a_whole_day_ends_at_closing_time_and_not_the_next_morning() -> None:
    assert NINE_TO_FIVE.after(at(19, 17), timedelta(hours=8)) == at(20, 17)


def test_eight_and_a_half_hours_from_friday_afternoon_end_on_monday_afternoon() -> None:
    assert NINE_TO_FIVE.after(at(20, 16, 50), timedelta(hours=8.5)) == at(24, 9, 20)


def test_it_is_open_from_its_first_minute_and_not_at_its_last() -> None:
    doors = [NINE_TO_FIVE.is_open(one) for one in (at(20, 9), at(20, 16, 59), at(20, 17), at(21, 12))]
    assert doors == [True, True, False, False]


def test_a_service_open_to_midnight_closes_on_the_next_day() -> None:
    assert Opening(12, 24).closing(at(20, 0).date()) == at(21, 0)


def test_a_service_that_closes_before_it_opens_is_refused() -> None:
    with pytest.raises(ValueError, match="can't close"):
        Opening(12, 9)


@given(openings, moments, lengths)
def test_so_much_time_has_run_at_the_moment_that_is_handed_back_and_not_a_minute_before(
    opening: Opening, start: datetime, length: timedelta
) -> None:
    end = opening.after(start, length)
    assert opening.between(start, end) == length
    assert not length or opening.between(start, end - MINUTE) < length


@given(openings, moments, moments, moments)
def test_time_between_adds_up_and_never_exceeds_the_clock(
    opening: Opening, one: datetime, two: datetime, three: datetime
) -> None:
    first, second, third = sorted([one, two, three])
    whole = opening.between(first, third)
    assert whole == opening.between(first, second) + opening.between(second, third) == -opening.between(third, first)
    # The clock gains an hour at most over a change that it has not made up yet.
    assert timedelta() <= whole <= third - first + timedelta(hours=1)
