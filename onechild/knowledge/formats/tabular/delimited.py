"""Reads a file of separated values as text; refuses clearly what is broken or not in the encoding it claims."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pyarrow as pa

from onechild.errors import CannotProceed
from onechild.knowledge.formats.wording import counted

_OTHER_ENCODINGS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_SEPARATORS = (",", "|", "\t", ";")
# The line by which Excel tells itself what separates the values, and the mark by which DOS ended a file.
_SAYS_SEPARATOR = re.compile(r"^[\r\n]*\"?sep=.\"?[,;|\t]*\r?\n", re.IGNORECASE)
_END_OF_FILE = "\x1a"
# A free-text cell may be long; a megabyte is an unclosed quotation mark.
_LONGEST_CELL = 1_000_000
_CHUNK = 50_000


class Reader(Protocol):
    """What csv.reader makes: rows, and the line it stands on."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]:
        """The rows, one by one."""
        ...


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
    text = text.rstrip(_END_OF_FILE)
    said = _SAYS_SEPARATOR.match(text)
    table = text[said.end() :] if said else text
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(table, newline=""), delimiter=_separator(table), strict=True)
    try:
        found = _rows(reader, above=said[0].count("\n") if said else 0)
    except csv.Error as fault:
        raise CannotProceed(f"{name}, line {reader.line_num}: the quotation marks don't pair up ({fault})") from None
    found.warnings += warnings
    return found


def _rows(reader: Reader, *, above: int) -> Delimited:
    """The rows below the headings; `above` lines stood before what the reader was given."""
    headings = next((_trimmed(row) for row in reader if any(row)), [])
    width = len(headings)
    found = Delimited(headings, [], [])
    chunks: list[list[pa.Array]] = []
    rows: list[Sequence[str]] = []
    for row in reader:
        # A row without an empty first cell, of the right width, is the common case, and the quick one.
        if len(row) == width and (row[0].strip() or _any(row)):
            rows.append(row)
            found.lines.append(reader.line_num + above)
        elif len(row) > width and _any(row) and not _any(row[width:]):
            rows.append(row[:width])
            found.lines.append(reader.line_num + above)
        elif _any(row):
            reason = f"has {counted(len(row), 'cell')}, and the headings are {width}"
            found.broken.append(Broken(reader.line_num + above, tuple(row), reason))
        if len(rows) == _CHUNK:
            chunks.append(_columns(rows, width))
            rows = []
    chunks.append(_columns(rows, width))
    found.columns = [pa.concat_arrays(list(pieces)) for pieces in zip(*chunks, strict=True)]
    return found


def _any(row: Sequence[str]) -> bool:
    """Whether any cell holds more than spaces."""
    return any(map(str.strip, row))


def _columns(rows: Sequence[Sequence[str]], width: int) -> list[pa.Array]:
    if not rows:
        return [pa.array([], pa.string())] * width
    return [pa.array(column, pa.string()) for column in zip(*rows, strict=True)]


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
    line = _SAYS_SEPARATOR.sub("", text).lstrip("\r\n").splitlines()[:1]
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
