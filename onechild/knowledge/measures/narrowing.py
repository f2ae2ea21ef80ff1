"""A store seen through some of its children only: clocks built on it cost what those children cost."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyarrow as pa

from onechild.knowledge.engines.store import Store
from onechild.knowledge.tables.contract import TABLES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend


class Narrowed:
    """The same tables, those of children with the rows of the given children only (`children` has child_id).

    What is put here lies in the store under a name of its own, so that nobody takes it for the whole. Whatever is
    counted of these children is as in the whole store, for no duty of one child hangs on another.
    """

    def __init__(self, store: Store, children: ir.Table) -> None:
        self._store = store
        self._children = children
        self._own: set[str] = set()

    @property
    def backend(self) -> BaseBackend:
        """That of the store."""
        return self._store.backend

    def table(self, name: str) -> ir.Table:
        """A table put here, or the rows of the children given, or else the store's."""
        narrows = name in TABLES and "child_id" in TABLES[name].names and not self._store.empty(name)
        if name not in self._own and narrows:
            rows = self._store.table(name)
            return self.put(name, rows.semi_join(self._children, "child_id"))
        return self._store.table(_narrow(name) if name in self._own else name)

    def put(self, name: str, rows: pa.Table | ir.Table) -> ir.Table:
        """Keep the rows in the store, apart from its own of that name."""
        self._own.add(name)
        return self._store.put(_narrow(name), rows)

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        """Keep the rows of all parts together, apart from the store's own of that name."""
        self._own.add(name)
        return self._store.gather(_narrow(name), parts)

    def has(self, name: str) -> bool:
        """Whether the store's extract holds the table, or somebody put it here."""
        return name in self._own or (name in TABLES and self._store.has(name))

    def empty(self, name: str) -> bool:
        """Whether the store says so of the whole table."""
        return name not in self._own and self._store.empty(name)

    def close(self) -> None:
        """Whoever opened the store closes it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _narrow(name: str) -> str:
    return f"narrow_{name}"
