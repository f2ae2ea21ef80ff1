"""Which tables a measure reads, found by asking it of a store that holds nothing."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyarrow as pa

from onechild.knowledge.clocks.building import build
from onechild.knowledge.clocks.catalogue import clock
from onechild.knowledge.engines import duckdb
from onechild.knowledge.engines.store import Store
from onechild.knowledge.measures.drawing import marked
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.moments import usual
from onechild.knowledge.measures.question import Question
from onechild.knowledge.tables.contract import TABLES

if TYPE_CHECKING:
    from datetime import date

    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

_FOUND: dict[tuple[str, bool], tuple[str, ...]] = {}


def tables_read(measure: Measure, *, today: date, teams: bool = False) -> tuple[str, ...]:
    """This function will return the contract's tables that a measure reads; with `teams`, for a figure by team too."""
    key = (measure.key, teams)
    if key not in _FOUND:
        with _Noting(duckdb.open_memory({})) as store:
            if measure.all_clocks:
                build(store, clocks=[clock(one) for one in measure.all_clocks])
            cuts = ("team",) if teams and "team" in measure.breakdowns else ()
            marked(Question(store, (usual(measure, today),)), (measure,), cuts=cuts)
            _FOUND[key] = tuple(sorted(store.asked))
    return _FOUND[key]


class _Noting:
    """A store that notes which tables of the contract it is asked for, and says of none that it is empty."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: set[str] = set()

    @property
    def backend(self) -> BaseBackend:
        return self._store.backend

    def table(self, name: str) -> ir.Table:
        if name in TABLES:
            self.asked.add(name)
        return self._store.table(name)

    def put(self, name: str, rows: pa.Table | ir.Table) -> ir.Table:
        return self._store.put(name, rows)

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        return self._store.gather(name, parts)

    def has(self, name: str) -> bool:
        return name in TABLES or self._store.has(name)

    def empty(self, name: str) -> bool:
        return False

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
