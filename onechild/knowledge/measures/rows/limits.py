"""How far a length reaches from each day, where the council may set the length and change it from a day on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import ibis.expr.types as ir
import pyarrow as pa

from onechild.knowledge.clocks.model import Clock, Standard
from onechild.knowledge.clocks.standards import read_standards, versions
from onechild.knowledge.measures.question import Question
from onechild.knowledge.workdays.days import FIRST_DAY, LAST_DAY, OutsideCalendar
from onechild.knowledge.workdays.lengths import Length, add

On = Callable[[date], Length]


def with_due(question: Question, rows: ir.Table, column: str, clock: Clock, *, name: str) -> ir.Table:
    """This function will add `name`: the last day of the clock's general length, counted from the date in `column`.

    The length is that in force on the date. Null where the date is unknown, or either day lies outside the calendar.
    """
    kept = f"due_by_{clock.key.replace('-', '_')}"
    days = question.keep(kept, lambda: _days(in_force(question, clock)))
    days = days.select(due_counted_from=days.day, **{name: days.until})
    return rows.left_join(days, rows[column] == days.due_counted_from).drop("due_counted_from")


def in_force(question: Question, clock: Clock) -> On:
    """The length that a clock's general rule has on a day: the council's own where it set one, or else the clock's."""
    length = clock.rules[-1].lengths[-1]
    if isinstance(length, Length):
        return lambda _day: length
    if not isinstance(length, Standard):
        raise TypeError(f"the last rule of {clock.key} holds for every child, and so is no plan's own interval")
    dated = versions(length, read_standards(question.read("settings")))
    return lambda day: length.of(next(value for begins, ends, value in dated if begins <= day < ends))


def _days(length: On) -> pa.Table:
    """Every day of the calendar with the last day of the length in force on it: day, until."""
    days, until = [], []
    for n in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=n)
        try:
            reached = add(day, length(day))
        except OutsideCalendar:
            continue
        days.append(day)
        until.append(reached)
    return pa.table({"day": pa.array(days, pa.date32()), "until": pa.array(until, pa.date32())})
