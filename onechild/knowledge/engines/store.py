"""What every engine hands back: the standard tables as Ibis tables, and a place to keep what is made from them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

import pyarrow as pa

from onechild.knowledge.tables.contract import TABLES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend


class Store(Protocol):
    """The tables of one extract on one engine. Tables put there live as long as the store."""

    @property
    def backend(self) -> BaseBackend:
        """The Ibis backend that all tables of the store belong to."""

    def table(self, name: str) -> ir.Table:
        """A table put here, or else of the contract: empty and typed where the extract has no row of it.

        This function will raise KeyError for a name that is neither.
        """

    def put(self, name: str, rows: pa.Table | ir.Table) -> ir.Table:
        """Keep the rows, worked out once, under the name, in place of what was there; and hand them back."""

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        """Keep all rows of the parts, of which there is at least one, under the name, one part after the other.

        A union of many parts takes far longer to compile than each of them does.
        """

    def has(self, name: str) -> bool:
        """Whether the extract holds the table, or somebody put it here."""

    def empty(self, name: str) -> bool:
        """Whether a table of the contract is known to have no row, without asking the engine."""

    def close(self) -> None:
        """Let go of the engine and of all that was put here."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def empty_table(name: str) -> pa.Table:
    """This function will return a table of the contract without a row; KeyError where the contract has none."""
    return TABLES[name].schema.empty_table()


def is_empty(leaf: Path | pa.Table | None) -> bool:
    """This function will say whether a leaf is known to have no row; an extract holds no file without one."""
    return leaf is None or (isinstance(leaf, pa.Table) and leaf.num_rows == 0)


def nullable(rows: pa.Table) -> pa.Table:
    """This function will return the rows with every column allowed to be null: engines join like with like."""
    return rows.cast(pa.schema([field.with_nullable(True) for field in rows.schema]))
