"""Loads an extract into an empty record in one transaction, until `exchange` does it."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.csv
from django.db import connection
from psycopg import sql

from onechild.knowledge.tables.extract import Extract
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Child, SourceSystem

FIRST = ("children",)


def load_first(extract: Extract) -> None:
    """Load every table of the extract as rows of one source; where children are there already, nothing is done."""
    if Child.every.exists():
        return
    origin, _ = SourceSystem.objects.get_or_create(
        code="hatterton", defaults={"name": "Hatterton's case system", "prefix": ""}
    )
    with change_set(by="demonstration", kind="load", words="Hatterton, an invented council"):
        for name in (*FIRST, *(name for name in extract.rows if name not in FIRST)):
            _copy(name, extract.table(name), origin.source_system_id)


def _copy(name: str, rows: pa.Table, origin: int) -> None:
    rows = rows.append_column("origin_id", pa.array([origin] * rows.num_rows, pa.int16()))
    if name == "children":
        rows = rows.append_column("la_child_id", rows["child_id"])
    columns = sql.SQL(", ").join(map(sql.Identifier, rows.column_names))
    copy = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(sql.Identifier(name), columns)
    with connection.cursor() as cursor, cursor.copy(copy) as target:
        for batch in rows.to_batches(max_chunksize=20_000):
            lines = io.BytesIO()
            pyarrow.csv.write_csv(pa.Table.from_batches([batch]), lines, pyarrow.csv.WriteOptions(include_header=False))
            target.write(lines.getvalue())
