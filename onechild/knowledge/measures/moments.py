"""The days and periods that figures are read at: the end of a day, a month, and the twelve months to a day."""

from __future__ import annotations

from datetime import date, timedelta

from onechild.knowledge.measures.model import Basis, Measure
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.workdays.lengths import Length, add

A_YEAR_BACK, A_MONTH_BACK = Length(-12, "month"), Length(-1, "month")


def as_at(day: date) -> Moment:
    """The end of a day."""
    return Moment(None, day)


def twelve_months_to(day: date) -> Moment:
    """The year that ends with a day: to 31 March 2026 from 1 April 2025, and to 28 February from 1 March."""
    return Moment(add(day + timedelta(days=1), A_YEAR_BACK), day)


def month_of(day: date) -> Moment:
    """The month that a day lies in, up to that day."""
    return Moment(day.replace(day=1), day)


def usual(measure: Measure, day: date) -> Moment:
    """How a measure is read for a day: as at its end, or over the twelve months to it."""
    return as_at(day) if measure.basis is Basis.AS_AT else twelve_months_to(day)
