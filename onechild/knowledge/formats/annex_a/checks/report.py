"""Writes the check report beside the workbook: what was made, what is queried, and counts set against the measures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from onechild.knowledge.formats.annex_a.checks.model import Kind, Measured, Query
from onechild.knowledge.formats.annex_a.writing.model import Annex
from onechild.knowledge.formats.annex_a.writing.workbook import write_privately

HOLDS = (
    "Children’s ids, dates of birth, what happened to them and when; placement postcodes; the names of workers. No "
    "child’s name, and no address of a family. Encrypt it before it leaves this machine."
)
Lines = Sequence[Sequence[object]]


def write_report(annex: Annex, found: Sequence[Query], measured: Sequence[Measured], path: Path) -> None:
    """This function will write the report as a workbook of three sheets, for its owner's eyes only."""

    def fill(book: xlsxwriter.Workbook) -> None:
        _sheet(book, "About", (34, 70), _about(annex, found))
        head = ("What is the matter", "List", "Row", "Child or adopter", "Column", "In words")
        rows = [(one.kind, one.sheet, one.row, one.who, one.column, one.words) for one in found]
        _sheet(book, "Queries", (22, 9, 7, 18, 44, 60), [head, *rows])
        _sheet(book, "Against the measures", (9, 40, 10, 40, 10, 60), _measured(measured))

    write_privately(path, fill)


def counts(found: Sequence[Query]) -> dict[int, dict[Kind, int]]:
    """This function will count the queries of each list by kind."""
    each = Counter((one.list, one.kind) for one in found)
    return {number: {kind: each[number, kind] for kind in Kind} for number in range(1, 12)}


def _about(annex: Annex, found: Sequence[Query]) -> Lines:
    each = Counter(one.list for one in found)
    lists = [
        (f"List {number}, {made.layout.title}", f"{len(made):,} rows, {each[number]:,} queries. {made.layout.scope}")
        for number, made in annex.lists.items()
    ]
    left = [("Left out", words) for words in annex.left_out]
    return [
        ("Annex A", f"As at the end of {annex.as_at:%-d %B %Y}. {annex.council_name}".strip()),
        ("What the workbook holds", HOLDS),
        *lists,
        *left,
    ]


def _measured(measured: Sequence[Measured]) -> Lines:
    head = ("List", "What", "The list", "The measure", "It counts", "Why they may differ")
    rows = [
        (f"List {one.list}", one.what, one.listed, one.measure, one.measured, "" if one.agrees else one.why)
        for one in measured
    ]
    return [head, *rows]


def _sheet(book: xlsxwriter.Workbook, name: str, widths: Sequence[int], lines: Lines) -> None:
    sheet, wrap = book.add_worksheet(name), book.add_format({"text_wrap": True, "valign": "top"})
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for number, line in enumerate(lines):
        sheet.write_row(number, 0, line, wrap)
