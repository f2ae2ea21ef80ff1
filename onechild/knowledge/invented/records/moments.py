"""Moments, as millionths of a second since 1970 in UTC: what the contract's instants are made of."""

from __future__ import annotations

HOUR = 3_600_000_000
DAY = 24 * HOUR


def at(day: int, hour: float) -> int:
    """This function will return the moment of an hour on a day; up to 22 it is the same day in London all year."""
    return day * DAY + int(hour * 60) * (HOUR // 60)


def day_of_moment(moment: int) -> int:
    """This function will return the day of a moment, in UTC."""
    return moment // DAY
