"""What a store on any engine does alike: leaves opened when they are first asked for, and a note of what was put."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyarrow as pa

from onechild.knowledge.engines.store import is_empty

if TYPE_CHECKING:
    import ibis.expr.types as ir


class Opened(ABC):
    """The part of a `Store` that no dialect touches. Leaves are the extract's own tables, on file or in memory."""

    def __init__(self, leaves: Mapping[str, Path | pa.Table]) -> None:
        self._leaves = dict(leaves)
        self._tables: dict[str, ir.Table] = {}
        self._put: set[str] = set()

    def table(self, name: str) -> ir.Table:
        """As `Store.table`."""
        if name not in self._tables:
            self._tables[name] = self._leaf(name)
        return self._tables[name]

    def has(self, name: str) -> bool:
        """As `Store.has`."""
        return name in self._put or name in self._leaves

    def empty(self, name: str) -> bool:
        """As `Store.empty`."""
        return name not in self._put and is_empty(self._leaves.get(name))

    @abstractmethod
    def close(self) -> None:
        """As `Store.close`."""

    @abstractmethod
    def _leaf(self, name: str) -> ir.Table:
        """Open one leaf on the engine."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
