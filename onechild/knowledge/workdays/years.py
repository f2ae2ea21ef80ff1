"""Reporting years of the returns, and month ends. A year is named by its ending: 2026 is 2025/26."""

import calendar as months_of
from datetime import date, timedelta
from typing import Literal

YearKind = Literal["cin", "ssda903", "workforce", "academic"]

# The first month of each year. CIN census and SSDA903: 1 April to 31 March. Children's social work workforce
# census: the year to its census day, 30 September. Academic year: 1 September to 31 August.
_FIRST_MONTH: dict[str, int] = {"cin": 4, "ssda903": 4, "workforce": 10, "academic": 9}


def reporting_year(day: date, kind: YearKind) -> int:
    """This function will return the year the day is reported in, by its ending: 1 April 2025 is in 2026."""
    return day.year + 1 if day.month >= _FIRST_MONTH[kind] else day.year


def year_bounds(year: int, kind: YearKind) -> tuple[date, date]:
    """This function will return the first and the last day of a reporting year, both in it."""
    first_month = _FIRST_MONTH[kind]
    return date(year - 1, first_month, 1), date(year, first_month, 1) - timedelta(days=1)


def year_name(year: int) -> str:
    """This function will return a reporting year as people write it: 2026 is "2025/26"."""
    return f"{year - 1}/{year % 100:02d}"


def month_ends(first: date, last: date) -> tuple[date, ...]:
    """This function will return every month end from the first day to the last, both included."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ends = (month_end(date(month // 12, month % 12 + 1, 1)) for month in months)
    return tuple(end for end in ends if first <= end <= last)


def month_end(day: date) -> date:
    """This function will return the last day of the day's month."""
    return day.replace(day=months_of.monthrange(day.year, day.month)[1])
