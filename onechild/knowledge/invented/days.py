"""Days as plain numbers, which the simulation counts in: 0 is 1 January 1970, as Arrow stores a date."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import cache

from onechild.knowledge.workdays import is_working_day

EPOCH = date(1970, 1, 1)
YEAR = 365.25
_FIRST, _LAST = date(2000, 1, 1), date(2060, 12, 31)


def number(day: date) -> int:
    """This function will return the day's number."""
    return (day - EPOCH).days


def day_of(count: int) -> date:
    """This function will return the date with that number."""
    return EPOCH + timedelta(days=count)


@cache
def _working() -> list[int]:
    every = (_FIRST + timedelta(days=n) for n in range((_LAST - _FIRST).days + 1))
    return [number(day) for day in every if is_working_day(day)]


def working_after(day: int, count: int) -> int:
    """This function will return the working day that comes `count` working days after the day."""
    days = _working()
    return days[min(bisect_right(days, day) + count - 1, len(days) - 1)]


def same_or_next_working(day: int) -> int:
    """This function will return the day itself where it is a working day, else the next one."""
    return working_after(day - 1, 1)


def working_between(start: int, end: int) -> int:
    """This function will return how many working days lie after the first day, up to and including the second."""
    days = _working()
    return bisect_right(days, end) - bisect_right(days, start)


def weekday(day: int) -> int:
    """This function will return 0 for a Monday to 6 for a Sunday."""
    return (day + 3) % 7


def birthday(born: int, age: int) -> int:
    """This function will return the birthday; one of 29 February is kept on 1 March in a common year."""
    day = day_of(born)
    try:
        return number(day.replace(year=day.year + age))
    except ValueError:
        return number(date(day.year + age, 3, 1))


def age(born: int, day: int) -> float:
    """This function will return the age in years, near enough to choose by."""
    return (day - born) / YEAR
