"""A record of plain tables for the live clocks: the contract's names and columns in the schema `contract`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pyarrow as pa

from onechild.knowledge.clocks import live
from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.engine import COLUMNS, MOMENTS
from onechild.knowledge.clocks.standards import read_standards
from onechild.knowledge.clocks.terms import read_terms
from onechild.knowledge.engines import duckdb
from onechild.knowledge.tables.contract import TABLES
from tests.spec.tables import arrow_tables

Rows = dict[str, list[dict[str, Any]]]
DATES = ("started_on", "due_on", "met_on", "ended_on")
TYPES = {
    pa.string(): "text",
    pa.date32(): "date",
    pa.int64(): "bigint",
    pa.float64(): "double precision",
    pa.bool_(): "boolean",
    pa.timestamp("us", tz="UTC"): "timestamptz",
}


def make(cursor: Any) -> None:
    """Make an empty record with the schema `clocks`, no law loaded."""
    make_tables(cursor)
    live.install(cursor)


def make_tables(cursor: Any) -> None:
    """Make an empty record that keeps no clocks."""
    cursor.execute("CREATE SCHEMA contract")
    for name, table in TABLES.items():
        columns = ", ".join(f'"{field.name}" {TYPES[field.type]}' for field in table.schema)
        cursor.execute(f'CREATE TABLE contract.{name} ({columns}, PRIMARY KEY ("{table.key}"))')
        if "child_id" in table.names and name != "children":
            cursor.execute(f"CREATE INDEX ON contract.{name} (child_id)")
    types = {**dict.fromkeys(DATES, "date"), **dict.fromkeys(MOMENTS, "timestamptz")}
    kept = ", ".join(f"{name} {types.get(name, 'text')}" for name in COLUMNS if name != "sequence")
    cursor.execute(
        f"CREATE TABLE public.obligations ({kept}, sequence bigint, "
        "PRIMARY KEY (subject_kind, subject_id, clock, spell_id, sequence))"
    )
    cursor.execute("CREATE INDEX ON public.obligations (child_id)")


def put(cursor: Any, rows: Rows) -> None:
    """Write rows down."""
    for name, of_table in rows.items():
        columns = TABLES[name].names
        listed, places = ", ".join(f'"{column}"' for column in columns), ", ".join(["%s"] * len(columns))
        values = [[row.get(column) for column in columns] for row in of_table]
        cursor.executemany(f"INSERT INTO contract.{name} ({listed}) VALUES ({places})", values)  # noqa: S608


def take_away(cursor: Any, child_id: str) -> None:
    """Take all rows of a child away."""
    for name, table in TABLES.items():
        if "child_id" in table.names:
            cursor.execute(f"DELETE FROM contract.{name} WHERE child_id = %s", [child_id])  # noqa: S608


def standards(cursor: Any) -> Any:
    """The council's standards, as the record's settings have them."""
    return read_standards(_rows(cursor, "settings"))


def terms(cursor: Any) -> Any:
    """The council's school terms, as the record has them."""
    return read_terms(_rows(cursor, "school_terms"))


def kept(cursor: Any) -> set[tuple[Any, ...]]:
    """The obligations that the record keeps."""
    cursor.execute(f"SELECT {', '.join(COLUMNS)} FROM public.obligations")  # noqa: S608
    return {tuple(map(_in_utc, row)) for row in cursor.fetchall()}


def _in_utc(value: Any) -> Any:
    """Moments told in two zones are not equal in Python in the hour that a clock goes through twice."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def built(cursor: Any) -> set[tuple[Any, ...]]:
    """The obligations that DuckDB builds from the same rows."""
    found: Rows = {}
    for name in TABLES:
        found[name] = _rows(cursor, name)
    tables = {name: rows for name, rows in arrow_tables(found).items() if rows.num_rows}
    with duckdb.open_memory(tables) as store:
        build(store)
        return {
            tuple(_in_utc(row[name]) for name in COLUMNS) for row in store.table("obligations").to_pyarrow().to_pylist()
        }


def _rows(cursor: Any, name: str) -> list[dict[str, Any]]:
    cursor.execute(f"SELECT * FROM contract.{name}")  # noqa: S608
    names = [column.name for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
