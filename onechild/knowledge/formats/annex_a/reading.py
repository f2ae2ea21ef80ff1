"""Reads the Annex A workbooks of one council into the standard tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from onechild.errors import CannotProceed
from onechild.knowledge.formats.annex_a.allocating import LEADS, one_lead_each
from onechild.knowledge.formats.annex_a.common import DAY_FORMS
from onechild.knowledge.formats.annex_a.workbook import PARTS, ListSheet, Workbook, is_blank, open_workbook
from onechild.knowledge.formats.model import Asked, FileCount, Finding, Reading, Recognised
from onechild.knowledge.formats.tabular.cells import Sheet, Typed, read_sheet
from onechild.knowledge.formats.tabular.giving import rows_of
from onechild.knowledge.formats.tabular.joining import Piece, join_pieces
from onechild.knowledge.formats.tabular.leaving_care import earliest
from onechild.knowledge.formats.tabular.teams import complete_teams
from onechild.knowledge.formats.values import as_text
from onechild.knowledge.formats.wording import counted

NAME = "annex_a"

# A day that happened, by its field's name; a birth and a plan for later are none.
_NOT_YET = frozenset({"born", "expected"})


def read(files: Sequence[Recognised], *, asked: Asked) -> Reading:
    """This function will read every list of every workbook; the newest workbook is believed where two disagree.

    Raises CannotProceed where a workbook can't be opened or holds no list.
    """
    reading = Reading(NAME)
    books = [_read_book(open_workbook(file.path, name=file.name), reading) for file in files]
    newest_first = sorted(_whole(books), key=_last_day, reverse=True)
    as_at = asked.known_at or max(map(_last_day, books), default=date.min)
    given = [[_given(typed, as_at, reading) for typed in book] for book in newest_first]
    leads, told = one_lead_each(given)
    joined = [join_pieces([piece for _, pieces in book for piece in pieces if piece[0] != LEADS]) for book in given]
    reading.findings += [*told, *(finding for _, findings in joined for finding in findings)]
    pieces = [piece for tables, _ in joined for piece in tables.items()]
    reading.tables, findings = join_pieces([*pieces, *leads], years=True)
    reading.findings += [*findings, *complete_teams(reading.tables, source=NAME)]
    return reading


def _whole(books: list[list[Typed]]) -> list[list[Typed]]:
    """Workbooks that hold different lists are one workbook, cut up; they come as one."""
    every = sorted((typed for book in books for typed in book), key=lambda typed: PARTS.index(typed.part))
    names = [typed.part.name for typed in every]
    return [every] if len(set(names)) == len(names) else books


def _given(typed: Typed, as_at: date, reading: Reading) -> tuple[str, list[Piece]]:
    found = rows_of(replace(typed, frame=_dated(typed, as_at)), source=NAME)
    reading.findings += [*typed.findings, *found.findings]
    reading.quarantine += typed.quarantine
    return typed.part.name, found.pieces


def _read_book(book: Workbook, reading: Reading) -> list[Typed]:
    if not book.lists:
        raise CannotProceed(f"{book.name} holds no list of Annex A")
    count = FileCount(book.name, NAME)
    reading.counts.append(count)
    reading.warnings += [words for sheet in book.lists for words in _missing(book, sheet)]
    reading.findings += [finding for sheet in book.lists for finding in _extra(book, sheet)]
    for name, rows in book.others:
        words = f"{book.name}: the sheet {name} ({counted(rows, 'row')}) is no list of Annex A"
        reading.findings.append(Finding("not_carried", "children", words))
    return [read_sheet(_cells(book, sheet), source=NAME, count=count, forms=DAY_FORMS) for sheet in book.lists]


def _cells(book: Workbook, sheet: ListSheet) -> Sheet:
    rows = [row for _, row in sheet.rows]
    cells = {
        name: as_text([None if is_blank(cell) else cell for cell in (row[column] for row in rows)])
        for name, column in sheet.found.columns.items()
    }
    return Sheet(sheet.part, book.name, cells, f"{sheet.sheet} row", [number for number, _ in sheet.rows])


def _missing(book: Workbook, sheet: ListSheet) -> list[str]:
    columns = list(dict.fromkeys(one.column for one in sheet.found.missing))
    if not columns:
        return []
    return [f"{book.name}, sheet {sheet.sheet}, read as {sheet.part.name}: no column {'; '.join(columns)}"]


def _extra(book: Workbook, sheet: ListSheet) -> list[Finding]:
    findings = []
    for column in sheet.found.extra:
        held = sum(not is_blank(row[column]) for _, row in sheet.rows)
        if held:
            where = f"{book.name}, {sheet.part.name}, {sheet.headings[column]}"
            words = f"{where}: {counted(held, 'value')} not carried: the column is not of Annex A"
            findings.append(Finding("not_carried", sheet.part.main, words))
    return findings


def _last_day(book: list[Typed]) -> date:
    """The last day that a workbook names as a day something happened."""
    days = [
        typed.frame[name].max()
        for typed in book
        for name, kind in typed.frame.schema.items()
        if kind == pl.Date and name not in _NOT_YET
    ]
    return max((day for day in days if isinstance(day, date)), default=date.min)


def _dated(typed: Typed, as_at: date) -> pl.DataFrame:
    """Tell an unborn child's expected day from a birth, and give care leavers the days that the list leaves out."""
    frame = typed.frame
    day = None if as_at == date.min else as_at
    if "born" in frame.columns and day is not None:
        unborn = pl.col("born") > day
        frame = frame.with_columns(
            expected=pl.when(unborn).then(pl.col("born")).otherwise(pl.col("expected")),
            born=pl.when(unborn).then(None).otherwise(pl.col("born")),
        )
    if "eligibility" not in frame.columns:
        return frame
    return frame.with_columns(
        eligible_on=earliest("eligibility"),
        said_on=pl.coalesce("contact", pl.lit(day, pl.Date)),
    )
