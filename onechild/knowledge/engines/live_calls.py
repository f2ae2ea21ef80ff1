"""Calls the functions of live.sql, and fills its law tables, through whatever cursor of psycopg the caller has."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.csv

Row = dict[str, Any]


def called(cursor: Any, function: str, child_ids: list[str] | None) -> list[Row]:
    """This function will return the rows of a function of the schema `clocks`, with None of all children."""
    cursor.execute(f"SELECT * FROM clocks.{function}(%s::text[])", [child_ids])  # noqa: S608  a name of our own
    return _rows(cursor)


def fingerprints(cursor: Any) -> dict[str, str]:
    """This function will return what the schema `clocks` was made from, by part; nothing where it is not there."""
    cursor.execute("SELECT to_regclass('clocks.made_from') IS NOT NULL")
    if not cursor.fetchone()[0]:
        return {}
    cursor.execute("SELECT part, fingerprint FROM clocks.made_from")
    return dict(cursor.fetchall())


def made_from(cursor: Any, parts: Mapping[str, str]) -> None:
    """Note what parts of the schema were made from."""
    for part, fingerprint in parts.items():
        cursor.execute(
            "INSERT INTO clocks.made_from VALUES (%s, %s) "
            "ON CONFLICT (part) DO UPDATE SET fingerprint = EXCLUDED.fingerprint",
            [part, fingerprint],
        )


def asked(cursor: Any) -> set[str]:
    """This function will return the keys of the clocks that are asked of every child."""
    cursor.execute("SELECT clock FROM clocks.law_clocks WHERE asked")
    return {row[0] for row in cursor.fetchall()}


def fill(cursor: Any, name: str, rows: pa.Table, *, without: Iterable[str] | None = None) -> None:
    """Put rows into a law table in place of all of it, or of the lengths `without` (the column `within`)."""
    if without is None:
        cursor.execute(f"DELETE FROM clocks.{name}")  # noqa: S608  a name of our own
    else:
        cursor.execute(f"DELETE FROM clocks.{name} WHERE within = ANY(%s)", [list(without)])  # noqa: S608
    lines = io.BytesIO()
    pyarrow.csv.write_csv(rows.combine_chunks(), lines, pyarrow.csv.WriteOptions(include_header=False))
    columns = ", ".join(rows.column_names)
    with cursor.copy(f"COPY clocks.{name} ({columns}) FROM STDIN (FORMAT csv)") as target:
        target.write(lines.getvalue())
    cursor.execute(f"ANALYZE clocks.{name}")


def _rows(cursor: Any) -> list[Row]:
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
