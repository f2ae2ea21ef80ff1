"""The cells of a list in the order of its columns, as the workbook writes them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from onechild.knowledge.formats.annex_a.writing.drop_downs import as_written
from onechild.knowledge.formats.annex_a.writing.model import Column, Holds, Made

Value = str | int | date | None


def cells(made: Made) -> Iterator[tuple[Value, ...]]:
    """This function will give each row of a list as its cells."""
    columns = made.layout.columns
    named = [made.rows[column.name].to_list() for column in columns]
    councils = made.rows["council"].to_list() if "council" in made.rows.columns else []
    for place, row in enumerate(zip(*named, strict=True)):
        told = tuple(written(column, value) for column, value in zip(columns, row, strict=True))
        yield _with_council(told, columns, councils[place]) if councils else told


@cache
def written(column: Column, value: object) -> Value:
    """This function will return a standard value as it stands in a cell."""
    if column.holds in (Holds.CODE, Holds.YES_NO):
        return as_written(column.codes, value, filled=column.filled)
    if value is None or isinstance(value, (str, int, date)):
        return value
    return str(value)


def _with_council(told: tuple[Value, ...], columns: tuple[Column, ...], council: str | None) -> tuple[Value, ...]:
    """A placement in England is in a council by name, which no drop-down lists."""
    return tuple(
        council if value is None and column.name == "nation" else value
        for column, value in zip(columns, told, strict=True)
    )
