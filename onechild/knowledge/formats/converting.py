"""Turns columns of raw text into rows of a standard table; what can't be read is put aside, and every row is counted.

How to use it, for any format:

    found = convert(
        table="referrals",
        columns={"child_id": Cells(ids, "LAchildID"), "started_on": Cells(days, "CINreferralDate", forms=(ISO,))},
        fixed={"no_further_action": False},        # the same for every row; optional
        file="census.xml", source="cin_census",    # as FileCount.file and FORMAT.NAME
        places=places,                             # text a row: "line 7", "Episodes row 12", "Child[3]/CINdetails[1]"
        on=date(2026, 3, 31),                      # the day on which codes must be valid
    )
    found.rows        a conforming pa.Table of the rows kept (key made by keys.natural_keys unless `columns` has it)
    found.keys        the key of every RAW row, null where refused: `parent.keys.take(index)` links rows to it
    found.verdicts    WHOLE, PART or REFUSED of every RAW row; `tally(count, verdicts)` adds them to a FileCount
    found.kept        the raw row number of each row of `rows`
    found.quarantine  rows of the table `quarantine` without their id; found.values_refused counts the unreadable values
    found.findings    codes read with a note (`old_code`), one for each value and column

A raw row refused by its main table is refused; where one raw row makes rows of several tables, `worst(...)` joins the
verdicts. A row whose required column (key and child_id included) is empty or unreadable is refused whole, its cells
kept as JSON; any other bad value becomes null and the row is a part.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.distinct import ReadColumn, read_distinct, reader_of
from onechild.knowledge.formats.keys import natural_keys
from onechild.knowledge.formats.model import FileCount, Finding
from onechild.knowledge.formats.values import ANY_FORM, Reader, as_text
from onechild.knowledge.tables.conform import conform
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Column, Table

WHOLE, PART, REFUSED = 0, 1, 2


@dataclass(frozen=True)
class Cells:
    """The raw cells of one source column, meant for one standard column.

    `values` is text, or anything `values.as_text` takes (Excel's dates, numbers and truths too); an Arrow array that
    already has the standard column's type and is no text passes as it is. `named` is the source's own name of the
    column. `read_by` names another code list that maps to the column's (annexa_…); `reads` replaces the reader, and
    `lacking` says why an empty cell that the table requires is a fault.
    """

    values: pa.Array | pa.ChunkedArray | Iterable[object]
    named: str = ""
    forms: tuple[str, ...] = ANY_FORM
    read_by: str | None = None
    reads: Reader | None = None
    lacking: str = "is empty"


@dataclass
class Converted:
    """What became of the raw rows; see the module's docstring."""

    table: str
    rows: pa.Table
    keys: pa.Array
    verdicts: pa.Array
    kept: pa.Array
    quarantine: list[dict[str, object]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    values_refused: int = 0


def convert(
    *,
    table: str,
    columns: Mapping[str, Cells],
    file: str,
    source: str,
    places: pa.Array | pa.ChunkedArray | Iterable[str],
    on: date | None = None,
    fixed: Mapping[str, object] | None = None,
    lines: pa.Array | Iterable[int] | None = None,
    places_name_file: bool = False,
) -> Converted:
    """Convert raw cells to a standard table; the cost grows with distinct values, not with cells, save for text.

    `lines` are line numbers for the quarantine, where the file has lines. Where `places_name_file`, each place begins
    with the file's name and a space already, which saves a large file a second set of long texts. This function will
    raise KeyError for a column that the standard table has not.
    """
    contract = TABLES[table]
    places = places if isinstance(places, pa.Array | pa.ChunkedArray) else pa.array(places, pa.string())
    places = places.combine_chunks() if isinstance(places, pa.ChunkedArray) else places
    count = len(places)
    read = {name: _read(contract[name], cells, count, on) for name, cells in columns.items()}
    refused = _refused(contract, read, fixed or {}, count)
    kept = pc.indices_nonzero(pc.invert(refused))
    located = places if places_name_file else pc.binary_join_element_wise(pa.scalar(file), places, " ")
    rows = _rows(contract, read, fixed or {}, kept, source=source, located=located)
    verdicts = _verdicts(read, refused, count)
    found = Converted(table, rows, _keys(contract, rows, refused), verdicts, kept)
    _put_aside(found, contract, columns, read, refused, located, lines, file=file, source=source)
    return found


def tally(count: FileCount, verdicts: pa.Array) -> None:
    """Add a verdict for each row to the counts of a file."""
    found = {item["values"]: item["counts"] for item in pc.value_counts(verdicts).to_pylist()}
    count.rows += len(verdicts)
    count.whole += found.get(WHOLE, 0)
    count.part += found.get(PART, 0)
    count.refused += found.get(REFUSED, 0)


def worst(main: pa.Array, *others: pa.Array) -> pa.Array:
    """Join the verdicts of one raw row in several tables: refused by the main, refused; any other fault, PART."""
    joined = main
    for other in others:
        joined = pc.max_element_wise(joined, pc.min_element_wise(other, pa.scalar(PART, pa.uint8())))
    return joined


def _read(column: Column, cells: Cells, count: int, on: date | None) -> ReadColumn:
    values = cells.values
    arrow = column.arrow.type
    if isinstance(values, pa.Array | pa.ChunkedArray) and values.type == arrow and not pa.types.is_string(arrow):
        typed = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
        return ReadColumn(typed, typed)
    text = as_text(values)
    if len(text) != count:
        raise ValueError(f"{column.name}: {len(text)} cells for {count} rows")
    reader = cells.reads or reader_of(column.kind, codes=column.codes, read_by=cells.read_by, on=on, forms=cells.forms)
    return read_distinct(text, reader, arrow)


def _refused(contract: Table, read: Mapping[str, ReadColumn], fixed: Mapping[str, object], count: int) -> pa.Array:
    refused = pa.repeat(pa.scalar(False), count)
    for column in contract.columns:
        if column.required and column.name in read:
            refused = pc.or_(refused, pc.is_null(read[column.name].values))
        elif column.required and column.name not in fixed and column.name != contract.key:
            return pa.repeat(pa.scalar(True), count)
    return refused


def _rows(
    contract: Table,
    read: Mapping[str, ReadColumn],
    fixed: Mapping[str, object],
    kept: pa.Array,
    *,
    source: str,
    located: pa.Array,
) -> pa.Table:
    every = len(kept) == len(located)
    arrays = {name: one.values if every else one.values.take(kept) for name, one in read.items()}
    for name, value in fixed.items():
        arrays[name] = pa.repeat(pa.scalar(value, contract[name].arrow.type), len(kept))
    arrays.setdefault("source", pa.repeat(pa.scalar(source), len(kept)))
    arrays.setdefault("source_row", located if every else located.take(kept))
    if contract.key not in arrays:
        arrays[contract.key] = natural_keys(contract.name, pa.table(arrays))
    return conform(contract.name, pa.table(arrays))


def _keys(contract: Table, rows: pa.Table, refused: pa.Array) -> pa.Array:
    keys = rows.column(contract.key).combine_chunks()
    if len(keys) == len(refused):
        return keys
    return pc.replace_with_mask(pa.nulls(len(refused), pa.string()), pc.invert(refused), keys)


def _verdicts(read: Mapping[str, ReadColumn], refused: pa.Array, count: int) -> pa.Array:
    part = pa.repeat(pa.scalar(False), count)
    for one in read.values():
        if one.bad is not None:
            part = pc.or_(part, one.bad)
    numbers = [pa.scalar(verdict, pa.uint8()) for verdict in (WHOLE, PART, REFUSED)]
    return pc.if_else(refused, numbers[REFUSED], pc.if_else(part, numbers[PART], numbers[WHOLE]))


def _put_aside(
    found: Converted,
    contract: Table,
    columns: Mapping[str, Cells],
    read: Mapping[str, ReadColumn],
    refused: pa.Array,
    located: pa.Array,
    lines: pa.Array | Iterable[int] | None,
    *,
    file: str,
    source: str,
) -> None:
    """Write quarantine rows for every value refused and every required cell left empty, and findings for the notes."""
    numbers = lines if isinstance(lines, pa.Array) or lines is None else pa.array(lines, pa.int64())
    named = {name: cells.named or name for name, cells in columns.items()}
    for name, one in read.items():
        must, lacking = contract[name].required, columns[name].lacking
        wrong = pc.indices_nonzero(pc.is_null(one.values) if must else one.bad) if must or one.bad is not None else ()
        for row in (index.as_py() for index in wrong):
            value = one.text[row].as_py()
            whole = refused[row].as_py()
            found.values_refused += value is not None
            found.quarantine.append(
                {
                    "file": file,
                    "place": located[row].as_py().removeprefix(f"{file} "),
                    "line": numbers[row].as_py() if numbers is not None else None,
                    "table_name": contract.name,
                    "column_name": named[name],
                    "value": value,
                    "reason": one.why.get(value, lacking) if value is not None else lacking,
                    "row_refused": whole,
                    "row_values": _as_it_stood(read, named, row) if whole else None,
                    "source": source,
                    "source_row": located[row].as_py(),
                }
            )
        found.findings += one.told(contract.name, named[name])


def _as_it_stood(read: Mapping[str, ReadColumn], named: Mapping[str, str], row: int) -> str:
    cells = {named[name]: one.text[row].as_py() for name, one in read.items()}
    return json.dumps(cells, ensure_ascii=False, default=str)


__all__ = ["PART", "REFUSED", "WHOLE", "Cells", "Converted", "convert", "tally", "worst"]
