"""Which days figures are stored for: today, the ends of the last twenty-four months, and the year to each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.measures.moments import as_at, month_of, twelve_months_to
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.workdays.lengths import Length, add
from onechild.knowledge.workdays.years import month_end

MONTHS = 24
REPORTED = 6  # of so many month ends there is a caseload report
KEPT_DAYS = 31  # how long the children behind a day that ends no month are kept
CUT_MONTHS = 13  # for so many month ends, besides the latest day, figures are broken down further than by team


@dataclass(frozen=True)
class Days:
    """The latest day first, then month ends from the newest back. Months are those of the month ends."""

    latest: date
    ends: tuple[date, ...]
    first: date | None = None

    @property
    def as_ats(self) -> list[Moment]:
        """Every day that figures are counted as at, the latest first."""
        return [as_at(day) for day in self._each(self.ends)]

    @property
    def months(self) -> list[Moment]:
        """Every month that figures are counted over."""
        return [month_of(end) for end in self.ends]

    @property
    def years(self) -> list[Moment]:
        """The twelve months to each day, as far back as the record goes."""
        found = [twelve_months_to(day) for day in self._each(self.ends)]
        return [one for one in found if self.first is None or (one.from_on or one.to_on) >= self.first.replace(day=1)]

    @property
    def parts(self) -> list[Moment]:
        """Months with rows behind the years but no figures of their own: the month under way, and older ones."""
        begins = min((one.from_on for one in self.years if one.from_on), default=self.latest)
        found, month = [], month_of(self.latest)
        while month.to_on >= begins:
            if month not in self.months:
                found.append(month)
            month = month_of(_before(month.to_on))
        return found

    @property
    def cut(self) -> set[date]:
        """The days whose figures are broken down further than by team."""
        return set(self._each(self.ends[:CUT_MONTHS]))

    def _each(self, ends: Sequence[date]) -> list[date]:
        return [self.latest, *(end for end in ends if end != self.latest)]


def days_for(latest: date, *, first: date | None = None, months: int = MONTHS) -> Days:
    """This function will return the days for a latest one; no month before the record's `first` day is counted."""
    end = latest if latest == month_end(latest) else _before(latest)
    ends = []
    for _number in range(months):
        if first is not None and end < first:
            break
        ends.append(end)
        end = _before(end)
    return Days(latest, tuple(ends), first)


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
