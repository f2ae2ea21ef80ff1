"""Writes the lists as Ofsted's workbook: a sheet a list, headings first, dates as dates, and nothing else in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import xlsxwriter

from onechild.errors import CannotProceed
from onechild.knowledge.formats.annex_a.writing.model import Annex, Holds, Made
from onechild.knowledge.formats.annex_a.writing.values import cells

WIDE = {Holds.DAY: 13, Holds.NUMBER: 10, Holds.YES_NO: 12, Holds.CODE: 24, Holds.TEXT: 20}
OPTIONS = {"constant_memory": True, "default_date_format": "dd/mm/yyyy", "strings_to_formulas": False,
           "strings_to_urls": False, "strings_to_numbers": False}  # fmt: skip


def write_workbook(annex: Annex, path: Path) -> None:
    """This function will write the workbook, for its owner's eyes only, all or nothing.

    Rows go to disk as they are written. Raises CannotProceed where the file can't be written.
    """

    def fill(book: xlsxwriter.Workbook) -> None:
        for made in annex.lists.values():
            _sheet(book, made, annex.as_at)

    write_privately(path, fill)


def write_privately(path: Path, fill: Callable[[xlsxwriter.Workbook], None]) -> None:
    """This function will write a workbook through a file beside it, which only its owner may open."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        with xlsxwriter.Workbook(str(fresh), {**OPTIONS, "tmpdir": str(path.parent)}) as book:
            fill(book)
        fresh.chmod(0o600)
        fresh.replace(path)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as fault:
        raise CannotProceed(f"{path} can't be written ({getattr(fault, 'strerror', None) or fault})") from None
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _sheet(book: xlsxwriter.Workbook, made: Made, as_at: date) -> None:
    sheet = book.add_worksheet(made.layout.sheet)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for place, column in enumerate(made.layout.columns):
        sheet.set_column(place, place, WIDE[column.holds])
        sheet.write_string(0, place, column.headed(as_at), bold)
    sheet.freeze_panes(1, 1)
    for number, row in enumerate(cells(made), start=1):
        sheet.write_row(number, 0, row)
