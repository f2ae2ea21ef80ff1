"""School days, from the council's own dated terms: a setting, since no law fixes them for every school."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from onechild.knowledge.workdays.days import OutsideCalendar, is_working_day


class OutsideTerms(OutsideCalendar):
    """A count of school days that runs beyond the terms the council has given."""


@dataclass(frozen=True)
class Closure:
    """Days inside a term when schools are shut, both ends included: half term, or a day of staff training."""

    first: date
    last: date


@dataclass(frozen=True)
class SchoolTerm:
    """One term, both ends included, with the days inside it when schools are shut."""

    name: str
    first: date
    last: date
    closures: tuple[Closure, ...] = ()


@dataclass(frozen=True)
class SchoolTerms:
    """A council's terms, in date order. Weekends and England's bank holidays are never school days."""

    terms: tuple[SchoolTerm, ...]

    def __post_init__(self) -> None:
        if not self.terms:
            raise ValueError("School terms hold at least one term.")
        for term in self.terms:
            if term.last < term.first:
                raise ValueError(f"{term.name} ends before it starts.")
        for earlier, later in zip(self.terms, self.terms[1:], strict=False):
            if later.first <= earlier.last:
                raise ValueError(f"{later.name} starts before {earlier.name} has ended.")


@cache
def _school_days(terms: SchoolTerms) -> tuple[date, ...]:
    """Worked out once: every count of school days asks for them."""
    return tuple(day for term in terms.terms for day in _days_of(term))


def school_day_after(day: date, n: int, *, terms: SchoolTerms) -> date:
    """This function will return school day n after the day, which is day 0; with n negative, the nth before.

    Raises OutsideTerms where the day, or the answer, lies outside the terms that are given.
    """
    if n == 0:
        return _inside(day, terms)
    days = _school_days(terms)
    position = bisect_right(days, _inside(day, terms)) - 1 + n if n > 0 else bisect_left(days, _inside(day, terms)) + n
    return _at(days, position, terms)


def school_day_beginning_with(day: date, n: int, *, terms: SchoolTerms) -> date:
    """This function will return the last of n school days "beginning with" the day: day 1, if it is one."""
    if n < 1:
        raise ValueError("A period that begins with a day holds at least one day.")
    days = _school_days(terms)
    return _at(days, bisect_left(days, _inside(day, terms)) + n - 1, terms)


def _days_of(term: SchoolTerm) -> list[date]:
    days = [term.first + timedelta(days=n) for n in range((term.last - term.first).days + 1)]
    return [
        day for day in days if is_working_day(day) and not any(shut.first <= day <= shut.last for shut in term.closures)
    ]


def _inside(day: date, terms: SchoolTerms) -> date:
    first, last = terms.terms[0].first, terms.terms[-1].last
    if not first <= day <= last:
        raise OutsideTerms(f"{day.isoformat()} is outside the school terms given ({first} to {last}).")
    return day


def _at(days: tuple[date, ...], position: int, terms: SchoolTerms) -> date:
    if not 0 <= position < len(days):
        raise OutsideTerms(
            "The count of school days runs outside the terms given "
            f"({terms.terms[0].first.isoformat()} to {terms.terms[-1].last.isoformat()})."
        )
    return days[position]
