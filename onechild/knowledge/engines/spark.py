"""Spark, for a region or the nation: reads an extract's Parquet where it lies; what is put is kept as Parquet."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

from onechild.errors import CannotProceed
from onechild.knowledge.engines.opened import Opened
from onechild.knowledge.engines.store import Store, empty_table, nullable
from onechild.knowledge.tables.extract import Extract

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

# What every answer hangs on, on any Spark; and how one of our own is started where none is given.
ANSWERS = {"spark.sql.session.timeZone": "UTC", "spark.sql.ansi.enabled": "false", "spark.sql.adaptive.enabled": "true"}
LOCAL = {
    "spark.master": "local[2]",
    "spark.app.name": "onechild",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "2g",
    "spark.sql.shuffle.partitions": "2",
}
GIVEN_BY = ("PYSPARK_GATEWAY_PORT", "SPARK_REMOTE")  # what spark-submit and Spark Connect leave in the environment


def open_store(extract: Extract, *, folder: Path | None = None) -> Store:
    """Open an extract on Spark: the session that is running or that spark-submit gives, or a local one on two cores.

    `folder` is where what is worked out on the way is kept: on a cluster a place that every worker reads and writes,
    as the extract itself must be. This function will raise CannotProceed where the extra `onechild[spark]` or Java is
    not at hand.
    """
    return _Spark({name: path for name in extract.rows if (path := extract.path(name))}, folder)


def open_memory(tables: Mapping[str, pa.Table]) -> Store:
    """Open tables in memory on Spark; each must keep the contract."""
    return _Spark(tables)


class _Spark(Opened):
    """Every table is a view over Parquet: a long chain of unworked plans is what Spark is slowest at."""

    def __init__(self, leaves: Mapping[str, Path | pa.Table], folder: Path | None = None) -> None:
        super().__init__(leaves)
        self._session = _session()
        self._folder = tempfile.TemporaryDirectory(prefix="onechild-spark-", dir=folder)
        self._written = 0
        self._backend = ibis.pyspark.connect(self._session)

    @property
    def backend(self) -> BaseBackend:
        return self._backend

    def put(self, name: str, rows: pa.Table | ir.Table) -> ir.Table:
        return self._keep(name, [rows])

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        return self._keep(name, parts)

    def close(self) -> None:
        """The session stays: starting one takes longer than all that is done in it."""
        for view in self._session.catalog.listTables():
            if view.isTemporary and view.name.startswith(f"onechild_{id(self)}_"):
                self._session.catalog.dropTempView(view.name)
        self._folder.cleanup()

    def _leaf(self, name: str) -> ir.Table:
        leaf = self._leaves.get(name)
        if isinstance(leaf, Path):
            return self._view(name, leaf)
        return self._view(name, self._write(empty_table(name) if leaf is None else leaf))

    def _keep(self, name: str, parts: Sequence[pa.Table | ir.Table]) -> ir.Table:
        folder = self._place()
        for part in parts:
            if isinstance(part, pa.Table):
                folder = self._write(part)
            else:
                self._session.sql(self._compiled(part)).write.mode("append").parquet(str(folder))
        self._tables[name] = self._view(name, folder)
        self._put.add(name)
        return self._tables[name]

    def _compiled(self, rows: ir.Table) -> str:
        """Tables in memory inside an expression are registered first, as Ibis does before it runs one."""
        self._backend._run_pre_execute_hooks(rows)
        return str(self._backend.compile(rows))

    def _write(self, rows: pa.Table) -> Path:
        folder = self._place()
        folder.mkdir()
        pq.write_table(nullable(rows), folder / "part.parquet")
        return folder

    def _place(self) -> Path:
        self._written += 1
        return Path(self._folder.name) / str(self._written)

    def _view(self, name: str, place: Path) -> ir.Table:
        view = f"onechild_{id(self)}_{name}_{self._written}"
        self._session.read.parquet(str(place)).createOrReplaceTempView(view)
        return self._backend.table(view)


def _session() -> SparkSession:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise CannotProceed("Spark is not at hand: install the extra onechild[spark]") from None
    settings = dict(ANSWERS)
    if not any(name in os.environ for name in GIVEN_BY):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        settings |= LOCAL
    builder = SparkSession.builder
    for key, value in settings.items():
        builder = builder.config(key, value)
    try:
        session = builder.getOrCreate()
    except Exception as fault:
        raise CannotProceed(f"Spark didn't start; it needs Java 17: {' '.join(str(fault).split())[:200]}") from None
    session.sparkContext.setLogLevel("ERROR")
    return session


if TYPE_CHECKING:
    from pyspark.sql import SparkSession
