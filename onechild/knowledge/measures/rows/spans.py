"""Days between and after dates, counted in Python and joined, so that DuckDB, PostgreSQL and Spark count alike."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pyarrow as pa

from onechild.knowledge.clocks.law import due_table
from onechild.knowledge.measures.question import Moment
from onechild.knowledge.workdays.days import FIRST_DAY, LAST_DAY, calendar_table
from onechild.knowledge.workdays.lengths import Length, add

if TYPE_CHECKING:
    from datetime import date

    import ibis.expr.types as ir

    from onechild.knowledge.measures.question import Question

FROM, TO = "days_counted_from", "days_counted_to"
COUNTED = "falls_counted_from"


def with_days(
    question: Question, rows: ir.Table, first: str, last: str, name: str = "days", working: bool = False
) -> ir.Table:
    """This function will add how many days (or working days) lie from the date `first` to the date `last`, as a float.

    The day itself counts 0, the day after 1, and a `last` before its `first` less than 0. A Saturday counts with the
    working day before it. Null where either date is unknown, or outside the calendar (1990 to 2060).
    """
    number = "working" if working else "number"
    days = question.keep("numbered_days", _numbered)
    begins, ends = (days.select(**{side: days.day, f"{side}_number": days[number]}) for side in (FROM, TO))
    joined = rows.left_join(begins, rows[first] == begins[FROM])
    joined = joined.left_join(ends, joined[last] == ends[TO])
    counted = joined.mutate(**{name: (joined[f"{TO}_number"] - joined[f"{FROM}_number"]).cast("float64")})
    return counted.drop(FROM, TO, f"{FROM}_number", f"{TO}_number")


def with_date(question: Question, rows: ir.Table, column: str, length: Length, name: str) -> ir.Table:
    """This function will add the day on which a length ends that is counted from the date in `column`.

    Null where that date is unknown, or either lies outside the calendar (1990 to 2060).
    """
    kept = f"falls_on_{length}".replace(" ", "_")
    falls = question.keep(kept, lambda: due_table([length], first=FIRST_DAY, last=LAST_DAY))
    falls = falls.select(**{COUNTED: falls.counted_from, name: falls.falls_on})
    return rows.left_join(falls, rows[column] == falls[COUNTED]).drop(COUNTED)


def back(question: Question, length: Length) -> ir.Table:
    """This function will return, for each moment, the day that a length that ends with it began after: moment, day.

    Twelve months that end with 31 March begin after 31 March of the year before.
    """
    return question.days(f"{length}_back".replace(" ", "_"), lambda moment: _back(moment, length))


def first_day(question: Question, length: Length) -> ir.Table:
    """The same, but the first day of that length: whoever came on it has been here all of the length."""
    kept = f"{length}_first".replace(" ", "_")
    return question.days(kept, lambda moment: _back(moment, length) + timedelta(days=1))


def _back(moment: Moment, length: Length) -> date:
    return add(moment.to_on, Length(-length.n, length.unit))


def _numbered() -> pa.Table:
    """Every day with its running number and that of the working days: day, number, working."""
    calendar = calendar_table()
    days = calendar.column("date").combine_chunks()
    number = pa.array([(day - FIRST_DAY).days for day in days.to_pylist()], pa.int64())
    working = calendar.column("number").cast(pa.int64())
    return pa.table({"day": days, "number": number, "working": working})
