"""Examples of measures as text tables: what the extract holds, what is asked, and what the answer is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pyarrow as pa

from onechild.knowledge.engines.duckdb import open_memory
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.tables.conform import conform
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Column, Kind

Pair = tuple[float, float | None]

# What a row means where an example does not say otherwise.
PRESUMED: dict[str, dict[str, str]] = {
    "allocations": {"role": "lead"},
    "conferences": {"conference_kind": "initial"},
    "employments": {"role": "social_worker", "fte": "1"},
    "teams": {"caseholding": "yes"},
    "visits": {"purpose": "child_protection", "seen": "yes"},
}
ALWAYS_THERE = ("allocations", "children", "settings", "teams", "visits", "conferences", "assessments", "workers")


@dataclass(frozen=True)
class Example:
    """One example. `expect` is (numerator, denominator) in all, `by_team` by the team's name ("" for none).

    `value` is the figure itself where those two do not make it plain (a median, a sum, a rate); `by_cut` is as
    `by_team`, by the words of any other cut.
    """

    says: str
    measure: Measure
    holds: str
    expect: Pair
    as_at: str = ""
    over: tuple[str, str] = ("", "")
    by_team: dict[str, Pair] = field(default_factory=dict)
    target: float | None = None
    value: float | None = None
    by_cut: dict[str, dict[str, Pair]] = field(default_factory=dict)

    @property
    def asked(self) -> dict[str, object]:
        """The moments, as `calculate` takes them."""
        if self.as_at:
            return {"as_ats": [date.fromisoformat(self.as_at)]}
        first, last = self.over
        return {"periods": [(date.fromisoformat(first), date.fromisoformat(last))]}


def store_of(holds: str) -> Store:
    """The text tables as a store on DuckDB."""
    return open_memory(tables_of(holds))


def tables_of(holds: str, *, prefix: str = "") -> dict[str, pa.Table]:
    """Standard tables from text; every id gets the prefix, so that examples can be pooled. Teams need not be listed."""
    found = dict(_blocks(holds))
    teams = {row["team_id"] for rows in found.values() for row in rows if row.get("team_id")}
    listed = {row["team_id"] for row in found.get("teams", [])}
    found.setdefault("teams", []).extend({"team_id": team, "name": team} for team in sorted(teams - listed))
    children = {row["child_id"] for rows in found.values() for row in rows if row.get("child_id")}
    listed = {row["child_id"] for row in found.get("children", [])}
    found.setdefault("children", []).extend({"child_id": child} for child in sorted(children - listed))
    for name in ALWAYS_THERE:
        found.setdefault(name, [])
    return {name: _table(name, rows, prefix) for name, rows in found.items()}


def _blocks(holds: str) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A block is the table's name, a row of column names and rows, each cell set off by a bar; blank lines between."""
    for block in holds.strip().split("\n\n"):
        name, header, *lines = [line.strip() for line in block.strip().splitlines()]
        names = [cell.strip() for cell in header.split("|")]
        rows = [dict(zip(names, (cell.strip() for cell in line.split("|")), strict=True)) for line in lines]
        yield name, rows


def _table(name: str, rows: list[dict[str, str]], prefix: str) -> pa.Table:
    table = TABLES[name]
    presumed = PRESUMED.get(name, {})
    whole = [{table.key: str(number), **presumed, **row} for number, row in enumerate(rows)]
    for row in whole:
        unknown = set(row) - set(table.names)
        assert not unknown, f"table {name} has no column {unknown}"
    columns = {
        column.name: pa.array(
            [_value(column, row.get(column.name, ""), prefix, table.key) for row in whole], column.arrow.type
        )
        for column in table.columns
    }
    return conform(name, pa.table(columns))


def _value(column: Column, cell: str, prefix: str, key: str) -> object:
    if not cell:
        return None
    if column.kind is Kind.DATE:
        return date.fromisoformat(cell)
    if column.kind is Kind.INSTANT:
        return datetime.fromisoformat(cell).replace(tzinfo=UTC)
    if column.kind is Kind.YES_NO:
        return {"yes": True, "no": False}[cell]
    if column.kind in (Kind.INTEGER, Kind.NUMBER):
        return float(cell) if column.kind is Kind.NUMBER else int(cell)
    is_id = column.name == key or column.name.endswith("_id")
    return f"{prefix}{cell}" if is_id else cell
