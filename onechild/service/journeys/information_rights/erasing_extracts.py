"""Writes an extract again without some children: what an erasure must reach."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract, read_extract, write_extract
from onechild.knowledge.tables.model import Table

CHUNK = 200_000


def write_without(folder: Path, child_ids: Collection[str]) -> Extract:
    """Replace the extract in the folder by one without these children, all or nothing; its fingerprint changes.

    Rows of a child go; a row of somebody else that only names the child stays, without the name. This function will
    raise what `read_extract` and `write_extract` raise, and leave the extract as it was.
    """
    extract = read_extract(folder)
    tables = {name: _kept(extract, TABLES[name], child_ids) for name in extract.rows}
    return write_extract(folder, tables, about=extract.about)


def _kept(extract: Extract, table: Table, child_ids: Collection[str]) -> Iterator[pa.Table]:
    gone = pa.array(sorted(child_ids), pa.string())
    path = extract.path(table.name)
    if path is None:
        return
    for batch in pq.ParquetFile(path).iter_batches(batch_size=CHUNK):
        yield _without(pa.Table.from_batches([batch]), table, gone)


def _without(rows: pa.Table, table: Table, gone: pa.Array) -> pa.Table:
    for column in table.columns:
        if column.name == "child_id":
            rows = rows.filter(pc.fill_null(pc.invert(pc.is_in(rows["child_id"], gone)), True))
        elif column.refers == "children":
            blank = pc.if_else(pc.is_in(rows[column.name], gone), pa.scalar(None, pa.string()), rows[column.name])
            rows = rows.set_column(rows.schema.get_field_index(column.name), rows.schema.field(column.name), blank)
    if table.name == "quarantine":
        named = pc.match_substring_regex(rows["row_values"], "|".join(map(_plain, gone.to_pylist())) or "$^")
        rows = rows.filter(pc.fill_null(pc.invert(named), True))
    return rows


def _plain(text: str) -> str:
    return "".join(letter if letter.isalnum() else f"\\{letter}" for letter in text)
