"""The minutes that a worker has on each day: working days, hours and share of full time, less known absence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onechild.knowledge.workdays import is_working_day

WEEKS = 6


@dataclass(frozen=True)
class Hours:
    """What a full-time worker works in a day, and the share of it that there is for duties."""

    a_day: float
    direct_share: float


Away = tuple[date, date | None]


def last_day(today: date) -> date:
    """This function will return the last day of six weeks that begin today."""
    return today + timedelta(weeks=WEEKS) - timedelta(days=1)


def weeks(today: date) -> list[tuple[date, date]]:
    """This function will return the first and last day of each of the six weeks that begin today."""
    starts = [today + timedelta(weeks=number) for number in range(WEEKS)]
    return [(start, start + timedelta(days=6)) for start in starts]


def minutes_there(
    hours: Hours, *, fte: float, today: date, away: Sequence[Away] = (), until: date | None = None
) -> dict[date, int]:
    """This function will return the minutes for duties on each day of six weeks, none on days away or not worked.

    A part-time worker's hours are spread evenly, for want of a pattern. `away` are spells whose last day is no longer
    away, open where it is not known. `until` is the last day in post, that day included.
    """
    daily = round(hours.a_day * 60 * hours.direct_share * fte)
    return {
        day: daily if is_working_day(day) and not _away(day, away) and (until is None or day <= until) else 0
        for day in _days(today)
    }


def minutes_lost(
    hours: Hours, *, fte: float, today: date, away: Sequence[Away], until: date | None = None
) -> dict[date, int]:
    """This function will return the minutes that absence takes from each day: what cover would give back."""
    whole = minutes_there(hours, fte=fte, today=today, until=until)
    left = minutes_there(hours, fte=fte, today=today, away=away, until=until)
    return {day: whole[day] - left[day] for day in whole if whole[day] > left[day]}


def _days(today: date) -> Iterable[date]:
    return (today + timedelta(days=number) for number in range(WEEKS * 7))


def _away(day: date, away: Iterable[Away]) -> bool:
    return any(started <= day and (ended is None or day < ended) for started, ended in away)
