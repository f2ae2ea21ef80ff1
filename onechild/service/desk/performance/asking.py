"""Reads the days that a page of figures was asked for, and says in words which days it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from onechild.knowledge.measures.model import Basis, Better, Measure
from onechild.knowledge.measures.moments import month_of, usual
from onechild.knowledge.measures.question import Moment
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


def moment_asked(measure: Measure, query: Mapping[str, str]) -> Moment | None:
    """This function will return what `?at=` and `?from=` ask for; None where they ask for nothing.

    Without `from`, a measure over a period is that of the twelve months to the day. `as_at` is the older name: of a
    period it meant the month.
    """
    first, last = day_in(query, "from"), day_in(query, "at")
    if last is None:
        older = day_in(query, "as_at")
        if older is None:
            return None
        return usual(measure, older) if measure.basis is Basis.AS_AT else month_of(older)
    if last == date.min:
        return Moment(None, last)
    return Moment(first, last) if first else usual(measure, last)


def address(measure: Measure, moment: Moment | None = None, **more: str) -> str:
    """This function will return the page of a measure; with a moment, the address that keeps it for good."""
    asked = {**(asking(measure, moment) if moment else {}), **more}
    return reverse("measure", args=[measure.key]) + (f"?{urlencode(asked)}" if asked else "")


def asking(measure: Measure, moment: Moment) -> dict[str, str]:
    """This function will return the query of an address with a moment in it."""
    days = {"at": moment.to_on.isoformat()}
    if measure.basis is Basis.PERIOD and moment.from_on:
        return {"from": moment.from_on.isoformat(), **days}
    return days


def moment_words(moment: Moment) -> str:
    """ "at 31 October 2026", "in October 2026", "in the 12 months to 31 October 2026"."""
    if moment.from_on is None:
        return f"at {full_date(moment.to_on)}"
    if moment.from_on == moment.to_on.replace(day=1):
        whole = moment.to_on == month_end(moment.to_on)
        return f"in {moment.to_on:%B %Y}" if whole else f"from {full_date(moment.from_on)} to {full_date(moment.to_on)}"
    return f"in the 12 months to {full_date(moment.to_on)}"


def called(day: date) -> str:
    """ "October 2026" for a month end, else the day in full."""
    return f"{day:%B %Y}" if day == month_end(day) else full_date(day)


def a_year_before(day: date, kept: Sequence[date]) -> date | None:
    """This function will return the month end of a year before, or the last one kept before that day of the year."""
    target = same_day(day)
    there = [one for one in kept if one <= target and (target - one).days < 32]
    return max(there, default=None)


def same_day(day: date) -> date:
    """This function will return the same day a year before; of a month end the month end."""
    if day == month_end(day):
        return month_end(day.replace(year=day.year - 1, day=1))
    return day.replace(year=day.year - 1)
