"""Where each cell came from: list, row and column, to the table, row and column of the standard tables."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from onechild.errors import CannotProceed
from onechild.knowledge.formats.annex_a.writing.model import Annex, Column, Made, Origin

HEADINGS = ("list", "row", "column", "table", "row id", "table column", "how")


@dataclass(frozen=True)
class Traced:
    """One cell and one row that it rests on; `how` says what was done with it where it is not the value itself."""

    sheet: str
    row: int
    heading: str
    table: str
    row_id: str
    column: str
    how: str


def traced(made: Made, as_at: date) -> Iterator[Traced]:
    """This function will give every cell, a blank one too, with each row it rests on; rows count as in the sheet."""
    keys = {origin.key_column: _keys(made, origin) for column in made.layout.columns for origin in column.of}
    for place in range(len(made)):
        for column in made.layout.columns:
            yield from _of_cell(made, column, place, keys, as_at)


def of_row(made: Made, place: int, as_at: date) -> list[Traced]:
    """This function will return where the cells of one row came from; `place` counts from 0."""
    one = Made(made.layout, made.rows.slice(place, 1))
    return [Traced(t.sheet, t.row + place, t.heading, t.table, t.row_id, t.column, t.how) for t in traced(one, as_at)]


def write_cells(annex: Annex, path: Path) -> None:
    """This function will write where each cell came from as CSV, for its owner's eyes only; ids and no names."""
    try:
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8", newline=""
        ) as file:
            lines = csv.writer(file)
            lines.writerow(HEADINGS)
            for made in annex.lists.values():
                lines.writerows(
                    (one.sheet, one.row, one.heading, one.table, one.row_id, one.column, one.how)
                    for one in traced(made, annex.as_at)
                )
    except OSError as fault:
        raise CannotProceed(f"{path} can't be written ({fault.strerror})") from None


def _of_cell(made: Made, column: Column, place: int, keys: dict[str, list[list[str]]], as_at: date) -> Iterator[Traced]:
    for origin in column.of:
        for row_id in keys[origin.key_column][place]:
            yield Traced(
                made.layout.sheet, place + 2, column.headed(as_at), origin.table, row_id, origin.column, column.worked
            )


def _keys(made: Made, origin: Origin) -> list[list[str]]:
    """The keys of each row; one key is a list of one, and none is an empty list."""
    held = made.rows[origin.key_column].to_list()
    return [[] if key is None else key if isinstance(key, list) else [key] for key in held]
