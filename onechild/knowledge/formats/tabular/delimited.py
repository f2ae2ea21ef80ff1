"""Reads a file of separated values as text; refuses clearly what is broken or not in the encoding it claims."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from onechild.errors import CannotProceed

_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SEPARATORS = (",", "|", "\t", ";")
# A free-text cell may be long; a megabyte is an unclosed quotation mark.
_LONGEST_CELL = 1_000_000


@dataclass(frozen=True)
class Broken:
    """A row whose number of cells is not that of the headings."""

    line: int
    cells: tuple[str, ...]
    reason: str


@dataclass
class Delimited:
    """A file read: its headings, a column of text for each, the line each row stands on, and the broken rows."""

    headings: list[str]
    columns: list[pa.Array]
    lines: list[int]
    broken: list[Broken] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def headings_in(head: bytes) -> list[str]:
    """This function will return the headings that a file's first bytes hold, or none where they are no such thing."""
    for mark, encoding in _OTHER_ENCODINGS.items():
        if head.startswith(mark):  # so that reading it can say what is wrong
            return _first_line(head.decode(encoding, errors="replace").removeprefix("\ufeff"))
    return [] if b"\0" in head else _first_line(head.removeprefix(codecs.BOM_UTF8).decode(errors="replace"))


def read_delimited(path: Path, *, name: str) -> Delimited:
    """This function will read a file of values separated by commas, bars, tabs or semicolons, headings first.

    UTF-8 is expected, with or without a mark; a file in Windows-1252 is read with a warning. Blank lines are passed
    over. Raises CannotProceed for another encoding, bytes of two encodings, or a quotation mark that is never closed.
    """
    text, warnings = _decoded(path.read_bytes(), name)
    separator = _separator(text)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Sequence[str]] = []
    lines: list[int] = []
    broken: list[Broken] = []
    headings: list[str] = []
    try:
        for row in reader:
            if not any(row):
                continue
            if not headings:
                headings = _trimmed(row)
            elif len(row) >= len(headings) and not any(row[len(headings) :]):
                rows.append(row[: len(headings)])
                lines.append(reader.line_num)
            else:
                reason = f"has {len(row)} cells, and the headings are {len(headings)}"
                broken.append(Broken(reader.line_num, tuple(row), reason))
    except csv.Error as fault:
        raise CannotProceed(f"{name}, line {reader.line_num}: the quotation marks don't pair up ({fault})") from None
    columns = [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]
    return Delimited(headings, columns or [pa.array([], pa.string()) for _ in headings], lines, broken, warnings)


def _decoded(content: bytes, name: str) -> tuple[str, list[str]]:
    for mark, encoding in _OTHER_ENCODINGS.items():
        if content.startswith(mark):
            raise CannotProceed(f"{name} is in {encoding}; save it as CSV in UTF-8")
    if b"\0" in content:
        raise CannotProceed(f"{name} is not text: it holds zero bytes")
    marked = content.startswith(codecs.BOM_UTF8)
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode("utf-8"), []
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        if marked or not content[: fault.start].isascii() or fault.end >= len(content):
            raise CannotProceed(f"{name}, line {line}: the bytes are not UTF-8, which the file claims to be") from None
    try:
        return content.decode("cp1252"), [f"{name} is not in UTF-8: it was read as Windows-1252 (line {line})"]
    except UnicodeDecodeError:
        raise CannotProceed(f"{name}, line {line}: the bytes are neither UTF-8 nor Windows-1252") from None


def _separator(text: str) -> str:
    first = text.lstrip("\r\n").split("\n", 1)[0]
    return max(_SEPARATORS, key=first.count)


def _first_line(text: str) -> list[str]:
    line = text.lstrip("\r\n").splitlines()[:1]
    return _cells(line[0]) if line else []


def _cells(line: str) -> list[str]:
    try:
        return _trimmed(next(csv.reader([line], delimiter=_separator(line)), []))
    except csv.Error:
        return []


def _trimmed(row: Sequence[str]) -> list[str]:
    """The headings without the empty ones that a spreadsheet leaves at the end."""
    headings = [cell.strip() for cell in row]
    while headings and not headings[-1]:
        headings.pop()
    return headings
