"""Tells the SSD's tables apart by their columns, and opens them as CSV or Parquet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from onechild.errors import CannotProceed
from onechild.knowledge.formats.model import Recognised
from onechild.knowledge.formats.ssd import in_care, people, protection, workforce
from onechild.knowledge.formats.tabular.delimited import Broken, headings_in, read_delimited
from onechild.knowledge.formats.tabular.headings import match
from onechild.knowledge.formats.tabular.layout import Field, Part
from onechild.knowledge.formats.values import as_text

CARRIED: tuple[Part, ...] = (*people.PARTS, *protection.PARTS, *in_care.PARTS, *workforce.PARTS)
PARTS: tuple[Part, ...] = (*CARRIED, *workforce.NOTHING_CARRIES)

PARQUET = b"PAR1"
_HELPER_COLUMN = Field("column", usual=False, not_carried="a helper table of one system's scripts")
# What the exports of databases write for nothing; never "Null", which is somebody's name.
_NULL = pa.array(["NULL", "null"])


@dataclass
class Raw:
    """A file of one SSD table: its cells by field, the line or row of each row, and what came with it."""

    part: Part
    name: str
    cells: dict[str, pa.Array]
    where: str
    lines: Sequence[int]
    broken: list[Broken] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    extra: dict[str, int] = field(default_factory=dict)


def part_of(path: Path, head: bytes) -> Part | None:
    """This function will return the SSD table that a file holds, told by its columns, or none."""
    headings = _parquet_headings(path) if head.startswith(PARQUET) else headings_in(head)
    plain = {heading.strip().casefold().strip('"[]') for heading in headings}
    ranked = [(sum(one.column in plain for one in part.fields), part) for part in PARTS]
    best, part = max(ranked, key=lambda one: one[0])
    # Two names suffice, as each carries its table's prefix; the tables of administration have plainer names.
    enough = 4 if part in workforce.NOTHING_CARRIES[-2:] else 2
    if best >= enough:
        return part
    helper = path.stem.casefold()
    return Part(helper, (_HELPER_COLUMN,)) if headings and helper in workforce.DEPLOYED_HELPERS else None


def open_table(file: Recognised) -> Raw:
    """This function will open a file of one SSD table; or raise CannotProceed where it is damaged or no such file."""
    with file.path.open("rb") as content:
        head = content.read(65_536)
    part = part_of(file.path, head)
    if part is None:
        raise CannotProceed(f"{file.name}: the columns are not those of any SSD table")
    if head.startswith(PARQUET):
        return _of_parquet(file, part)
    cells = read_delimited(file.path, name=file.name)
    raw = _raw(part, file.name, cells.headings, cells.columns)
    raw.where, raw.lines, raw.broken, raw.warnings = "line", cells.lines, cells.broken, cells.warnings
    return raw


def _of_parquet(file: Recognised, part: Part) -> Raw:
    try:
        rows = pq.read_table(file.path)
    except (pa.ArrowException, OSError):
        raise CannotProceed(f"{file.name} can't be read as Parquet: it is damaged") from None
    raw = _raw(part, file.name, rows.column_names, [_text(column) for column in rows.columns])
    raw.lines = range(1, rows.num_rows + 1)
    return raw


def _raw(part: Part, name: str, headings: Sequence[str], columns: Sequence[pa.Array]) -> Raw:
    found = match([heading.strip('"[]') for heading in headings], part.fields)
    cells = {one: _without_null(columns[column]) for one, column in found.columns.items()}
    extra = {headings[column]: _held(columns[column]) for column in found.extra}
    missing = [one.column for one in found.missing if one.usual]
    return Raw(part, name, cells, "row", (), missing=list(dict.fromkeys(missing)), extra=extra)


def _without_null(column: pa.Array) -> pa.Array:
    text = as_text(column)
    return pc.if_else(pc.is_in(text, value_set=_NULL), None, text)


def _held(column: pa.Array) -> int:
    text = _without_null(column)
    return int(pc.count(text).as_py())


def _text(column: pa.ChunkedArray) -> pa.Array:
    """A Parquet column as text; what has no text, such as a hash, as whether it is there."""
    whole = column.combine_chunks()
    try:
        return as_text(whole)
    except pa.ArrowNotImplementedError:
        return pc.if_else(pc.is_valid(whole), "there", None)


def _parquet_headings(path: Path) -> list[str]:
    try:
        return list(pq.read_schema(path).names)
    except (pa.ArrowException, OSError):
        raise CannotProceed(f"{path.name} can't be read as Parquet: it is damaged") from None
