"""A source of a few rows, written by hand, and what a test says of its load."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from onechild.knowledge.tables.conform import conform
from onechild.knowledge.tables.extract import About, Extract, write_extract
from onechild.service.record.actions.loading import Loaded, load

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
Row = dict[str, Any]
CHILD: Row = {"child_id": "K1", "born_on": date(2015, 3, 1), "sex": "F"}
OTHER: Row = {"child_id": "K2", "born_on": date(2016, 4, 2), "sex": "M"}


def visit(key: str, child: str = "K1", day: int = 1, **more: Any) -> Row:
    """A visit on a day of June 2026."""
    return {"visit_id": key, "child_id": child, "happened_on": date(2026, 6, day), "purpose": "child_in_need"} | more


def spell(name: str, child: str, start: date, end: date | None = None, **more: Any) -> Row:
    """A spell of a child; `name` is "key_column=key"."""
    column, _, key = name.partition("=")
    return {column: key, "child_id": child, "started_on": start, "ended_on": end} | more


def extract_of(folder: Path, known_at: date | None = date(2026, 11, 20), **tables: list[Row]) -> Extract:
    """Write an extract with these rows."""
    made = {name: conform(name, pa.Table.from_pylist(rows)) for name, rows in tables.items() if rows}
    return write_extract(folder, made, about=About("999", known_at=known_at, invented=True))


def load_of(folder: Path, *, source: str = "tiny", speaks: Any = None, **tables: list[Row]) -> Loaded:
    """Load an extract with these rows as a source of its own, whose keys carry the prefix "tiny:"."""
    more = {} if speaks is None else {"speaks": speaks}
    return load(extract_of(folder / "extract", **tables), source=source, by="a test", now=NOW, **more)
