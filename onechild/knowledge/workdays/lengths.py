"""Lengths of time as the law writes them ("15 working days", "18th birthday"), and the day each ends."""

import calendar as months_of
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from onechild.knowledge.workdays.ages import LeapBirthday, birthday
from onechild.knowledge.workdays.counting import working_day_after, working_day_beginning_with
from onechild.knowledge.workdays.days import CalendarName, OutsideCalendar, check_inside
from onechild.knowledge.workdays.schools import SchoolTerms, school_day_after, school_day_beginning_with

Unit = Literal["hour", "day", "week", "month", "year", "working_day", "school_day", "birthday"]
_DAYS_IN: dict[str, int] = {"day": 1, "week": 7}
_MONTHS_IN: dict[str, int] = {"month": 1, "year": 12}


@dataclass(frozen=True)
class Length:
    """A number of units of time; negative counts back. Its text is what a page says: "2 months before".

    With `beginning_with` the day that it is counted from is day 1. `calendar` says whose bank holidays are no working
    days: England's, or those of any part of the United Kingdom.
    """

    n: int
    unit: Unit
    beginning_with: bool = False
    calendar: CalendarName = "england"

    def __post_init__(self) -> None:
        if self.unit not in get_args(Unit):
            raise ValueError(f"{self.unit!r} is not a unit of time. Use one of: {', '.join(get_args(Unit))}.")
        if self.unit == "birthday" and self.n < 0:
            raise ValueError("A birthday can't be counted back.")
        if self.beginning_with and (self.n < 1 or self.unit == "birthday"):
            raise ValueError(f"A period of {self.n} {self.unit} can't begin with a day.")
        if self.calendar != "england" and self.unit != "working_day":
            raise ValueError("Only working days depend on whose bank holidays there are.")

    def __str__(self) -> str:
        if self.unit == "birthday":
            return f"{_ordinal(self.n)} birthday"
        noun = self.unit.replace("_", " ")
        text = f"{abs(self.n)} {noun}" if abs(self.n) == 1 else f"{abs(self.n)} {noun}s"
        if self.calendar == "uk_any":
            text = text.replace("working day", "UK working day")
        if self.beginning_with:
            return f"{text} beginning with the day"
        return f"{text} before" if self.n < 0 else text


def add(
    day: date,
    length: Length,
    *,
    beginning_with: bool = False,
    leap: LeapBirthday = "03-01",
    terms: SchoolTerms | None = None,
) -> date:
    """This function will return the last day of the length: a duty within it is due by the end of that day.

    The day is day 0, or day 1 with `beginning_with`, the length's own or the argument. Months and years end on the
    corresponding date, or on the last day of a month that has none (30 November and 3 months: 28 or 29 February). For
    a birthday the day is the date of birth, which alone may lie before 1990. School days need the council's `terms`.
    Raises OutsideCalendar for a day or an answer beyond 1990 to 2060; ValueError where nothing can be counted.
    """
    beginning_with = beginning_with or length.beginning_with
    if length.unit == "hour":
        raise ValueError(f"{length} run from a moment and not from a day: see add_hours.")
    if beginning_with and (length.n < 1 or length.unit == "birthday"):
        raise ValueError(f"A period of {length} can't begin with a day.")
    if length.unit != "birthday":
        check_inside(day)
    if length.unit == "working_day":
        count = working_day_beginning_with if beginning_with else working_day_after
        return count(day, length.n, calendar=length.calendar)
    if length.unit == "school_day":
        return _school_day(day, length, beginning_with=beginning_with, terms=terms)
    try:
        return check_inside(_by_the_calendar(day, length, beginning_with=beginning_with, leap=leap))
    except (ValueError, OverflowError):
        raise OutsideCalendar(f"{length} from {day.isoformat()} ends outside the calendar (1990 to 2060).") from None


def parse_length(text: str) -> Length:
    """This function will read the text of a Length back: "15 working days", "1 week", "18th birthday".

    Also reads "2 working days before", "-2 working_day" and "12 calendar months". Raises ValueError for any other text.
    """
    if found := _BIRTHDAY.fullmatch(text.strip()):
        return Length(int(found["n"]), "birthday")
    found = _LENGTH.fullmatch(text.strip())
    unit = _UNITS.get(re.sub(r"\s+", "_", found["unit"]).lower()) if found else None
    if not found or not unit:
        raise ValueError(f'"{text}" is not a length of time. Write it like "15 working days" or "1 week".')
    n = int(found["n"])
    calendar: CalendarName = "uk_any" if found["uk"] else "england"
    return Length(-n if found["before"] else n, unit, bool(found["beginning"]), calendar)


_BIRTHDAY = re.compile(r"(?P<n>\d{1,3})(st|nd|rd|th) birthday", re.IGNORECASE)
_LENGTH = re.compile(
    r"(?P<n>[-−]?\d{1,5})\s+(calendar\s+)?(?P<uk>UK\s+)?(?P<unit>(working|school)[\s_]+days?|[a-z]+?)"
    r"(?P<before>\s+before)?(?P<beginning>\s+beginning with the day)?",
    re.IGNORECASE,
)
_UNITS: dict[str, Unit] = {
    f"{unit}{plural}": unit for unit in get_args(Unit) if unit != "birthday" for plural in ("", "s")
}


def _by_the_calendar(day: date, length: Length, *, beginning_with: bool, leap: LeapBirthday) -> date:
    if length.unit == "birthday":
        return birthday(day, length.n, leap=leap)
    if length.unit in _DAYS_IN:
        return day + timedelta(days=length.n * _DAYS_IN[length.unit] - beginning_with)
    months = day.year * 12 + day.month - 1 + length.n * _MONTHS_IN[length.unit]
    year, month = months // 12, months % 12 + 1
    month_end = months_of.monthrange(year, month)[1]
    if day.day > month_end:
        # No corresponding date: the length ends with the month, whichever day it is counted from.
        return date(year, month, month_end)
    return date(year, month, day.day) - timedelta(days=beginning_with)


def _school_day(day: date, length: Length, *, beginning_with: bool, terms: SchoolTerms | None) -> date:
    if terms is None:
        raise ValueError(f"{length} can't be counted: the council's school terms are not given.")
    if beginning_with:
        return school_day_beginning_with(day, length.n, terms=terms)
    return school_day_after(day, length.n, terms=terms)


def _ordinal(n: int) -> str:
    if n % 100 in (11, 12, 13):
        return f"{n}th"
    return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th') }"
