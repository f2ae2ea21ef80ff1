"""From which day a duty shows amber: the council's own setting, else the clock's own length, else a fifth of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, timedelta
from math import ceil
from typing import Literal

from onechild.knowledge.clocks.model import Clock, OwnInterval, Standard
from onechild.knowledge.clocks.standards import InForce
from onechild.knowledge.workdays.days import OutsideCalendar
from onechild.knowledge.workdays.hours import add_hours, london
from onechild.knowledge.workdays.lengths import Length, add, parse_length

DAYS: dict[str, int] = {"day": 1, "week": 7, "month": 28, "year": 364}
LEAST_DAYS = 7  # calendar clocks: the last fifth, or a week where that is more, and never above half
BEFORE_A_BIRTHDAY = 28  # a fifth of sixteen years would say nothing
SHARE, SHARE_OF_HOURS = 5, 3  # hours: the last third, 8 of 24 and 24 of 72


def amber_setting(clock: Clock) -> str:
    """This function will return the key of the setting that holds the council's own amber window of a clock."""
    counted = "hours" if amber_unit(clock) == "hour" else "days"
    return f"amber_{clock.key.replace('-', '_')}_{counted}"


def amber_unit(clock: Clock) -> Literal["day", "working_day", "hour"]:
    """This function will return the window's unit: working days where the clock itself counts in them."""
    length = clock.amber or _first(clock)
    if length.unit == "hour":
        return "hour"
    return "working_day" if length.unit in ("working_day", "school_day") else "day"


def amber_days(clock: Clock, *, within: str = "") -> int:
    """This function will return the days that the window has where the council sets none, in the clock's own unit.

    `within` is the length of the duty in words, as an obligation has it; without, the clock's first is taken.
    """
    if clock.amber is not None:
        return abs(clock.amber.n) * DAYS.get(clock.amber.unit, 1)
    length = _first(clock)
    with suppress(ValueError):
        length = parse_length(within) if within else length
    if length.unit == "birthday":
        return BEFORE_A_BIRTHDAY
    whole = abs(length.n) * DAYS.get(length.unit, 1)
    if length.unit == "hour":
        return max(1, whole // SHARE_OF_HOURS)
    fifth = ceil(whole / SHARE)
    return fifth if length.unit in ("working_day", "school_day") else min(max(LEAST_DAYS, fifth), ceil(whole / 2))


def amber_from(
    due_on: date, clock: Clock, standards: Iterable[InForce] = (), *, within: str = "", started_on: date | None = None
) -> date:
    """This function will return the first day on which a duty due on a day shows amber; never before it began.

    The council's window is the one in force on the day the duty falls due. At the edge of the calendar, where nothing
    can be counted, it is the due day itself.
    """
    count, unit = _window(due_on, clock, standards, within), amber_unit(clock)
    try:
        found = due_on - timedelta(days=count // 24) if unit == "hour" else add(due_on, Length(-count, unit))
    except OutsideCalendar:
        found = due_on
    return max(found, started_on) if started_on and started_on <= due_on else found


def amber_at(due_at: datetime, clock: Clock, standards: Iterable[InForce] = (), *, within: str = "") -> datetime:
    """This function will return the moment from which a duty of a clock of hours shows amber, in UTC."""
    count, unit = _window(london(due_at), clock, standards, within), amber_unit(clock)
    return add_hours(due_at, -count if unit == "hour" else -24 * count)


def _window(due_on: date, clock: Clock, standards: Iterable[InForce], within: str) -> int:
    setting = amber_setting(clock)
    set_here = [one.value for one in standards if one.setting == setting and one.started_on <= due_on < one.ended_on]
    return set_here[0] if set_here else amber_days(clock, within=within)


def _first(clock: Clock) -> Length:
    """The length that a duty has which nothing special holds for: of the rules that hold always, the first length."""
    general = next((rule for rule in clock.rules if rule.during is None), clock.rules[0])
    for length in general.lengths:
        if isinstance(length, Standard):
            return length.of(length.default or 1)
        if not isinstance(length, OwnInterval):
            return length
    return Length(LEAST_DAYS, "day")
