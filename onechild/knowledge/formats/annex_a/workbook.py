"""Opens a workbook and finds the lists of Annex A in it by their headings, whatever its sheets are called."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from onechild.errors import CannotProceed
from onechild.knowledge.formats.annex_a import adoption, front_door, plans_and_care
from onechild.knowledge.formats.tabular.headings import Found, match, share
from onechild.knowledge.formats.tabular.layout import Part

PARTS: tuple[Part, ...] = (*front_door.PARTS, *plans_and_care.PARTS, *adoption.PARTS)

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_BYTES = 500_000_000
_MOST_CELLS = 10_000_000
_BLOCK = 2**20
# A cell that holds something, with its column and its row: <c r="AB12" s="3"> and not <c r="AB12" s="3"/>.
_FILLED_CELL = re.compile(rb'<(?:\w+:)?c(?=\s)[^<>]*?\sr="([A-Z]{1,3})(\d{1,7})"[^<>]*(?<!/)>')
_HEADINGS_WITHIN = 30
_SHARED = frozenset(
    {
        "child",
        "sex",
        "ethnicity",
        "born",
        "expected",
        "age",
        "disabled",
        "team",
        "worker",
        "uasc",
        "adopter",
    }
)
_BLANK = frozenset({"", "n/a", "#n/a", "-", "--", "null"})


@dataclass
class ListSheet:
    """A sheet that holds a list: the rows that are not blank, each with its number in the sheet."""

    part: Part
    sheet: str
    headings: Sequence[object]
    found: Found
    rows: list[tuple[int, Sequence[object]]]


@dataclass
class Workbook:
    """A workbook: the lists found in it, and the other sheets that hold anything, with their rows."""

    name: str
    lists: list[ListSheet] = field(default_factory=list)
    others: list[tuple[str, int]] = field(default_factory=list)


def is_workbook(head: bytes) -> bool:
    """This function will say whether a file's first bytes are those of an Excel workbook, new or old."""
    return head.startswith((ZIP, OLE))


def open_workbook(path: Path, *, name: str) -> Workbook:
    """This function will open a workbook and find its lists; or raise CannotProceed where it can't be opened."""
    _refuse_bomb(path, name)
    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [(sheet, _rows(book, sheet, name)) for sheet in book.sheet_names]
    except (CalamineError, OSError, ValueError) as fault:
        raise CannotProceed(f"{name} can't be opened as a workbook: it is damaged or has a password") from fault
    found = Workbook(name)
    for title, rows in sheets:
        if sheet := _list_in(title, rows):
            found.lists.append(sheet)
        elif rows:
            found.others.append((title, len(rows)))
    found.lists.sort(key=lambda sheet: PARTS.index(sheet.part))
    return found


def is_blank(cell: object) -> bool:
    """This function will say whether a cell holds nothing, or one of the signs that people write for nothing."""
    return cell is None or (isinstance(cell, str) and cell.strip().casefold() in _BLANK)


def _refuse_bomb(path: Path, name: str) -> None:
    """A workbook is a zip: refuse one that unpacks to more than any Annex A could."""
    if not zipfile.is_zipfile(path):
        return
    try:
        with zipfile.ZipFile(path) as packed:
            unpacked = sum(item.file_size for item in packed.infolist())
            if unpacked > _MOST_BYTES:
                raise CannotProceed(f"{name} unpacks to {unpacked:,} bytes, more than any Annex A workbook")
            sheets = [item for item in packed.namelist() if item.startswith("xl/worksheets/") and item.endswith(".xml")]
            sizes = [_size(packed, sheet) for sheet in sheets]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise CannotProceed(f"{name} can't be opened as a workbook: it is damaged or has a password") from None
    for rows, columns in sizes:
        _refuse_large(rows, columns, name)


def _size(packed: zipfile.ZipFile, sheet: str) -> tuple[int, int]:
    """The last row and column of a sheet that hold anything, found without opening it.

    One cell filled by mistake in the last corner of a sheet would cost the reader half a terabyte.
    """
    rows, columns, rest = 0, b"", b""
    with packed.open(sheet) as content:
        while block := content.read(_BLOCK):
            text = rest + block
            whole = text.rfind(b"<")
            for found in _FILLED_CELL.finditer(text, 0, whole):
                rows = max(rows, int(found[2]))
                columns = max(columns, found[1], key=_column_order)
            rest = text[whole:] if whole >= 0 and len(text) - whole < _BLOCK else b""
    return rows, sum((letter - 64) * 26**place for place, letter in enumerate(reversed(columns)))


def _column_order(letters: bytes) -> tuple[int, bytes]:
    return len(letters), letters


def _refuse_large(rows: int, columns: int, name: str) -> None:
    if rows * columns > _MOST_CELLS:
        size = f"{rows:,} rows by {columns:,} columns"
        raise CannotProceed(
            f"{name} has a sheet of {size}, too large to be a list; clear what stands far below or beside the lists"
        )


def _rows(book: CalamineWorkbook, title: str, name: str) -> list[tuple[int, Sequence[object]]]:
    sheet = book.get_sheet_by_name(title)
    _refuse_large(sheet.height, sheet.width, name)
    first = (sheet.start or (0, 0))[0] + 1
    rows = enumerate(sheet.to_python(skip_empty_area=True), start=first)
    return [(number, row) for number, row in rows if not all(map(is_blank, row))]


def _list_in(name: str, rows: list[tuple[int, Sequence[object]]]) -> ListSheet | None:
    """The list whose own columns the headings name best; the sheet's name decides only between equals."""
    best: tuple[float, bool, int, Part, Found] | None = None
    for index, (_, row) in enumerate(rows[:_HEADINGS_WITHIN]):
        for part in PARTS:
            found = match(row, part.fields)
            fits = share(found, part, shared=_SHARED)
            rank = (fits, _named(name, part))
            enough = fits >= 0.5 or (rank[1] and fits > 0)
            if enough and (best is None or rank > best[:2]):
                best = (*rank, index, part, found)
    if best is None:
        return None
    _, _, index, part, found = best
    return ListSheet(part, name, rows[index][1], found, rows[index + 1 :])


def _named(sheet: str, part: Part) -> bool:
    number = re.search(r"(?<!\d)(\d{1,2})(?!\d)", sheet)
    return bool(number) and f"List {number[1]}" == part.name if number else False
