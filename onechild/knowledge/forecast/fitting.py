"""Fits work into time, the earliest due day first; and finds the days with more work than time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate

from onechild.knowledge.forecast.model import Excess, Fitted, Minutes, Work


def fit(work: Iterable[Work], time: Minutes) -> Fitted:
    """This function will place each piece of work on the first days with time, the earliest due first.

    Work may be spread over days. A piece that does not fit by its day takes no time from the others. All of it fits if
    and only if any plan could fit it all: whoever is due later could always change places with whoever is due first.
    `time` has the minutes of each day; a day that it does not have has none.
    """
    days = sorted(time)
    free = dict(time)
    placed: dict[str, Minutes] = {}
    unmet = []
    for one in sorted(work):
        found = _place(one, days, free)
        if found is None:
            unmet.append(one)
        else:
            placed[one.key] = found
            for day, minutes in found.items():
                free[day] -= minutes
    return Fitted(placed=placed, unmet=tuple(unmet), free=free)


def done_later(fitted: Fitted) -> dict[str, date]:
    """This function will return by when each piece that is not met could be done in the time left over, in turn.

    What is due first goes first. A piece for which no time is left is left out.
    """
    days, free = sorted(fitted.free), dict(fitted.free)
    found = {}
    for one in fitted.unmet:
        placed = _place(Work(date.max, one.key, one.from_on, one.minutes), days, free)
        if placed is not None:
            found[one.key] = max(placed, default=one.from_on)
            for day, minutes in placed.items():
                free[day] -= minutes
    return found


def first_excess(work: Sequence[Work], time: Minutes) -> Excess | None:
    """This function will return the first days within which there is more work than time; None where there are none.

    First is what ends first; of those that end on one day, what lacks most. There is such a stretch of days if and only
    if `fit` leaves something unmet.
    """
    days = sorted({*time, *(one.from_on for one in work), *(one.due_on for one in work)})
    so_far = dict(zip(days, accumulate(time.get(day, 0) for day in days), strict=True))
    ordered = sorted(work)
    found: Excess | None = None
    for first in sorted({one.from_on for one in work}):
        before = so_far[first] - time.get(first, 0)
        owed = 0
        for one in ordered:
            if one.from_on < first:
                continue
            if found and one.due_on > found.by:
                break
            owed += one.minutes
            there = max(so_far[one.due_on] - before, 0) if one.due_on >= first else 0
            missing = owed - there
            if missing > 0 and (found is None or (one.due_on, -missing) < (found.by, -found.minutes)):
                found = Excess(first, one.due_on, missing)
    return found


def added(time: Minutes, more: Mapping[date, int]) -> dict[date, int]:
    """This function will return the time with minutes more on some days."""
    return {day: time.get(day, 0) + more.get(day, 0) for day in {*time, *more}}


def _place(one: Work, days: Sequence[date], free: dict[date, int]) -> dict[date, int] | None:
    found: dict[date, int] = {}
    left = one.minutes
    for day in days:
        if day > one.due_on or not left:
            break
        if day >= one.from_on and free[day] > 0:
            found[day] = min(free[day], left)
            left -= found[day]
    return None if left else found
