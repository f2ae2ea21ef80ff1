"""Puts an extract into the test database, the way a load does."""

from __future__ import annotations

import io

import pyarrow as pa
import pyarrow.csv
from django.db import connection
from psycopg import sql

from onechild.knowledge.tables.extract import Extract
from onechild.service.record.actions.change_sets import change_set


def load_for_tests(extract: Extract) -> None:
    """Load every table of the extract as rows of one source, and work out the obligations."""
    from onechild.service.record.models import SourceSystem

    origin = SourceSystem.objects.create(code="hatterton", name="Hatterton's case system", prefix="")
    with change_set(by="test data", kind="load", words="Little Hatterton"), connection.cursor() as cursor:
        first = ["children"]
        for name in [*first, *(name for name in extract.rows if name not in first)]:
            rows = extract.table(name)
            rows = rows.append_column("origin_id", pa.array([origin.source_system_id] * rows.num_rows, pa.int16()))
            if name == "children":
                rows = rows.append_column("la_child_id", rows["child_id"])
            columns = [sql.Identifier(column) for column in rows.column_names]
            lines = io.BytesIO()
            pyarrow.csv.write_csv(rows, lines, pyarrow.csv.WriteOptions(include_header=False))
            copy = sql.SQL("COPY {} ({}) FROM STDIN (FORMAT csv)").format(
                sql.Identifier(name), sql.SQL(", ").join(columns)
            )
            with cursor.copy(copy) as target:
                target.write(lines.getvalue())
