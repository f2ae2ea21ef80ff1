"""A target's months: what was counted at each month's end, where the line should be, and what that says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from onechild.knowledge.formats.workforce_census.staff import Rate, Workforce
from onechild.knowledge.workdays.years import month_ends
from onechild.service.govuk.words import date_only
from onechild.service.journeys.workforce.counted import year_before
from onechild.service.record.models import WorkforceTarget
from onechild.service.record.models.workforce_target import WorkforceTargetKind as Kind

SHARES = (Kind.AGENCY_RATE, Kind.VACANCY_RATE, Kind.TURNOVER)
A_DAY = timedelta(days=1)
NAMES = {
    Kind.AGENCY_RATE: "Agency workers",
    Kind.VACANCY_RATE: "Vacant posts",
    Kind.NEWLY_QUALIFIED: "Newly qualified workers begun in twelve months",
    Kind.TURNOVER: "Workers who left in twelve months",
    Kind.CONVERSIONS: "Agency workers made permanent in twelve months",
}


@dataclass(frozen=True, kw_only=True)
class Point:
    """A day with what was counted (None where there was nothing) and the line on it (None before it begins)."""

    on: date
    actual: float | None
    line: float | None


@dataclass(frozen=True, kw_only=True)
class Trajectory:
    """A target with its points, the oldest first; the last is today's."""

    target: WorkforceTarget
    points: tuple[Point, ...]

    @property
    def name(self) -> str:
        """What is aimed at, shortly."""
        return NAMES[Kind(self.target.target)]

    @property
    def share(self) -> bool:
        """Whether it is counted in per cent."""
        return self.target.target in SHARES

    def words(self, value: float | None) -> str:
        """A value with its unit."""
        if value is None:
            return "nothing to count"
        return f"{value:.1f}%" if self.share else f"{value:g}" if value == int(value) else f"{value:.1f}"

    def finding(self, today: date) -> str:
        """The chart's title: how it stands against its line."""
        last = self.points[-1]
        by = f"{self.words(self.target.value)} by {date_only(self.target.reach_by, today)}"
        if last.actual is None or last.line is None:
            return f"{self.name}: {self.words(last.actual)}; aim {by}"
        gap = last.actual - last.line
        lower = self.target.value < self.target.from_value
        unit = " points" if self.share else ""
        stands = (
            "on the line" if abs(gap) < 0.05 else f"{abs(gap):.1f}{unit} {'above' if gap > 0 else 'below'} the line"
        )
        good = abs(gap) < 0.05 or (gap < 0) is lower
        ahead = "" if abs(gap) < 0.05 else ", ahead of it" if good else ", behind it"
        return f"{self.name}: {self.words(last.actual)}, {stands}{ahead}; aim {by}"


def trajectory_of(target: WorkforceTarget, workforce: Workforce, *, today: date) -> Trajectory:
    """This function will return a target's months from a year ago, or from its beginning if that was earlier."""
    first = min(target.started_on, year_before(today))
    days = [*month_ends(first, today - A_DAY), today]
    return Trajectory(
        target=target,
        points=tuple(
            Point(on=day, actual=counted(Kind(target.target), workforce, day), line=line_on(target, day))
            for day in days
        ),
    )


def line_on(target: WorkforceTarget, day: date) -> float | None:
    """Where the straight line stands on a day; None before it begins, the aim itself after its last day."""
    if day < target.started_on:
        return None
    share = min((day - target.started_on).days / (target.reach_by - target.started_on).days, 1.0)
    return target.from_value + share * (target.value - target.from_value)


def counted(kind: Kind, workforce: Workforce, day: date) -> float | None:
    """What is counted of a kind on a day: per cent, or people in the twelve months to it."""
    first = year_before(day) + A_DAY
    if kind is Kind.AGENCY_RATE:
        return _per_cent(workforce.agency_rate(day))
    if kind is Kind.VACANCY_RATE:
        return _per_cent(workforce.vacancy_rate(day))
    if kind is Kind.TURNOVER:
        return _per_cent(workforce.turnover(first, day))
    if kind is Kind.CONVERSIONS:
        return float(len(workforce.conversions(first, day)))
    return float(len(workforce.newly_qualified(first, day)))


def _per_cent(rate: Rate) -> float | None:
    return None if rate.value is None else 100 * rate.value
