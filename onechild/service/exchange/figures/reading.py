"""The record read into memory for DuckDB to count, in one snapshot, each table when it is first asked for."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from django.db import connection
from psycopg import sql

from onechild.knowledge.clocks.engine import MOMENTS
from onechild.knowledge.engines import duckdb
from onechild.knowledge.engines.store import empty_table
from onechild.knowledge.measures.catalogue import MEASURES
from onechild.knowledge.tables.contract import TABLES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

Read = Callable[[str], pa.Table]
OBLIGATIONS = pa.schema(
    [
        *((name, pa.string()) for name in ("subject_kind", "subject_id", "child_id", "clock", "version", "spell_id")),
        ("sequence", pa.int64()),
        ("within", pa.string()),
        *((name, pa.date32()) for name in ("started_on", "due_on", "met_on", "ended_on")),
        *((name, pa.timestamp("us", tz="UTC")) for name in MOMENTS),
    ]
)
# Of the duties only those of clocks that a measure reads cross over: a quarter of them all.
MEASURED = tuple(sorted({key for measure in MEASURES.values() for key in measure.all_clocks}))


class Reader:
    """Reads tables of the record once each, in the transaction that is open; every variant is made from them.

    With `known_at`, as they were known then.
    """

    def __init__(self, *, known_at: datetime | None = None) -> None:
        self._known_at = known_at
        self._read: dict[str, pa.Table] = {}

    def __call__(self, name: str) -> pa.Table:
        """A table of the contract, or the obligations, as the record has it."""
        if name not in self._read:
            schema = OBLIGATIONS if name == "obligations" else TABLES[name].schema
            place = sql.Identifier("public" if name == "obligations" else self._schema, name)
            clocks = MEASURED if name == "obligations" else ()
            self._read[name] = _copied(place, schema, clocks=clocks)
        return self._read[name]

    @property
    def _schema(self) -> str:
        """The views of the contract, told the moment they are to be known at."""
        if self._known_at is None:
            return "contract"
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('onechild.known_at', %s, true)", [self._known_at.isoformat()])
        return "known"


def _copied(place: sql.Identifier, schema: pa.Schema, *, clocks: Sequence[str] = ()) -> pa.Table:
    """By COPY as lines, which tell an empty text from none; far quicker than rows one by one."""
    lines = io.BytesIO()
    columns = sql.SQL(", ").join(map(sql.Identifier, schema.names))
    among = sql.SQL(", ").join(map(sql.Literal, clocks))
    where = sql.SQL(" WHERE clock IN ({})").format(among) if clocks else sql.SQL("")
    statement = sql.SQL("COPY (SELECT {} FROM {}{}) TO STDOUT (FORMAT csv)").format(columns, place, where)
    with connection.cursor() as cursor, cursor.copy(statement) as source:
        for chunk in source:
            lines.write(chunk)
    if not lines.tell():
        return schema.empty_table()
    lines.seek(0)
    return pyarrow.csv.read_csv(
        lines,
        read_options=pyarrow.csv.ReadOptions(column_names=schema.names),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types={field.name: field.type for field in schema},
            null_values=[""],
            true_values=["t"],
            false_values=["f"],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
            timestamp_parsers=["%Y-%m-%d %H:%M:%S%z", pyarrow.csv.ISO8601],
        ),
    ).cast(pa.schema([field.with_nullable(True) for field in schema]))


class RecordInMemory:
    """A `Store` of the record on DuckDB. `without` are children who are left out of everything.

    A table crosses over when it is first asked for, so that none is missed and none is read for nothing.
    """

    def __init__(self, read: Read, *, without: Collection[str] = ()) -> None:
        self._record = read
        self._without = pa.array(sorted(without), pa.string())
        self._inner = duckdb.open_memory({})
        self._put: set[str] = set()
        self._leaves: dict[str, ir.Table] = {}
        self._rows: dict[str, int] = {}

    @property
    def backend(self) -> BaseBackend:
        """DuckDB's."""
        return self._inner.backend

    def table(self, name: str) -> ir.Table:
        """As `Store.table`."""
        if name in self._put or name not in TABLES:
            return self._inner.table(name)
        if name not in self._leaves:
            rows = self._leaf(name)
            self._rows[name] = rows.num_rows
            self._leaves[name] = self._inner.put(f"record_{name}", rows)
        return self._leaves[name]

    def put(self, name: str, rows: pa.Table | ir.Table) -> ir.Table:
        """As `Store.put`."""
        kept = self._inner.put(name, rows)
        self._put.add(name)
        return kept

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        """As `Store.gather`."""
        kept = self._inner.gather(name, parts)
        self._put.add(name)
        return kept

    def has(self, name: str) -> bool:
        """As `Store.has`: a table without a row is as good as none."""
        return name in self._put or (name in TABLES and not self.empty(name))

    def empty(self, name: str) -> bool:
        """As `Store.empty`."""
        if name in self._put:
            return False
        self.table(name)
        return not self._rows[name]

    def take_obligations(self) -> None:
        """Put the record's own obligations here, in place of working them out."""
        self.put("obligations", self._left(self._record("obligations")))

    def close(self) -> None:
        """As `Store.close`."""
        self._inner.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _leaf(self, name: str) -> pa.Table:
        rows = self._record(name)
        return self._left(rows) if rows.num_rows else empty_table(name)

    def _left(self, rows: pa.Table) -> pa.Table:
        if "child_id" not in rows.column_names or not len(self._without):
            return rows
        kept = pc.invert(pc.is_in(rows["child_id"], value_set=self._without))
        return rows.filter(kept)
