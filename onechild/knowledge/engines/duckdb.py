"""DuckDB, the default engine: reads an extract's Parquet where it lies, and keeps what is put there in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa
from ibis.expr.operations import InMemoryTable

from onechild.knowledge.engines.opened import Opened
from onechild.knowledge.engines.store import Store, empty_table, nullable
from onechild.knowledge.tables.extract import Extract

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

MEMORY = "3GB"


def open_store(extract: Extract) -> Store:
    """Open an extract on DuckDB with at most 3 GB of memory; what does not fit goes to a temporary folder."""
    return _DuckDB({name: path for name in extract.rows if (path := extract.path(name))})


def open_memory(tables: Mapping[str, pa.Table]) -> Store:
    """Open tables in memory on DuckDB; each must keep the contract."""
    return _DuckDB(tables)


class _DuckDB(Opened):
    """Leaves are views named `extract_…`, so that a table put under the same name never hides what it is made from."""

    def __init__(self, leaves: Mapping[str, Path | pa.Table]) -> None:
        super().__init__(leaves)
        self._folder = tempfile.TemporaryDirectory(prefix="onechild-duckdb-")
        self._backend = ibis.duckdb.connect(memory_limit=MEMORY, temp_directory=self._folder.name)
        self._backend.raw_sql("SET preserve_insertion_order = false")
        self._backend.raw_sql("SET enable_progress_bar = false")

    @property
    def backend(self) -> BaseBackend:
        return self._backend

    def put(self, name: str, rows: pa.Table | ir.Table) -> ir.Table:
        if isinstance(rows, pa.Table):
            rows = nullable(rows)
        if isinstance(rows, pa.Table) or rows.op().find(InMemoryTable):
            self._tables[name] = self._backend.create_table(name, rows, overwrite=True)
        else:
            # One statement, where Ibis's own create_table takes five.
            self._backend.raw_sql(f'CREATE OR REPLACE TABLE "{name}" AS {self._compiled(rows)}')
            self._tables[name] = self._backend.table(name)
        self._put.add(name)
        return self._tables[name]

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        """As `Store.gather`. While the engine works on one part, the next is written as SQL: that takes as long."""
        kept = self.put(name, parts[0])
        with ThreadPoolExecutor(1) as engine:
            under_way: Future[object] = engine.submit(lambda: None)
            for part in parts[1:]:
                if part.op().find(InMemoryTable):
                    under_way.result()
                    self._backend.insert(name, part)
                    continue
                # Ibis's own insert reads the text of its query again, which takes as long as writing it.
                columns = ", ".join(f'"{column}"' for column in part.columns)
                statement = f'INSERT INTO "{name}" ({columns}) {self._compiled(part)}'
                under_way.result()
                under_way = engine.submit(self._backend.raw_sql, statement)
            under_way.result()
        return kept

    def _compiled(self, rows: ir.Table) -> str:
        """The SQL of rows. DuckDB makes one query of nested ones by itself: Ibis need not spend a third of its time."""
        before = ibis.options.sql.fuse_selects
        ibis.options.sql.fuse_selects = False
        try:
            return str(self._backend.compile(rows))
        finally:
            ibis.options.sql.fuse_selects = before

    def close(self) -> None:
        self._backend.disconnect()
        self._folder.cleanup()

    def _leaf(self, name: str) -> ir.Table:
        leaf = self._leaves.get(name)
        if isinstance(leaf, Path):
            return self._backend.read_parquet(leaf, table_name=f"extract_{name}")
        rows = leaf if leaf is not None else empty_table(name)
        return self._backend.create_table(f"extract_{name}", nullable(rows))
