"""The age band of a child on the day counted; birthdays are counted in Python, because no engine may count days."""

from __future__ import annotations

from datetime import date, timedelta

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from onechild.knowledge.measures.cutting.on_the_day import with_child
from onechild.knowledge.measures.question import Question
from onechild.knowledge.workdays.lengths import Length, add

# A child is in a band from the birthday that it is named after; the youngest who may stand in it, by years.
FROM_AGE = {"18+": 18, "16-17": 16, "10-15": 10, "5-9": 5, "1-4": 1}


def with_age(question: Question, rows: ir.Table) -> ir.Table:
    """The rows with `age`: the code of a band, "unborn" by then, and null where no date of birth is known."""
    children = question.table("children")
    unborn = children.born_on.isnull() & children.expected_on.notnull()
    rows = with_child(rows, children, born_on=children.born_on, unborn=unborn)
    days = question.keep("birthdays", lambda: _birthdays(question))
    rows = rows.left_join(days, rows.counted_on == days.day)
    bands = [(rows.born_on <= rows[_column(years)], band) for band, years in FROM_AGE.items()]
    found = ibis.cases(
        (rows.unborn | (rows.born_on > rows.counted_on), "unborn"),
        (rows.born_on.isnull(), ibis.null("string")),
        *bands,
        else_="0",
    )
    return rows.mutate(age=found).drop("born_on", "unborn", "day", *(_column(years) for years in FROM_AGE.values()))


def _birthdays(question: Question) -> pa.Table:
    """For each day that a row may be counted on, the last day of birth of whoever is so old: day, born_by_<years>."""
    days = sorted({day for moment in question.moments for day in _days(moment.from_on, moment.to_on)})
    columns = {"day": pa.array(days, pa.date32())}
    for years in FROM_AGE.values():
        columns[_column(years)] = pa.array([add(day, Length(-years, "year")) for day in days], pa.date32())
    return pa.table(columns)


def _days(first: date | None, last: date) -> list[date]:
    first = first or last
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _column(years: int) -> str:
    return f"born_by_{years}"
