"""Reads the raw cells of a sheet by the types of the columns they go to, and puts aside what can't be read."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.converting import PART, REFUSED, WHOLE, tally
from onechild.knowledge.formats.distinct import ReadColumn, read_distinct, reader_of
from onechild.knowledge.formats.model import FileCount, Finding
from onechild.knowledge.formats.tabular.layout import Field, Part, TeamOf, Worked, WorkerOf, fields_of
from onechild.knowledge.formats.values import ANY_FORM, as_text
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import ARROW, Column, Kind

LIST = pa.list_(pa.string())


@dataclass(frozen=True)
class Sheet:
    """The raw cells of one part of one file: field name to cells, and the line that each row stands on.

    `where` says what the lines are of: "line", or a sheet's name and "row".
    """

    part: Part
    file: str
    cells: Mapping[str, pa.Array]
    where: str
    lines: Sequence[int]

    def place(self, row: int) -> str:
        """Where a row stands, in words."""
        return f"{self.where} {self.lines[row]}"


@dataclass
class Typed:
    """A sheet read: a column for each field and `place`, a row for each row that was not refused."""

    part: Part
    file: str
    frame: pl.DataFrame
    quarantine: list[dict[str, object]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_sheet(
    sheet: Sheet, *, source: str, count: FileCount, on: date | None = None, forms: tuple[str, ...] = ANY_FORM
) -> Typed:
    """This function will read every cell, add the rows to `count`, and return the rows kept.

    `on` is the day on which codes must be valid; `forms` are the ways a date may be written.
    """
    rows = len(sheet.lines)
    read = {one.name: _read(sheet, one, rows, on=on, forms=forms) for one in sheet.part.fields}
    refused, part = _faults(sheet, read, rows)
    verdicts = pc.if_else(refused, _verdict(REFUSED), pc.if_else(part, _verdict(PART), _verdict(WHOLE)))
    tally(count, verdicts)
    lines = pl.Series("place", sheet.lines, dtype=pl.Int64).cast(pl.String)
    columns = [_series(name, one.values) for name, one in read.items()]
    frame = lines.to_frame().select((pl.lit(f"{sheet.where} ") + pl.col("place")).alias("place")).with_columns(columns)
    typed = Typed(sheet.part, sheet.file, frame.filter(~_series("refused", refused)))
    _put_aside(typed, sheet, read, refused, source=source, count=count)
    return typed


def _faults(sheet: Sheet, read: Mapping[str, ReadColumn], rows: int) -> tuple[pa.Array, pa.Array]:
    refused = part = pa.repeat(pa.scalar(False), rows)
    for one in sheet.part.fields:
        if (bad := read[one.name].bad) is not None:
            part = pc.or_(part, bad)
        if one.required:
            refused = pc.or_(refused, pc.is_null(read[one.name].values))
    return refused, part


def _read(sheet: Sheet, one: Field, rows: int, *, on: date | None, forms: tuple[str, ...]) -> ReadColumn:
    column = None if one.kind else _target(sheet.part, one)
    kind = one.kind or (column.kind if column else Kind.TEXT)
    text = as_text(sheet.cells[one.name]) if one.name in sheet.cells else pa.nulls(rows, pa.string())
    reader = one.reader or reader_of(kind, codes=column.codes if column else None, on=on, forms=forms)
    found = read_distinct(text, reader, LIST if one.many else ARROW[kind])
    return _without_headings(found, one) if one.required and reader is None else found


def _without_headings(found: ReadColumn, one: Field) -> ReadColumn:
    """The headings said again further down, or a line ruled under them, are no row: a column of keys refuses them."""
    plain = pc.utf8_lower(found.text)
    ruled = pc.equal(pc.utf8_trim(plain, "-"), "")
    headings = pa.array([name.casefold() for name in (one.name, one.column, *one.also)], pa.string())
    bad = pc.fill_null(pc.or_(ruled, pc.is_in(plain, value_set=headings)), False)
    if not pc.any(bad).as_py():
        return found
    why = dict.fromkeys(found.text.filter(bad).to_pylist(), "belongs to the headings and is no row")
    return ReadColumn(pc.if_else(bad, None, found.text), found.text, bad, why)


def _target(part: Part, one: Field) -> Column | None:
    """The first standard column that takes the field as it is; a name that is made into a key is text."""
    for gives in part.gives:
        for to, source in gives.columns.items():
            if one.name in fields_of(source) and not isinstance(source, TeamOf | WorkerOf | Worked):
                return TABLES[gives.table][to]
            if isinstance(source, TeamOf | WorkerOf) and source.field == one.name:
                return None
    return None


def _put_aside(
    typed: Typed, sheet: Sheet, read: Mapping[str, ReadColumn], refused: pa.Array, *, source: str, count: FileCount
) -> None:
    for one in sheet.part.fields:
        found = read[one.name]
        wrong = pc.is_null(found.values) if one.required else found.bad
        for row in (index.as_py() for index in (() if wrong is None else pc.indices_nonzero(wrong))):
            value = found.text[row].as_py()
            count.values_refused += value is not None
            whole = refused[row].as_py()
            typed.quarantine.append(
                {
                    "file": sheet.file,
                    "place": sheet.place(row),
                    "line": sheet.lines[row],
                    "table_name": _table(sheet.part, one),
                    "column_name": one.column,
                    "value": value,
                    "reason": found.why.get(value, one.lacking) if value is not None else one.lacking,
                    "row_refused": whole,
                    "row_values": _as_it_stood(sheet.part, read, row) if whole else None,
                    "source": source,
                    "source_row": f"{sheet.file} {sheet.place(row)}",
                }
            )
        typed.findings += found.told(_table(sheet.part, one), f"{sheet.file}, {one.column}")


def _table(part: Part, one: Field) -> str:
    return next((gives.table for gives in part.gives if one.name in gives.columns.values()), part.main)


def _as_it_stood(part: Part, read: Mapping[str, ReadColumn], row: int) -> str:
    cells = {one.column: read[one.name].text[row].as_py() for one in part.fields}
    return json.dumps({name: cell for name, cell in cells.items() if cell is not None}, ensure_ascii=False)


def _series(name: str, values: pa.Array) -> pl.Series:
    made = pl.from_arrow(values)
    assert isinstance(made, pl.Series)  # noqa: S101 - an array makes a series; from_arrow's type says either
    return made.alias(name)


def _verdict(verdict: int) -> pa.Scalar:
    return pa.scalar(verdict, pa.uint8())
