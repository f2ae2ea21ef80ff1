"""A day some length after another, counted in Python by the law's own rules and joined: no engine may count days."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

import ibis.expr.types as ir
import pyarrow as pa

from onechild.knowledge.measures.question import Question
from onechild.knowledge.workdays.days import FIRST_DAY, LAST_DAY, OutsideCalendar
from onechild.knowledge.workdays.lengths import Length, add

FROM = "reached_from"


def with_reach(question: Question, rows: ir.Table, column: str, length: Length, *, name: str) -> ir.Table:
    """This function will add `name`: the day that the length ends which is counted from the date in `column`.

    A birthday is counted from a date of birth. Null where the date is unknown, or either day lies outside the calendar
    (1990 to 2060).
    """
    kept = f"reach_{length}".replace(" ", "_")
    days = question.keep(kept, lambda: _reach(length))
    days = days.select(**{FROM: days.day, name: days.until})
    return rows.left_join(days, rows[column] == days[FROM]).drop(FROM)


@cache
def _reach(length: Length) -> pa.Table:
    """Every day of the calendar with the day that the length ends: day, until."""
    days, until = [], []
    for n in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + timedelta(days=n)
        try:
            reached = add(day, length)
        except OutsideCalendar:
            continue
        days.append(day)
        until.append(reached)
    return pa.table({"day": pa.array(days, pa.date32()), "until": pa.array(until, pa.date32())})
