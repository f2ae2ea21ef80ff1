"""Reads the text tables of a specification: a name alone on a line, a line of columns, a line for each row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Column, Kind
from onechild.knowledge.workdays.hours import LONDON

# What a row says where a specification leaves it out.
PRESUMED: Mapping[str, Mapping[str, Any]] = {
    "visits": {"seen": True},
    "allocations": {"role": "lead"},
    "children": {"born_on": date(2015, 1, 1)},
}
SHORT = {"child": "child_id", "team": "team_id", "worker": "worker_id"}


def blocks(text: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Each table of a text as its name and its rows; the cells are text still, and an empty one is "".

    A line without a bar that ends a table names the next; a text that is one table needs no name.
    """
    name, head = "", []
    rows: list[dict[str, str]] = []
    for line in (line.strip() for line in text.strip().splitlines()):
        if line and "|" not in line:
            if head:
                yield name, rows
            name, head, rows = line, [], []
        elif line:
            cells = [cell.strip() for cell in line.split("|")]
            if head:
                rows.append(dict(zip(head, cells, strict=True)))
            else:
                head = [SHORT.get(cell, cell) for cell in cells]
    if head:
        yield name, rows


def standard_tables(text: str, *, prefix: str = "") -> dict[str, list[dict[str, Any]]]:
    """Rows of the standard tables, typed, by table; every id gets the prefix, so that specifications can be pooled.

    Keys that are left out are numbered, and a child who is only named elsewhere gets a row.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for name, rows in blocks(text):
        for row in rows:
            found.setdefault(name, []).append(_typed(name, row, prefix, number=len(found.get(name, ())) + 1))
    listed = {row["child_id"] for row in found.get("children", ())}
    named = {row["child_id"] for rows in found.values() for row in rows if row.get("child_id")}
    for child in sorted(named - listed):
        found.setdefault("children", []).append({**PRESUMED["children"], "child_id": child})
    return found


def arrow_tables(rows: Mapping[str, list[dict[str, Any]]]) -> dict[str, pa.Table]:
    """Every table of the contract, with the rows there are: an extract that lacks nothing and may hold nothing."""
    return {name: pa.Table.from_pylist(rows.get(name, []), schema=table.schema) for name, table in TABLES.items()}


def pooled(parts: list[dict[str, list[dict[str, Any]]]]) -> dict[str, list[dict[str, Any]]]:
    """The rows of several as one."""
    return {name: [row for part in parts for row in part.get(name, ())] for name in TABLES}


def _typed(name: str, row: Mapping[str, str], prefix: str, *, number: int) -> dict[str, Any]:
    table = TABLES[name]
    said = {column: value(table[column], cell, prefix) for column, cell in row.items()}
    key = f"{prefix}{name}-{number}"
    return {table.key: key, **PRESUMED.get(name, {}), **said}


def value(column: Column, cell: str, prefix: str = "") -> Any:
    """A cell as its column's type; "" is null."""
    if cell == "":
        return None
    if column.kind is Kind.DATE:
        return date.fromisoformat(cell)
    if column.kind is Kind.INSTANT:
        return _instant(cell)
    if column.kind is Kind.YES_NO:
        return {"yes": True, "no": False}[cell]
    if column.kind is Kind.INTEGER:
        return int(cell)
    if column.kind is Kind.NUMBER:
        return float(cell)
    return f"{prefix}{cell}" if column.name.endswith("_id") else cell


def _instant(cell: str) -> datetime:
    """A time on the clock in London; one with its own offset (the second 1:30 of an October night) says so."""
    told = datetime.fromisoformat(cell)
    return (told if told.tzinfo else told.replace(tzinfo=LONDON)).astimezone(UTC)
