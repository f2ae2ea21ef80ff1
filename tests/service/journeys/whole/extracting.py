"""The contract’s views of the record as a test’s transaction sees them, and an extract of some children from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection
from psycopg import sql

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import About, Extract, write_extract


class Contract:
    """The contract's views, as this transaction sees them: an extract is a copy of them (test_extract_of_record)."""

    def table(self, name: str) -> pa.Table:
        """The rows of one."""
        schema = TABLES[name].schema
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("SELECT {} FROM contract.{}").format(
                sql.SQL(", ").join(map(sql.Identifier, schema.names)), sql.Identifier(name)
            ))  # fmt: skip
            rows = [dict(zip(schema.names, row, strict=True)) for row in cursor.fetchall()]
        return pa.Table.from_pylist(rows, schema=schema)


def extract_of(place: Path, ids: list[str]) -> Extract:
    """An extract of these children alone, as `onechild extract --record` would write it."""
    tables = {name: Contract().table(name) for name in TABLES}
    theirs = {
        name: table.filter(pc.is_in(table.column("child_id"), pa.array(ids)))
        if "child_id" in table.column_names
        else table
        for name, table in tables.items()
    }
    about = About(council="999", council_name="Hatterton", known_at=date(2026, 11, 20), invented=True)
    return write_extract(place / "extract", theirs, about=about)
