"""The turns of a repeating duty that fall due in the weeks ahead, where each is met on its day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from onechild.knowledge.clocks.model import Clock, OwnInterval, Standard
from onechild.knowledge.workdays.days import OutsideCalendar
from onechild.knowledge.workdays.lengths import Length, add, parse_length

MOST = 60


def turns_to_come(clock: Clock, *, within: str, due_on: date, today: date, until: date) -> list[tuple[date, date]]:
    """This function will return the turns after the one that is open: from which day each can be met, and by which.

    `within` is the length of the open turn in words, as its obligation has it, and `due_on` its day. The open turn is
    taken as met on its day, or today where that is past; things go on as they stand. A turn can't be met before the one
    before it.
    """
    return list(_turns(clock, within, max(due_on, today), until))


def _turns(clock: Clock, within: str, met_on: date, until: date) -> Iterator[tuple[date, date]]:
    length = next_length(clock, within)
    for _turn in range(MOST):
        if length is None:
            return
        due = _due(met_on, length)
        if due is None or due <= met_on or due > until:
            return
        yield met_on + timedelta(days=1), due
        met_on, length = due, next_length(clock, str(length))


def next_length(clock: Clock, within: str) -> Length | None:
    """This function will return the length of the turn after one of this length; None where there is none.

    A length that the council or the plan sets is known by its unit. Of rules for one circumstance the lengths follow
    one another.
    """
    with suppress(ValueError):
        known = parse_length(within)
        for during in dict.fromkeys(rule.during for rule in clock.rules):
            rules = [rule for rule in clock.rules if rule.during == during]
            lengths = [length for rule in rules for length in rule.lengths]
            for place, length in enumerate(lengths):
                if _alike(length, known):
                    return _after(lengths, place, known, repeats=rules[-1].repeats)
    return None


def _after(
    lengths: list[Length | Standard | OwnInterval], place: int, known: Length, *, repeats: bool
) -> Length | None:
    if place == len(lengths) - 1:
        return known if repeats else None
    following = lengths[place + 1]
    if isinstance(following, Standard):
        return Length(following.default, following.unit) if following.default else None
    return following if isinstance(following, Length) else known


def _alike(length: Length | Standard | OwnInterval, known: Length) -> bool:
    if isinstance(length, Length):
        return str(length) == str(known)
    return known.unit == ("day" if isinstance(length, OwnInterval) else length.unit)


def _due(met_on: date, length: Length) -> date | None:
    if length.unit in ("birthday", "school_day") or length.n < 1:
        return None
    try:
        return add(met_on, length)
    except (OutsideCalendar, ValueError):
        return None
