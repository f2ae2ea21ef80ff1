"""Instants are UTC; the date is London's; hours run on through both clock changes."""

from datetime import UTC, date, datetime

import pytest

from onechild.knowledge.workdays import LONDON, add_hours, london


def test_an_instant_late_on_a_summer_evening_is_tomorrow_in_london():
    assert london(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == date(2026, 7, 2)


def test_an_instant_late_on_a_winter_evening_is_today_in_london():
    assert london(datetime(2026, 12, 1, 23, 30, tzinfo=UTC)) == date(2026, 12, 1)


def test_a_day_of_hours_over_the_spring_change_ends_an_hour_later_on_the_clock():
    ended = add_hours(datetime(2026, 3, 28, 12, tzinfo=LONDON), 24)
    assert ended.astimezone(LONDON).replace(tzinfo=None) == datetime(2026, 3, 29, 13)  # noqa: DTZ001


def test_a_day_of_hours_over_the_autumn_change_ends_an_hour_sooner_on_the_clock():
    ended = add_hours(datetime(2026, 10, 24, 12, tzinfo=LONDON), 24)
    assert ended.astimezone(LONDON).replace(tzinfo=None) == datetime(2026, 10, 25, 11)  # noqa: DTZ001


def test_hours_are_handed_back_in_utc():
    assert add_hours(datetime(2026, 7, 1, 12, tzinfo=LONDON), 1) == datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert add_hours(datetime(2026, 7, 1, 12, tzinfo=LONDON), 1).tzinfo is UTC


@pytest.mark.parametrize("use", [london, lambda instant: add_hours(instant, 1)])
def test_a_time_without_a_zone_is_refused(use):
    with pytest.raises(ValueError, match="no time zone"):
        use(datetime(2026, 7, 1, 12))  # noqa: DTZ001
