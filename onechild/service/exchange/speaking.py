"""What a file speaks for: only of that can a row that it doesn't bring be said to be gone from its source.

- An extract of a whole system (its header names no sector file): every row of the tables that it contains. A table
  that it doesn't contain is left as it is.
- A return of a year (CIN census, SSDA903): of the tables it contains, rows of that same return whose day lies in its
  year, first of April to end of March. Without a known year, nothing.
- The safeguarding dataset (SSD): of the tables it contains, its own rows from the earliest day that the table reaches
  back to, since it is made anew each time over so many years.
- Annex A: nothing. It lists what an inspection asks for, each list over a time of its own.
Rows without a day, such as children, are gone only where a whole system no longer sends them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from onechild.knowledge.workdays.years import year_bounds
from onechild.service.record.actions.loading import ALL_ROWS, Spoken

OF_A_YEAR = ("cin_census", "ssda903")
MADE_ANEW = "ssd"


def speaks_for(formats: Collection[str], *, year: int | None) -> Callable[[str], Spoken | None]:
    """This function will return what a load of files of these formats (none: a whole system) speaks for."""
    spoken = _spoken(frozenset(formats), year)
    return lambda table: spoken


def _spoken(formats: frozenset[str], year: int | None) -> Spoken | None:
    if not formats:
        return ALL_ROWS
    if formats == {MADE_ANEW}:
        return Spoken(said_by=(MADE_ANEW,), reach=True)
    yearly = tuple(name for name in OF_A_YEAR if name in formats)
    if not yearly or year is None:
        return None
    since, until = year_bounds(year, "cin")
    return Spoken(said_by=yearly, since=since, until=until)
