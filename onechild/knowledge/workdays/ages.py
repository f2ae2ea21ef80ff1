"""Ages and birthdays. An age is reached as the birthday starts (Family Law Reform Act 1969, section 9)."""

from datetime import date
from typing import Literal

LeapBirthday = Literal["03-01", "02-28"]


def birthday(born: date, n: int, *, leap: LeapBirthday = "03-01") -> date:
    """This function will return the nth birthday.

    Someone born on 29 February has a birthday on 1 March in other years, or on 28 February where the
    council's setting says so.
    """
    if n < 0:
        raise ValueError(f"There is no birthday numbered {n}.")
    year = born.year + n
    if (born.month, born.day) == (2, 29) and not _is_leap(year):
        return date(year, 3, 1) if leap == "03-01" else date(year, 2, 28)
    return born.replace(year=year)


def age_on(born: date, day: date, *, leap: LeapBirthday = "03-01") -> int:
    """This function will return the age in whole years on the day; ValueError for a child not yet born."""
    if day < born:
        raise ValueError(f"A child born on {born.isoformat()} has no age on {day.isoformat()}.")
    years = day.year - born.year
    return years if birthday(born, years, leap=leap) <= day else years - 1


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
