"""A clock's example: a day it might start on, and the days that the engine's own arithmetic counts from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.local.amber import amber_at, amber_from
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.standards import InForce
from onechild.knowledge.workdays import LONDON, OutsideCalendar, add_hours, bank_holidays, is_working_day
from onechild.knowledge.workdays.lengths import Length, add

DONE_EARLY = 2  # working days before its day: when the first turn of a repeating duty is done in the example
TURNS = 2
A_YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Turn:
    """One duty of the example: from when, how long, due when, amber from when; and the day on which it is done."""

    started_on: date
    within: Length
    due_on: date
    amber_on: date
    done_on: date | None

    @property
    def uncounted(self) -> tuple[date, ...]:
        """The days in it that are no working days, where it counts in those."""
        if self.within.unit != "working_day":
            return ()
        first, last = sorted((self.started_on, self.due_on))
        days = (first + timedelta(days=n) for n in range(1, (last - first).days + 1))
        return tuple(day for day in days if not is_working_day(day, calendar=self.within.calendar))

    @property
    def bank_holidays(self) -> tuple[tuple[date, str], ...]:
        """The bank holidays among them, by name."""
        named = bank_holidays(calendar=self.within.calendar)
        return tuple((day, named[day].name) for day in self.uncounted if day in named)


def example_of(clock: Clock, *, today: date, standards: Iterable[InForce] = ()) -> tuple[Turn, ...]:
    """This function will return the first turns of a duty under the rule that holds where nothing special does.

    It starts near today, over a bank holiday where it counts in working days, with the law and the standards in force
    that day. Empty where the engine can't count it in days (school terms, the edge of the calendar).
    """
    set_here = tuple(standards)
    steps = [step for step in law.steps(clock, standards=set_here) if step.during is None]
    try:
        return tuple(islice(_turns(clock, steps, set_here, today), TURNS))
    except (OutsideCalendar, ValueError):
        return ()


@dataclass(frozen=True)
class Hours:
    """The example of a clock of hours, in London's time: from when, how long, due when, amber from when.

    `turned` is by how many hours the clocks were turned on between, 0 where they were not.
    """

    started_at: datetime
    within: Length
    due_at: datetime
    amber_at: datetime
    turned: int


def hours_example_of(clock: Clock, *, today: date, standards: Iterable[InForce] = ()) -> Hours | None:
    """This function will return a duty of a clock of hours that begins on the Saturday before the clocks next change.

    None for a clock of days, and for one under which the council has set nothing.
    """
    set_here = tuple(standards)
    start = datetime.combine(_before_the_clocks_change(today), AFTERNOON, LONDON)
    steps = law.steps(clock, standards=set_here)
    within = next((one.within for one in steps if one.in_force_from <= start.date() < one.in_force_to), None)
    if within is None or within.unit not in HOURS_IN or not any(one.within.unit == "hour" for one in steps):
        return None
    due = add_hours(start, within.n * HOURS_IN[within.unit]).astimezone(LONDON)
    amber = amber_at(due, clock, set_here, within=str(within)).astimezone(LONDON)
    offsets = [at.utcoffset() or timedelta() for at in (start, due)]
    return Hours(start, within, due, max(start, amber), (offsets[1] - offsets[0]) // timedelta(hours=1))


AFTERNOON = time(15, 0)
HOURS_IN = {"hour": 1, "day": 24}
MARCH, OCTOBER, SUNDAY = 3, 10, 6


def _before_the_clocks_change(today: date) -> date:
    """The Saturday before the last Sunday of March or October, whichever comes next."""
    ends = (date(year, month, 31) for year in (today.year, today.year + 1) for month in (MARCH, OCTOBER))
    sundays = (end - timedelta(days=(end.weekday() - SUNDAY) % 7) for end in ends)
    return next(sunday - timedelta(days=1) for sunday in sundays if sunday > today)


def _turns(clock: Clock, steps: list[law.Step], standards: tuple[InForce, ...], today: date) -> Iterator[Turn]:
    first = _step(steps, 1, today)
    if first is None:
        return
    start, number = _start(first.within, today), 1
    step: law.Step | None = _step(steps, 1, start) or first
    while step:
        due = add(start, step.within)
        begun = start if step.within.unit != "birthday" else None
        amber = amber_from(due, clock, standards, within=str(step.within), started_on=begun)
        following = _step(steps, number + 1, start)
        early = add(due, Length(-DONE_EARLY, "working_day"))
        done = max(start, early) if following and number < TURNS else None
        yield Turn(start, step.within, due, amber, done)
        if done is None:
            return
        start, number, step = done, number + 1, following


def _step(steps: list[law.Step], number: int, day: date) -> law.Step | None:
    """The length that the duty of this number has when it begins on the day."""
    held = (step for step in steps if step.step_from <= number <= step.step_to)
    return next((step for step in held if step.in_force_from <= day < step.in_force_to), None)


def _start(within: Length, today: date) -> date:
    """Today; so that a bank holiday falls in the middle of working days; a child's birth for a birthday to come."""
    if within.unit == "birthday":
        return date(today.year - within.n, today.month, min(today.day, 28)) + timedelta(days=28)
    if within.unit != "working_day" or within.n < 1:
        return today
    coming = min(day for day in bank_holidays(calendar=within.calendar) if today <= day <= today + A_YEAR)
    return add(coming, Length(-((within.n + 1) // 2), "working_day", calendar=within.calendar))
