"""The terms of Hatterton's schools: three a year, told more than a year ahead."""

from __future__ import annotations

from datetime import date

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import day_of, number, weekday

# First and last days as they fall in an ordinary year; a term begins on a weekday near its day.
TERMS = (("Autumn", (9, 3), (12, 19)), ("Spring", (1, 5), (3, 30)), ("Summer", (4, 15), (7, 22)))
FIRST_YEAR = 2014


def write_terms(council: Council, *, until: int) -> None:
    """This function will write the terms of every school year that has been told by a day."""
    for year in range(FIRST_YEAR, day_of(until).year + 3):
        told = number(date(year - 1, 9, 1))
        for name, (begin_month, begin_day), (end_month, end_day) in TERMS:
            calendar_year = year if name == "Autumn" else year + 1
            first = _weekday(number(date(calendar_year, begin_month, begin_day)))
            last = _weekday(number(date(calendar_year, end_month, end_day)))
            council.book.write(
                "school_terms",
                school_term_id=f"ST{calendar_year}{name[:2].upper()}", name=f"{name} {calendar_year}", recorded_on=told,
                started_on=first, ended_on=last + 1, end_recorded_on=told,
            )  # fmt: skip


def _weekday(day: int) -> int:
    """The day itself, or the Monday after a weekend."""
    return day + max(0, 7 - weekday(day)) if weekday(day) > 4 else day
