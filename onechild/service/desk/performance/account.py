"""Every figure in all, as it was stored: read once for each working-out, kept by this process, shared by pages."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.measures.model import Basis, Measure, Shape
from onechild.knowledge.measures.moments import as_at, twelve_months_to, usual
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.measures.xmr import Month, Reading, read
from onechild.knowledge.reports.suppression import HIDDEN, SMALL
from onechild.knowledge.reports.values import number_shown, parts_words, value_words
from onechild.knowledge.workdays.years import month_end
from onechild.service.desk.performance.asking import same_day
from onechild.service.desk.performance.stored import MEASURE, Standing
from onechild.service.record.models import Figure, FigureDocument

Made = TypeVar("Made")
MONTHS = 24
KEPT = 4  # working-outs: the latest of everybody, the public copies, and those of who is barred from a child


@dataclass(frozen=True)
class Stood:
    """One figure in words, and its value where it is not kept back."""

    moment: Moment
    parts: str
    value: str
    number: float | None


@dataclass(frozen=True)
class Account:
    """What was worked out of every measure, by its moment. In public copies small numbers are kept back."""

    public: bool
    figures: Mapping[str, Mapping[Moment, Stood]]
    untold: frozenset[str] = frozenset()  # measures of which some month is kept back: no trend is told of the rest
    _readings: dict[tuple[str, date | None], Reading] = field(default_factory=dict, compare=False)
    _moments: dict[str, list[Moment]] = field(default_factory=dict, compare=False)
    _made: dict[Any, Any] = field(default_factory=dict, compare=False)

    def has(self, measure: Measure) -> bool:
        """Whether there is any figure of it."""
        return bool(self.figures.get(measure.key))

    def at(self, measure: Measure, moment: Moment | None) -> Stood | None:
        """The figure of a moment; None where none is kept."""
        return self.figures.get(measure.key, {}).get(moment) if moment else None

    def moments(self, measure: Measure) -> list[Moment]:
        """The days, or the twelve months to each, the latest first; single months where nothing longer is kept."""
        if measure.key not in self._moments:
            found = self.figures.get(measure.key, {})
            chosen = [one for one in found if one == usual(measure, one.to_on)] or list(found)
            self._moments[measure.key] = sorted(chosen, key=lambda one: one.to_on, reverse=True)
        return self._moments[measure.key]

    def months(self, measure: Measure, *, until: date | None = None) -> list[Stood]:
        """The figures of its months, the oldest first: at each month end, or over each whole month."""
        found = self.figures.get(measure.key, {}).values()
        ends = [one for one in found if _is_month(measure, one.moment) and (until is None or one.moment.to_on <= until)]
        return sorted(ends, key=lambda one: one.moment.to_on)[-MONTHS:]

    def reading(self, measure: Measure, *, until: date | None = None) -> Reading:
        """What its months tell, up to a day."""
        if measure.key in self.untold:
            return Reading((), None, ())
        key = (measure.key, until)
        if key not in self._readings:
            months = [Month(one.moment.to_on, one.number) for one in self.months(measure, until=until)]
            self._readings[key] = read(months, highest=1.0 if measure.shape is Shape.SHARE else None)
        return self._readings[key]

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` makes of these figures, made the first time it is asked for: they never change."""
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made


def account_of(standing: Standing, *, public: bool) -> Account:
    """This function will return every figure of a working-out: one query the first time, none after.

    A working-out is found through the viewer's own policy, and is never changed once it is there, so that whoever finds
    the same one may read the same figures.
    """
    return _account(standing.run, public)


def a_year_before(account: Account, measure: Measure, moment: Moment) -> Moment | None:
    """This function will return the same day a year before, or the month end next before it; None where not kept."""
    there = [one for one in account.moments(measure) if one.to_on <= same_day(moment.to_on)]
    near = [one for one in there if (same_day(moment.to_on) - one.to_on).days < 32]
    return _latest(near)


def a_month_before(account: Account, measure: Measure, moment: Moment) -> Moment | None:
    """This function will return the month end before a day; None where none is kept."""
    ends = [one for one in account.moments(measure) if one.to_on < moment.to_on and one.to_on == month_end(one.to_on)]
    return _latest(one for one in ends if (moment.to_on - one.to_on).days <= 31)


def _latest(moments: Iterable[Moment]) -> Moment | None:
    return max(moments, key=lambda one: one.to_on, default=None)


def _is_month(measure: Measure, moment: Moment) -> bool:
    if moment.to_on != month_end(moment.to_on):
        return False
    if measure.basis is Basis.AS_AT:
        return moment == as_at(moment.to_on)
    return moment.from_on == moment.to_on.replace(day=1)


@lru_cache(maxsize=KEPT)
def _account(run: int, public: bool) -> Account:
    """`run` tells one working-out from another; the figures there are now are its own."""
    return Account(public, *_apart(_published())) if public else Account(public, _counted())


Figures = dict[str, dict[Moment, Stood]]


def _counted() -> Figures:
    rows = Figure.objects.filter(by="", measure__in=list(MEASURES)).values_list(
        "measure", "day__from_on", "day__to_on", "numerator", "denominator", "value"
    )
    found: Figures = {}
    for key, from_on, to_on, numerator, denominator, value in rows:
        measure, moment = MEASURES[key], Moment(from_on, to_on)
        parts = parts_words(measure, numerator, denominator)
        words = value_words(measure, numerator, denominator, value)
        found.setdefault(key, {})[moment] = Stood(moment, parts, words, value)
    return found


def _published() -> Figures:
    """From the words of the published copies alone: what is kept back there is not known here."""
    rows = FigureDocument.objects.filter(kind=MEASURE, published=True, measure__in=list(MEASURES)).values_list(
        "measure", "as_at", "facts__from_on", "facts__total__parts", "facts__total__value"
    )
    found: Figures = {}
    for key, to_on, from_on, parts, value in rows:
        moment = Moment(date.fromisoformat(from_on) if from_on else None, to_on)
        found.setdefault(key, {})[moment] = Stood(moment, parts, value, number_shown(MEASURES[key], value))
    return found


def _apart(found: Figures) -> tuple[Figures, frozenset[str]]:
    """What may stand side by side in public, and the measures of which some month is kept back.

    Twelve months to one day less twelve months to another give away the days between. So of a measure over a period
    there are the twelve months to the last month end and whole years before it, which share no day; and its single
    months only where none of them is kept back.
    """
    untold = set()
    for key, figures in found.items():
        measure = MEASURES[key]
        months = [one for one in figures if _is_month(measure, one)]
        if any(figures[one].value in (SMALL, HIDDEN) for one in months):
            untold.add(key)
        if measure.basis is Basis.PERIOD:
            kept = {*_years(figures), *(() if key in untold else months)}
            found[key] = {moment: figure for moment, figure in figures.items() if moment in kept}
    return found, frozenset(untold)


def _years(figures: Iterable[Moment]) -> list[Moment]:
    """The twelve months to the last month end, and those to the same day of the years before."""
    years = [one for one in figures if one == twelve_months_to(one.to_on) and one.to_on == month_end(one.to_on)]
    last = max((one.to_on for one in years), default=None)
    return [one for one in years if last and one.to_on.month == last.month]
