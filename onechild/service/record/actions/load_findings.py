"""Looks, after a load, for what the rows of its source contradict and for references that lead nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Shape, Table

# A child has one of these at a time; of allocations, one lead.
ONE_AT_A_TIME: dict[str, tuple[str | None, str | None]] = {
    "allocations": ("role", "lead"),
    "placements": (None, None),
    "legal_statuses": (None, None),
    "child_protection_plans": (None, None),
    "child_in_need_plans": (None, None),
    "periods_of_care": (None, None),
    "care_episodes": (None, None),
}
NOT_LOOKED_AT = frozenset({"findings", "quarantine"})


def look(cursor: Any, origin: int, *, loaded: Collection[str]) -> list[str]:
    """Gather findings on the rows of a source, after a load of these tables; say which were looked at.

    A table is looked at where it was loaded, or where one that it refers to was.
    """
    looked_at = [table for table in TABLES.values() if table.name not in NOT_LOOKED_AT and _concerned(table, loaded)]
    for table in looked_at:
        if table.name in ONE_AT_A_TIME:
            only = ONE_AT_A_TIME[table.name]
            cursor.callproc("record_load_find_overlaps", [table.name, table.key, *only, origin])
        for earlier, later in _ordered(table):
            cursor.callproc("record_load_find_disorder", [table.name, table.key, earlier, later, origin])
        for column, target in _references(table):
            cursor.callproc("record_load_find_unlinked", [table.name, column, target.name, target.key, origin])
    cursor.callproc("record_load_find_refused")
    return [table.name for table in looked_at]


def _concerned(table: Table, loaded: Collection[str]) -> bool:
    return table.name in loaded or any(target.name in loaded for _, target in _references(table))


def _ordered(table: Table) -> list[tuple[str, str]]:
    if table.shape is Shape.SPELL:
        return [("started_on", "ended_on")]
    return [("born_on", "died_on")] if table.name in ("children", "adults") else []


def _references(table: Table) -> Iterator[tuple[str, Table]]:
    """References to other rows; that of a row to its own child is held by the database."""
    for column in table.columns:
        if column.refers and column.name != "child_id":
            yield column.name, TABLES[column.refers]
