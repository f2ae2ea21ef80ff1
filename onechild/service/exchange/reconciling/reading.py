"""Reads another system's list: CSV or XLSX with a header row, a child's id and perhaps a column of yes and no."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onechild.errors import CannotProceed

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 200_000
YES = frozenset({"yes", "y", "true", "1", "x", "open", "current"})
NO = frozenset({"no", "n", "false", "0", "", "-", "closed", "none"})


@dataclass(frozen=True)
class TheirList:
    """The ids that the list counts and those that it names and does not count; repeats, and what was no yes or no."""

    counted: frozenset[str]
    named: frozenset[str]
    twice: int = 0
    unclear: int = 0


def read_list(content: bytes, *, id_column: str = "", yes_column: str = "") -> TheirList:
    """This function will return a list by its headings. Raises CannotProceed, in words for whoever sent it."""
    if len(content) > MOST_BYTES:
        raise CannotProceed("this list is larger than 20 MB")
    rows = _rows(content)
    if len(rows) < 2:
        raise CannotProceed("the list needs a header row and at least one child")
    if len(rows) > MOST_ROWS:
        raise CannotProceed(f"the list has more than {MOST_ROWS:,} rows")
    heading = [str(cell).strip() for cell in rows[0]]
    at = _place(heading, id_column) if id_column else 0
    yes_at = _place(heading, yes_column) if yes_column else None
    counted: set[str] = set()
    named: set[str] = set()
    twice = unclear = 0
    for row in rows[1:]:
        child = str(row[at]).strip() if at < len(row) else ""
        if not child:
            continue
        twice += child in named
        named.add(child)
        said = str(row[yes_at]).strip().casefold() if yes_at is not None and yes_at < len(row) else "yes"
        if said in YES:
            counted.add(child)
        elif said not in NO:
            unclear += 1
    if unclear:
        raise CannotProceed(f"{unclear} cells of {yes_column} say neither yes nor no: put that right and send it again")
    if not named:
        raise CannotProceed("there is no id in the list")
    return TheirList(frozenset(counted), frozenset(named), twice)


def _place(heading: Sequence[str], name: str) -> int:
    lowered = [one.casefold() for one in heading]
    if name.strip().casefold() not in lowered:
        raise CannotProceed(f"there is no column {name}: the headings are {', '.join(one for one in heading if one)}")
    return lowered.index(name.strip().casefold())


def _rows(content: bytes) -> list[list[Any]]:
    if zipfile.is_zipfile(io.BytesIO(content)):
        from python_calamine import CalamineError, CalamineWorkbook

        try:
            cells = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
        except (CalamineError, OSError, ValueError):
            raise CannotProceed("this workbook can't be opened") from None
        return [[_cell(cell) for cell in row] for row in cells if any(cell != "" for cell in row)]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise CannotProceed("this is neither CSV nor XLSX")
    try:
        dialect: Any = csv.Sniffer().sniff(text[:5000], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        return [row for row in csv.reader(io.StringIO(text), dialect) if any(cell.strip() for cell in row)]
    except csv.Error:
        raise CannotProceed("this CSV can't be read: a quote that is opened is never closed") from None


def _cell(cell: Any) -> str:
    """A cell as people see it: a workbook keeps whole numbers as fractions."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
