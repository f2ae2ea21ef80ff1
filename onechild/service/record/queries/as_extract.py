"""Writes an extract of the record: the contract's tables as they stand, or as they were known at a past moment."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pyarrow as pa
import pyarrow.csv
from django.db import connection
from psycopg import sql

from onechild.errors import CannotProceed
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import About, Extract, write_extract
from onechild.knowledge.tables.model import Table

LONDON = ZoneInfo("Europe/London")
BLOCK = 8 << 20
OnStep = Callable[[str, int], None]


class NotYetKnown(CannotProceed):
    """A moment of which nobody can say yet what was known."""


def write_record_extract(
    folder: Path,
    *,
    council: str,
    council_name: str,
    invented: bool,
    now: datetime,
    known_at: datetime | None = None,
    on_step: OnStep = lambda table, rows: None,
) -> Extract:
    """Write the record as an extract, all of one moment, whatever is written meanwhile.

    With `known_at`, as it was known at that moment: of it must have been all that took effect by then, and no row that
    was written since. This function will raise NotYetKnown where that moment is to come, or where a change that began
    before it is still being written.
    """
    with psycopg.connect(**_parameters()) as raw:
        raw.autocommit = True
        if known_at is not None:
            _refuse_unknown(raw, known_at, now)
        raw.autocommit = False
        raw.isolation_level, raw.read_only = psycopg.IsolationLevel.REPEATABLE_READ, True
        moment = known_at or now
        _set(raw, "TimeZone", "UTC")
        _set(raw, "DateStyle", "ISO")
        if known_at is not None:
            _set(raw, "onechild.known_at", known_at.isoformat())
        schema = "contract" if known_at is None else "known"
        tables = {name: _rows(raw, schema, table, on_step) for name, table in TABLES.items()}
        about = About(
            council=council,
            known_at=moment.astimezone(LONDON).date(),
            invented=invented,
            council_name=council_name,
            note=f"From the record, as known at {moment.astimezone(LONDON):%d %B %Y, %H:%M:%S}.",
        )
        return write_extract(folder, tables, about=about)


def _refuse_unknown(raw: psycopg.Connection[Any], known_at: datetime, now: datetime) -> None:
    """Asked before the snapshot is taken: what began by then and is in no snapshot yet could take effect by then."""
    if known_at > now:
        raise NotYetKnown(f"{known_at:%Y-%m-%d %H:%M} is still to come")
    with raw.cursor() as cursor:
        cursor.execute(sql.SQL("TABLE record_open_change_sets"))
        row = cursor.fetchone()
    if row and row[0] is not None and row[0] <= known_at:
        raise NotYetKnown(
            f"a change that began at {row[0].astimezone(LONDON):%H:%M:%S on %d %B %Y} is still being written: "
            "ask for a moment before it, or again when it is done"
        )


def _rows(raw: psycopg.Connection[Any], schema: str, table: Table, on_step: OnStep) -> Iterator[pa.Table]:
    """The rows of a table in the order of their keys, a block at a time."""
    copy = sql.SQL("COPY (TABLE {} ORDER BY {}) TO STDOUT (FORMAT csv)").format(
        sql.Identifier(schema, table.name), sql.Identifier(table.key)
    )
    done = 0
    with raw.cursor() as cursor, cursor.copy(copy) as source:
        stream = io.BufferedReader(_Stream(source), BLOCK)
        if not stream.peek(1):
            return
        for batch in pyarrow.csv.open_csv(stream, *_reading(table)):
            done += batch.num_rows
            on_step(table.name, done)
            yield pa.Table.from_batches([batch])


def _reading(table: Table) -> tuple[Any, Any, Any]:
    return (
        pyarrow.csv.ReadOptions(column_names=list(table.names), block_size=BLOCK),
        pyarrow.csv.ParseOptions(newlines_in_values=True),
        pyarrow.csv.ConvertOptions(
            column_types={column.name: column.arrow.type for column in table.columns},
            null_values=[""],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,  # an empty text comes in quotes, a null without
            true_values=["t"],
            false_values=["f"],
        ),
    )


class _Stream(io.RawIOBase):
    """What COPY sends, as a file that is read once."""

    def __init__(self, source: psycopg.Copy) -> None:
        self._source, self._left = source, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        if not self._left:
            self._left = memoryview(self._source.read())
        taken = min(len(into), len(self._left))
        into[:taken] = self._left[:taken]
        self._left = self._left[taken:]
        return taken


def _parameters() -> dict[str, Any]:
    given = connection.get_connection_params()
    return {name: value for name, value in given.items() if name not in ("context", "cursor_factory")}


def _set(raw: psycopg.Connection[Any], name: str, value: str) -> None:
    raw.execute(sql.SQL("SET LOCAL {} = {}").format(sql.SQL(name), sql.Literal(value)))
