"""Which days figures are stored for: today, and the ends of the last twenty-four months."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.workdays.lengths import Length, add
from onechild.knowledge.workdays.years import month_end

MONTHS = 24
REPORTED = 6  # of so many month ends there is a caseload report
KEPT_DAYS = 31  # how long the children behind a day that ends no month are kept


@dataclass(frozen=True)
class Days:
    """The latest day first, then month ends from the newest back. Months are those of the month ends."""

    latest: date
    ends: tuple[date, ...]

    @property
    def as_ats(self) -> list[date]:
        """Every day that figures are counted as at, the latest first."""
        return [self.latest, *(end for end in self.ends if end != self.latest)]

    @property
    def months(self) -> list[tuple[date, date]]:
        """Every month that figures are counted over."""
        return [(end.replace(day=1), end) for end in self.ends]


def days_for(latest: date, *, first: date | None = None, months: int = MONTHS) -> Days:
    """This function will return the days for a latest one; no month before the record's `first` day is counted."""
    end = latest if latest == month_end(latest) else _before(latest)
    ends = []
    for _number in range(months):
        if first is not None and end < first:
            break
        ends.append(end)
        end = _before(end)
    return Days(latest, tuple(ends))


def pairs(days: Days) -> list[tuple[date, date]]:
    """This function will return which days the caseload report sets side by side: (as at, against).

    The latest day against the month end before it and those of one to twenty-four months back; month ends of the last
    half year against the month end before and that of a year before.
    """
    back = [(days.latest, _back(days.latest, months, days.ends)) for months in (0, 1, 3, 6, 12, 24)]
    back += [(end, _back(end, months, days.ends)) for end in days.ends[:REPORTED] for months in (1, 12)]
    return list(dict.fromkeys((as_at, against) for as_at, against in back if against is not None))


def a_year_before(day: date, ends: Sequence[date]) -> date | None:
    """This function will return the last month end that was a year or longer before a day, of those there are."""
    return _back(day, 12, ends)


def _back(day: date, months: int, ends: Sequence[date]) -> date | None:
    """The last month end on or before the day so many months back; of the same month end where the day is one."""
    then = add(day, Length(-months, "month")) if months else day
    if day == month_end(day):
        then = month_end(then)
    there = [end for end in ends if end <= then and end < day]
    return max(there, default=None)


def _before(day: date) -> date:
    first = day.replace(day=1)
    return date.fromordinal(first.toordinal() - 1)
