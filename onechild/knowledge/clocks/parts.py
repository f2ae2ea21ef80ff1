"""Builds the obligations of a large extract a part of its children at a time, so that memory stays that of one part.

What a child is owed follows from that child's rows alone, so the parts make the whole. Only which clocks are asked is a
question about all of them, and is answered first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING, Self

import ibis
import pyarrow as pa
from ibis import _

from onechild.knowledge.clocks.building import asked_of, build
from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.engines.store import Store
from onechild.knowledge.tables.contract import TABLES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

AT_ONCE = 100_000


def build_in_parts(store: Store, *, clocks: Iterable[Clock] = CLOCKS, at_once: int = AT_ONCE) -> None:
    """Put `obligations` and `clock_findings` into the store, as `build` does, so many children at a time.

    The journey of the last part stays behind in `journey_spells` and `journey_events`. An extract of no more children
    than that is built in one.
    """
    wanted = tuple(clocks)
    ranges = _ranges(store, at_once)
    if len(ranges) < 2:
        build(store, clocks=wanted)
        return
    asked = asked_of(store, wanted)
    of_children = [replace(clock, needs_event=False) for clock in asked if clock.subject_kind == "child"]
    others = [clock for clock in wanted if clock.subject_kind != "child"]
    unasked = [clock for clock in wanted if clock.subject_kind == "child" and clock not in asked]
    found = []
    build(store, clocks=[*others, *unasked])
    found.append(store.table("clock_findings").to_pyarrow())
    kept = [store.put("obligations_of_part_0", store.table("obligations"))]
    for number, (first, last) in enumerate(ranges, start=1):
        part = _Part(store, first, last)
        build(part, clocks=of_children)
        kept.append(store.put(f"obligations_of_part_{number}", part.table("obligations")))
        found.append(part.table("clock_findings").to_pyarrow())
    store.gather("obligations", kept)
    for number in range(len(kept)):
        store.backend.drop_table(f"obligations_of_part_{number}", force=True)
    store.put("clock_findings", _numbered(found))


def _ranges(store: Store, at_once: int) -> list[tuple[str, str]]:
    """The first and the last id of each part, in order."""
    children = store.table("children")
    placed = children.select("child_id", place=ibis.row_number().over(ibis.window(order_by="child_id")) // at_once)
    ends = placed.group_by("place").agg(first=_.child_id.min(), last=_.child_id.max()).order_by("place")
    return [(row["first"], row["last"]) for row in ends.to_pyarrow().to_pylist()]


def _numbered(found: Sequence[pa.Table]) -> pa.Table:
    rows = [row for table in found for row in table.to_pylist()]
    numbered = [row | {"finding_id": str(number)} for number, row in enumerate(rows, start=1)]
    return pa.Table.from_pylist(numbered, schema=TABLES["findings"].schema)


class _Part:
    """The store with the rows of some children, and of all that is no child's."""

    def __init__(self, whole: Store, first: str, last: str) -> None:
        self._whole, self._first, self._last = whole, first, last
        self._put: set[str] = set()

    @property
    def backend(self) -> BaseBackend:
        return self._whole.backend

    def table(self, name: str) -> ir.Table:
        """As `Store.table`."""
        found = self._whole.table(name)
        if name in self._put or name not in TABLES or "child_id" not in TABLES[name].names:
            return found
        return found.filter(found.child_id >= self._first, found.child_id <= self._last)

    def put(self, name: str, rows: pa.Table | ir.Table) -> ir.Table:
        """As `Store.put`."""
        self._put.add(name)
        return self._whole.put(name, rows)

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        """As `Store.gather`."""
        self._put.add(name)
        return self._whole.gather(name, parts)

    def has(self, name: str) -> bool:
        """As `Store.has`."""
        return self._whole.has(name)

    def empty(self, name: str) -> bool:
        """As `Store.empty`."""
        return self._whole.empty(name)

    def close(self) -> None:
        """Nothing: the whole is closed by whoever opened it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing, as `close`."""
