"""The days that protection counts: read from the clocks that are in force, never typed again here."""

from __future__ import annotations

from datetime import date, datetime, time

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.workdays import LONDON, add, is_working_day
from onechild.service.record.actions.clocks import standards

INITIAL_CONFERENCE = "initial-child-protection-conference"
FIRST_CORE_GROUP, CORE_GROUP = "first-core-group", "core-group"
REVIEW_CONFERENCE = "review-child-protection-conference"


def due_after(clock_key: str, on: date, *, turn: int = 1) -> date | None:
    """This function will return by when a duty that begins on a day falls due, in the law of that day.

    `turn` 2 is the duty after the first was done. None where the clock has no such turn.
    """
    steps = law.steps(clock(clock_key), standards=standards())
    held = [step for step in steps if not step.during and step.in_force_from <= on < step.in_force_to]
    found = next((step for step in held if step.step_from <= turn <= step.step_to), None)
    return add(on, found.within) if found else None


def moment(on: date, at: time) -> datetime:
    """This function will return the moment of an hour of London on a day."""
    return datetime.combine(on, at, tzinfo=LONDON)


def no_working_day(on: date) -> bool:
    """Whether a day is at a weekend or a bank holiday."""
    return not is_working_day(on)
