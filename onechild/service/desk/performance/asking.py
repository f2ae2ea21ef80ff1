"""Reads the days that a page of figures was asked for, and says in words which days it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from onechild.knowledge.measures.model import Basis, Better, Measure
from onechild.knowledge.reports.words import full_date
from onechild.knowledge.workdays.years import month_end

WAYS = {
    Better.HIGHER: "Higher is better",
    Better.LOWER: "Lower is better",
    Better.NEITHER: "Neither way is better in itself",
}


def day_in(query: Mapping[str, str], name: str) -> date | None:
    """This function will return the day in an address; None where there is none, date.min where it is no day."""
    written = (query.get(name) or "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return date.min


def period_words(measure: Measure, day: date) -> str:
    """ "at 31 October 2026", or of a month "in October 2026"."""
    return f"at {full_date(day)}" if measure.basis is Basis.AS_AT else f"in {day:%B %Y}"


def called(day: date) -> str:
    """ "October 2026" for a month end, else the day in full."""
    return f"{day:%B %Y}" if day == month_end(day) else full_date(day)


def a_year_before(day: date, kept: Sequence[date]) -> date | None:
    """This function will return the month end of a year before, or the last one kept before that day of the year."""
    target = _same_day(day)
    there = [one for one in kept if one <= target and (target - one).days < 32]
    return max(there, default=None)


def _same_day(day: date) -> date:
    if day == month_end(day):
        return month_end(day.replace(year=day.year - 1, day=1))
    return day.replace(year=day.year - 1, day=min(day.day, 28))
