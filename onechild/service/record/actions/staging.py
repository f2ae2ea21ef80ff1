"""Puts a table of an extract into the temporary table that a load merges from, by COPY, with the source's prefix."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet as pq
from psycopg import sql

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Table

ROWS_AT_A_TIME = 50_000
WITHOUT_HEADER = pyarrow.csv.WriteOptions(include_header=False)
# Keys of rows that the contract does not name the table of.
ALSO_KEYS = frozenset(
    {
        ("family_members", "family_id"),
        ("outcomes", "outcome_of_id"),
        ("conferences", "meeting_id"),
        ("visits", "plan_id"),
        ("permanence_cases", "adoptive_family_id"),
        ("pre_proceedings", "family_id"),
        ("proceedings", "family_id"),
        ("adopters", "adoptive_family_id"),
        ("directions", "given_in_id"),
        ("steps_taken", "about_id"),
        ("findings", "row_id"),
        ("findings", "other_row_id"),
    }
)


def key_columns(table: Table) -> list[str]:
    """This function will return the columns that hold keys of the source: the row's own, and those it refers by."""
    return [
        column.name
        for column in table.columns
        if column.name == table.key or column.refers or (table.name, column.name) in ALSO_KEYS
    ]


def stage(cursor: Any, name: str, path: Path | None, *, prefix: str) -> Iterator[int]:
    """Make the temporary table and fill it from a Parquet file (None: no rows), giving the rows done on the way."""
    table = TABLES[name]
    cursor.callproc("record_load_stage", [name, list(table.names)])
    if path is None:
        return
    columns = sql.SQL(", ").join(map(sql.Identifier, table.names))
    copy = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(sql.Identifier("pg_temp", f"stage_{name}"), columns)
    done = 0
    with pq.ParquetFile(path) as file, cursor.copy(copy) as target:
        for rows in file.iter_batches(ROWS_AT_A_TIME, columns=list(table.names)):
            lines = io.BytesIO()  # strings in quotes and nulls without, so that an empty text stays one
            pyarrow.csv.write_csv(_prefixed(table, rows, prefix), lines, WITHOUT_HEADER)
            target.write(lines.getbuffer())
            done += rows.num_rows
            yield done


def _prefixed(table: Table, rows: pa.RecordBatch, prefix: str) -> pa.RecordBatch:
    if not prefix:
        return rows
    for column in key_columns(table):
        position = rows.schema.get_field_index(column)
        joined = pc.binary_join_element_wise(pa.scalar(prefix), rows.column(position), "")
        rows = rows.set_column(position, rows.schema.field(position), joined)
    return rows
