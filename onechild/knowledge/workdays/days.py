"""The calendar that every due date is counted on: each day from 1990 to 2060, with a running number."""

import csv
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pyarrow as pa

CalendarName = Literal["england", "uk_any"]
FIRST_DAY = date(1990, 1, 1)
LAST_DAY = date(2060, 12, 31)
SATURDAY = 5

CALENDAR_SCHEMA = pa.schema(
    [
        pa.field("date", pa.date32(), nullable=False),
        pa.field("number", pa.int32(), nullable=False),
        pa.field("working", pa.bool_(), nullable=False),
        pa.field("holiday", pa.string()),
        pa.field("standing", pa.string(), nullable=False),
    ]
)


class OutsideCalendar(ValueError):
    """A day before 1990 or after 2060: the caller makes it a finding, never a silent loss."""


@dataclass(frozen=True)
class BankHoliday:
    """One weekday that is a bank holiday; `one_off` is the source of a day of one year only, else empty."""

    date: date
    name: str
    standing: str
    one_off: str


def calendar_table(*, calendar: CalendarName = "england") -> pa.Table:
    """This function will return the whole calendar, one row a day, to be joined in every engine.

    date, number (working days from 1 January 1990 up to and including the date), working, holiday (its name,
    or null) and standing (proclaimed, or projected by rule). `uk_any` also leaves out bank holidays of any
    other part of the UK, as section 10(6) of the Freedom of Information Act 2000 counts.
    """
    days = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
    holidays = bank_holidays(calendar=calendar)
    numbers, standings = _numbers(calendar), _standings(calendar)
    return pa.table(
        {
            "date": days,
            "number": numbers[1:],
            "working": [now > before for before, now in pairwise(numbers)],
            "holiday": [holidays[day].name if day in holidays else None for day in days],
            "standing": [standings[day.year] for day in days],
        },
        schema=CALENDAR_SCHEMA,
    )


@cache
def bank_holidays(*, calendar: CalendarName = "england") -> Mapping[date, BankHoliday]:
    """This function will return every bank holiday of the calendar that falls on a weekday, by its date.

    Source: the committed CSV, made by `making.py` and checked against the published list by the tests.
    """
    path = Path(__file__).with_name(f"bank_holidays_{calendar}.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = [
            BankHoliday(date.fromisoformat(row["date"]), row["name"], row["standing"], row["one_off"])
            for row in csv.DictReader(lines)
        ]
    return {row.date: row for row in rows}


def standing(year: int, *, calendar: CalendarName = "england") -> str:
    """This function will return `proclaimed` where the year's bank holidays are published, else `projected`."""
    check_inside(date(year, 1, 1))
    return _standings(calendar)[year]


def is_working_day(day: date, *, calendar: CalendarName = "england") -> bool:
    """This function will say whether the day is neither a weekend nor a bank holiday."""
    return number_of(day, calendar=calendar) > number_of(day - timedelta(days=1), calendar=calendar)


def number_of(day: date, *, calendar: CalendarName = "england") -> int:
    """This function will return how many working days there are from 1 January 1990 to the day, it included.

    The day before the calendar starts counts nought, so that a count may start on its first day.
    """
    if day != FIRST_DAY - timedelta(days=1):
        check_inside(day)
    return _numbers(calendar)[(day - FIRST_DAY).days + 1]


def working_day_numbered(number: int, *, calendar: CalendarName = "england") -> date:
    """This function will return the working day with that running number; the inverse of `number_of`."""
    days = _working_days(calendar)
    if not 1 <= number <= len(days):
        raise OutsideCalendar("The count of working days runs outside the calendar (1990 to 2060).")
    return days[number - 1]


def check_inside(day: date) -> date:
    """This function will hand the day back, or raise OutsideCalendar where the calendar does not reach it."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise OutsideCalendar(f"{day.isoformat()} is outside the calendar (1990 to 2060).")
    return day


@cache
def _working_days(calendar: CalendarName) -> list[date]:
    holidays = bank_holidays(calendar=calendar)
    days = (FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1))
    return [day for day in days if day.weekday() < SATURDAY and day not in holidays]


@cache
def _numbers(calendar: CalendarName) -> list[int]:
    """Running numbers by position: nought for the day before the calendar starts, then one for each day."""
    working = _working_days(calendar)
    before = FIRST_DAY - timedelta(days=1)
    return [bisect_right(working, before + timedelta(days=n)) for n in range((LAST_DAY - before).days + 1)]


@cache
def _standings(calendar: CalendarName) -> Mapping[int, str]:
    return {day.year: holiday.standing for day, holiday in bank_holidays(calendar=calendar).items()}
