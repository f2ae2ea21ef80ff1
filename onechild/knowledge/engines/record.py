"""The record as a store: its views read where they lie, in one snapshot, and what is put kept while it is open."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import ibis
import psycopg
import pyarrow as pa
import pyarrow.csv

from onechild.errors import CannotProceed
from onechild.knowledge.engines.opened import Opened
from onechild.knowledge.engines.postgres import connection_parts
from onechild.knowledge.engines.store import Store, nullable
from onechild.knowledge.tables.contract import TABLES

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

ALSO = {"obligations": "public"}  # what the record keeps besides the contract's tables, and where


def open_record(url: str, *, schema: str = "contract", settings: Mapping[str, str] | None = None) -> Store:
    """Open the record at `url` as it stands: the views of a schema that have the contract's names and columns.

    `schema="known"` reads it as it was known, with `settings={"onechild.known_at": "2026-03-31 23:59:59+00"}`; settings
    are those of the database session. All is read in one transaction, so as it was when it was opened, and what is put
    is in temporary tables; nothing is left behind. `obligations` are the record's own where it reads `contract`, until
    `clocks.build` puts others. This function will raise CannotProceed where nothing answers at the address.
    """
    return _Record(url, schema, dict(settings or {}))


class _Record(Opened):
    """One connection, in one transaction that is given up at the end: temporary tables go with it."""

    def __init__(self, url: str, schema: str, settings: Mapping[str, str]) -> None:
        super().__init__({})
        self._schema = schema
        self._empty: dict[str, bool] = {}
        self._made = 0
        options = {"default_transaction_isolation": "repeatable read", "jit": "off", **settings}
        self._backend = _connect(url, " ".join(f"-c {name}={_escaped(value)}" for name, value in options.items()))

    @property
    def backend(self) -> BaseBackend:
        return self._backend

    def has(self, name: str) -> bool:
        """As `Store.has`: a view without a row is as good as none."""
        return name in self._put or (name in TABLES and not self.empty(name))

    def empty(self, name: str) -> bool:
        """As `Store.empty`; the database is asked once."""
        if name in self._put:
            return False
        if name not in self._empty:
            first = self._leaf(name).limit(1).count().to_pyarrow().as_py()
            self._empty[name] = not first
        return self._empty[name]

    def put(self, name: str, rows: pa.Table | ir.Table) -> ir.Table:
        return self._keep(name, [rows])

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        return self._keep(name, parts)

    def close(self) -> None:
        self._backend.con.rollback()
        self._backend.disconnect()

    def _leaf(self, name: str) -> ir.Table:
        if name not in TABLES and not (name in ALSO and self._schema == "contract"):
            raise KeyError(name)
        found = self._backend.table(name, database=ALSO.get(name, self._schema)).op()
        # Ibis joins and unites only like with like, and a column that may not be null is not like one that may.
        every = ibis.schema({column: kind(nullable=True) for column, kind in found.schema.items()})
        return found.copy(schema=every).to_expr()

    def _keep(self, name: str, parts: Sequence[pa.Table | ir.Table]) -> ir.Table:
        """Under a name of its own each time: what is put may be made of what it takes the place of."""
        self._made += 1
        place = f"{name}_{self._made}"
        first = parts[0]
        schema = ibis.schema(nullable(first).schema) if isinstance(first, pa.Table) else first.schema()
        kept = self._backend.create_table(place, schema=schema, temp=True)
        for part in parts:
            if isinstance(part, pa.Table):
                self._copy(place, nullable(part))
            else:
                self._backend._run_pre_execute_hooks(part)
                columns = ", ".join(f'"{column}"' for column in part.columns)
                self._run(f'INSERT INTO "{place}" ({columns}) {self._backend.compile(part)}')
        self._run(f'ANALYZE "{place}"')
        self._tables[name] = kept
        self._put.add(name)
        return kept

    def _copy(self, place: str, rows: pa.Table) -> None:
        if rows.num_rows:
            lines = io.BytesIO()
            options = pyarrow.csv.WriteOptions(include_header=False)
            pyarrow.csv.write_csv(rows.combine_chunks(), lines, options)
            with self._backend.con.cursor() as cursor, cursor.copy(f'COPY "{place}" FROM STDIN (FORMAT csv)') as target:
                target.write(lines.getvalue())

    def _run(self, statement: str) -> None:
        with self._backend.con.cursor() as cursor:
            cursor.execute(statement)


def _connect(url: str, options: str) -> BaseBackend:
    parts = connection_parts(url)
    given = str(parts.pop("options", ""))
    try:
        backend = ibis.postgres.connect(**parts, options=f"{given} {options}".strip(), autocommit=False)
    except (psycopg.OperationalError, psycopg.ProgrammingError) as fault:
        raise CannotProceed(f"PostgreSQL can't be reached: {' '.join(str(fault).split())}") from None
    backend.con.execute("SELECT 1")  # opens the transaction that all of Ibis's own are then only parts of
    return backend


def _escaped(value: str) -> str:
    """A space or a backslash in an option of the connection needs a backslash before it."""
    return value.replace("\\", "\\\\").replace(" ", "\\ ")
