"""Accounts of figures made by hand: the months of a measure as a list of numbers, with no database and no counting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Basis, Measure
from onechild.knowledge.measures.moments import as_at, month_of, twelve_months_to
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.reports.values import plain_value
from onechild.knowledge.workdays.years import month_end
from onechild.service.desk.performance.account import Account, Stood

LAST = date(2026, 10, 31)
SHARE, COUNT = MEASURES["child-protection-visits-in-time"], MEASURES["cases-held"]
PERIOD = MEASURES["re-referrals-in-12-months"]
STEADY = [0.96, 0.97, 0.95, 0.96, 0.97, 0.96, 0.95, 0.97, 0.96, 0.95, 0.96, 0.97]


def ends(count: int) -> list[date]:
    """So many month ends to October 2026, the oldest first."""
    found = [LAST]
    while len(found) < count:
        found.append(month_end(date.fromordinal(found[-1].replace(day=1).toordinal() - 1)))
    return found[::-1]


def stood(measure: Measure, moment: Moment, value: float | None) -> Stood:
    """A figure as it would stand."""
    return Stood(moment, "", "–" if value is None else plain_value(measure, value), value)


def account(**months: Sequence[float | None]) -> Account:
    """Measures by key (underscores for dashes) with the values of their months, the last of them October 2026.

    A measure over a period has the same values for the twelve months to each month end.
    """
    return Account(
        False, {key.replace("_", "-"): _figures(MEASURES[key.replace("_", "-")], months[key]) for key in months}
    )


def _figures(measure: Measure, values: Sequence[float | None]) -> Mapping[Moment, Stood]:
    days = list(zip(ends(len(values)), values, strict=True))
    if measure.basis is Basis.AS_AT:
        moments = [(as_at(day), value) for day, value in days]
    else:
        moments = [(make(day), value) for day, value in days for make in (month_of, twelve_months_to)]
    return {moment: stood(measure, moment, value) for moment, value in moments}
