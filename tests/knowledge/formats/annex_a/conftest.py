"""Writes small Annex A workbooks, and reads them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from onechild.knowledge.formats import annex_a
from onechild.knowledge.formats.model import Asked, Reading

Sheets = dict[str, Sequence[Sequence[object]]]


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
