"""A report as an Excel workbook: a sheet a section, numbers as numbers, what is kept back as words, definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from onechild.knowledge.reports.document.model import Cell, Document, Said, Section, Table

LONGEST_NAME = 31  # what Excel allows


def to_xlsx(document: Document) -> bytes:
    """This function will return the report as an .xlsx file."""
    made = BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties(
            {
                "title": document.title,
                "subject": document.days,
                "author": "OneChild",
                "created": datetime.combine(document.as_at, datetime.min.time()),
            }
        )
        _Writer(book, document).write()
    return made.getvalue()


class _Writer:
    """Writes the sheets one after the other."""

    def __init__(self, book: Any, document: Document) -> None:
        self._book, self._document = book, document
        wrapped = {"text_wrap": True, "valign": "top"}
        self._words = book.add_format(wrapped)
        self._bold = book.add_format({"bold": True, **wrapped})
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._head = book.add_format({"bold": True, "bottom": 2, **wrapped})
        self._number = book.add_format({"num_format": "#,##0.##", "align": "right", "valign": "top"})
        self._whole = book.add_format({"num_format": "#,##0", "align": "right", "valign": "top"})
        self._share = book.add_format({"num_format": "0.0%", "align": "right", "valign": "top"})
        self._kept = book.add_format({"align": "right", "italic": True, "valign": "top"})
        self._names: set[str] = set()

    def write(self) -> None:
        """All sheets: what the report is, each section, the definitions."""
        self._about()
        for section in self._document.sections:
            sheet = self._sheet(section.title)
            sheet.set_column(0, 0, 50, self._words)
            sheet.set_column(1, 20, 14)
            self._section(sheet, section, 0)
        self._definitions()

    def _sheet(self, title: str) -> Any:
        name = re.sub(r"[\[\]:*?/\\']", "", title)[:LONGEST_NAME]
        number = 2
        while name.lower() in self._names:
            name = f"{name[: LONGEST_NAME - 3]} {number}"
            number += 1
        self._names.add(name.lower())
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        return sheet

    def _about(self) -> None:
        sheet = self._sheet("About")
        sheet.set_column(0, 0, 110, self._words)
        document = self._document
        sheet.write_string(0, 0, document.title, self._title)
        lines = [document.council, document.days, document.mark, document.invented, document.foot]
        lines += [f"{term}: {words}" for term, words in document.terms]
        for place, words in enumerate((one for one in lines if one), start=1):
            sheet.write_string(place, 0, words, self._words)

    def _section(self, sheet: Any, section: Section, row: int) -> int:
        sheet.write_string(row, 0, section.title, self._title)
        row += 1
        for said in section.said:
            row = self._said(sheet, said, row)
        for table in section.tables:
            row = self._table(sheet, table, row + 1)
        for said in section.after:
            row = self._said(sheet, said, row)
        for inner in section.sections:
            row = self._section(sheet, inner, row + 1)
        return row

    def _said(self, sheet: Any, said: Said, row: int) -> int:
        """A sentence across the columns, in rows enough for its length."""
        words = said.text + self._references(said.notes)
        sheet.merge_range(row, 0, row, 8, words, self._words)
        sheet.set_row(row, 15 * (1 + len(words) // 150))
        return row + 1

    def _table(self, sheet: Any, table: Table, row: int) -> int:
        sheet.write_string(row, 0, table.title, self._bold)
        for place, column in enumerate(table.columns):
            sheet.write_string(row + 1, place, column.title, self._head)
        row += 2
        for cells in table.all_rows:
            for place, cell in enumerate(cells):
                self._cell(sheet, row, place, cell, number=table.columns[place].number)
            row += 1
        if table.says:
            sheet.write_string(row, 0, table.says, self._words)
            row += 1
        return row

    def _cell(self, sheet: Any, row: int, place: int, cell: Cell, *, number: bool) -> None:
        if cell.value is None:
            words = cell.text + self._references(cell.notes)
            sheet.write_string(row, place, words, self._kept if number else self._words)
        elif cell.per_cent:
            sheet.write_number(row, place, cell.value, self._share)
        else:
            whole = float(cell.value).is_integer()
            sheet.write_number(row, place, cell.value, self._whole if whole else self._number)

    def _references(self, keys: tuple[str, ...]) -> str:
        return "".join(f" [{self._document.number_of(key)}]" for key in keys)

    def _definitions(self) -> None:
        if not self._document.footnotes:
            return
        sheet = self._sheet("Definitions")
        for place, (title, width) in enumerate(self._columns()):
            sheet.set_column(place, place, width, self._words)
            sheet.write_string(0, place, title, self._head)
        for row, note in enumerate(self._document.footnotes, start=1):
            sheet.write_number(row, 0, note.number)
            for place, words in enumerate((note.title, note.words, note.source, note.key), start=1):
                sheet.write_string(row, place, words, self._words)
        sheet.freeze_panes(1, 0)

    @staticmethod
    def _columns() -> Iterator[tuple[str, int]]:
        yield from (("Note", 6), ("Figure", 40), ("Definition", 80), ("Source", 60), ("Key", 40))
