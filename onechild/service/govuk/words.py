"""Dates, ages and times as people say them. The day a reader is on is always an argument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from onechild.knowledge.reports.suppression import SMALL, is_small
from onechild.knowledge.workdays import LONDON, OutsideCalendar, age_on, london, working_days_between

Unit = Literal["days", "working days"]
NEAR_IN_WORKING_DAYS = 20  # beyond about a month, people count in weeks, then in months
NEAR_IN_WEEKS = 16


@dataclass(frozen=True)
class Due:
    """When something is due, in two parts: `when` is said first and loudest, `note` after it."""

    when: str
    note: str
    late: bool


def day(on: date, today: date, *, short: bool = False) -> str:
    """This function will return "Friday 4 December", with its year if not this year's; short: "Friday 4 Dec"."""
    month = f"{on:%b}" if short else f"{on:%B}"
    year = "" if on.year == today.year else f" {on.year}"
    return f"{on:%A} {on.day} {month}{year}"


def date_only(on: date, today: date | None = None) -> str:
    """This function will return "4 December 2026", without the year where `today` is in the same one."""
    year = "" if today and on.year == today.year else f" {on.year}"
    return f"{on.day} {on:%B}{year}"


def due_parts(on: date, today: date, *, unit: Unit = "days") -> Due:
    """This function will return when something is due, seen from today.

    "Today", "Tomorrow" with its day, the day with how far off it is, or how late it is with the day it was due.
    `unit` is the clock's own: what it counts in is what lateness is said in.
    """
    if on < today:
        return Due(f"{_how_late(on, today, unit)} late", f"was due {day(on, today, short=True)}", late=True)
    if on == today:
        return Due("Today", "", late=False)
    if on == today + timedelta(days=1):
        return Due("Tomorrow", day(on, today, short=True), late=False)
    return Due(day(on, today, short=True), _how_far(on, today), late=False)


def due(on: date, today: date, *, unit: Unit = "days") -> str:
    """This function will return the same for the middle of a sentence: "Friday 4 December, in 3 working days"."""
    parts = due_parts(on, today, unit=unit)
    if parts.late:
        return f"{parts.when}, was due {day(on, today)}"
    if parts.when in ("Today", "Tomorrow"):
        return parts.when.lower()
    return f"{day(on, today)}, {parts.note}"


def since(on: date, today: date) -> str:
    """This function will return "since 6 July", with its year where that isn't this year."""
    return "since today" if on == today else f"since {date_only(on, today)}"


def age(born: date, today: date) -> str:
    """This function will return "7 years old", "11 months old", "3 weeks old"; unborn, "expected 14 January"."""
    short = short_age(born, today)
    if born > today:
        return short
    return f"{short} years old" if short.isdigit() else f"{short} old"


def short_age(born: date, today: date) -> str:
    """This function will return "7", under 2 years "11 months", under 8 weeks "3 weeks", or "expected 14 January"."""
    if born > today:
        return f"expected {date_only(born, today)}"
    days, years = (today - born).days, age_on(born, today)
    if years >= 2:
        return str(years)
    if days < 14:
        return _counted(days, "day")
    if days < 56:
        return _counted(days // 7, "week")
    return _counted(_months(born, today), "month")


def clock(at: time) -> str:
    """This function will return "3.45pm", "11am", "midday" or "midnight"."""
    if at.minute == 0 and at.hour in (0, 12):
        return "midday" if at.hour else "midnight"
    minutes = f".{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def moment(at: datetime, today: date) -> str:
    """This function will return a London time: "9.12am" today, "yesterday, 6.52pm", "Tuesday 17 November, 5.20pm"."""
    on, said = london(at), clock(at.astimezone(LONDON).time())
    if on == today:
        return said
    if on == today - timedelta(days=1):
        return f"yesterday, {said}"
    return f"{day(on, today)}, {said}"


def kept(count: int) -> str:
    """This function will return a count that may leave the service: 1 to 5 is not told apart, nought is shown."""
    return SMALL if is_small(count) else f"{count:,}"


def _how_late(on: date, today: date, unit: Unit) -> str:
    working = _working_days(on, today) if unit == "working days" else 0
    return _counted(working, "working day") if working else _counted((today - on).days, "day")


def _how_far(on: date, today: date) -> str:
    working, days = _working_days(today, on), (on - today).days
    if not working:
        return f"in {_counted(days, 'day')}"
    if working <= NEAR_IN_WORKING_DAYS:
        return f"in {_counted(working, 'working day')}"
    if days // 7 <= NEAR_IN_WEEKS:
        return f"in {_counted(days // 7, 'week')}"
    return f"in {_counted(_months(today, on), 'month')}"


def _working_days(start: date, end: date) -> int:
    """Working days from one day to another; nought where the calendar does not reach, so that days are said instead."""
    try:
        return working_days_between(start, end)
    except OutsideCalendar:
        return 0


def _months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def _counted(count: int, one: str) -> str:
    return f"{count:,} {one}{'' if count == 1 else 's'}"
