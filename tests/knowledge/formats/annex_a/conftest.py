"""Writes small Annex A workbooks, and reads them; and puts Annex A together from a few rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pytest
import xlsxwriter

from onechild.knowledge.formats import annex_a
from onechild.knowledge.formats.annex_a.writing import Annex, put_together
from onechild.knowledge.formats.annex_a.writing.sources import to_frame
from onechild.knowledge.formats.model import Asked, Reading
from onechild.knowledge.tables.contract import TABLES

Sheets = dict[str, Sequence[Sequence[object]]]
Rows = dict[str, list[dict[str, Any]]]
Put = Callable[..., Annex]
AS_AT = date(2026, 3, 31)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook: each sheet's name and rows, the headings first; dates become Excel dates."""

    def write_book(sheets: Sheets, *, name: str = "annex_a.xlsx") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        return path

    return write_book


@pytest.fixture
def read() -> Callable[..., Reading]:
    """Recognise workbooks and read them together."""

    def read_books(*paths: Path, known_at: date | None = None) -> Reading:
        found = [annex_a.recognise(path, path.read_bytes()[:4096]) for path in paths]
        return annex_a.read([one for one in found if one], asked=Asked(council="999", known_at=known_at))

    return read_books


class Held:
    """The standard tables as rows written out; columns that a row leaves out are empty."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def rows(self, table: str, *, children: Collection[str] | None = None, since: date | None = None) -> pl.DataFrame:
        """All the rows of these children; the day they are asked for since is left to what asks."""
        kept = [row for row in self._rows.get(table, []) if children is None or row["child_id"] in children]
        wide = [{column.name: row.get(column.name) for column in TABLES[table].columns} for row in kept]
        return to_frame(pa.Table.from_pylist(wide, schema=pa.schema(_nullable(table))))


def _nullable(table: str) -> list[pa.Field]:
    return [pa.field(column.name, column.arrow.type) for column in TABLES[table].columns]


@pytest.fixture
def put() -> Put:
    """Put Annex A together from rows, as at 31 March 2026 unless said otherwise."""

    def put_rows(as_at: date = AS_AT, **rows: list[dict[str, Any]]) -> Annex:
        return put_together(Held(rows), as_at=as_at, council_name="Hatterton")

    return put_rows
