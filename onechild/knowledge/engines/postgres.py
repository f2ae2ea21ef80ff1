"""PostgreSQL: loads the tables that are asked for into a schema of their own, and keeps there what is put."""

from __future__ import annotations

import io
import secrets
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import ibis
import psycopg
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from onechild.errors import CannotProceed
from onechild.knowledge.engines.opened import Opened
from onechild.knowledge.engines.store import Store, empty_table, nullable
from onechild.knowledge.tables.extract import Extract

if TYPE_CHECKING:
    from pathlib import Path

    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

CHUNK = 1 << 20


def open_store(extract: Extract, *, url: str) -> Store:
    """Open an extract on the PostgreSQL at `url`, in a schema made for it and dropped when the store is closed.

    This function will raise CannotProceed where nothing answers at the address.
    """
    return _Postgres({name: path for name in extract.rows if (path := extract.path(name))}, url)


def open_memory(tables: Mapping[str, pa.Table], *, url: str) -> Store:
    """Open tables in memory on the PostgreSQL at `url`; each must keep the contract."""
    return _Postgres(tables, url)


class _Postgres(Opened):
    """A leaf is loaded when it is first asked for, so that only what is needed crosses over."""

    def __init__(self, leaves: Mapping[str, Path | pa.Table], url: str) -> None:
        super().__init__(leaves)
        self._schema = f"onechild_{secrets.token_hex(6)}"
        self._loader = _connect(url)
        self._loader.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(self._schema)))
        self._loader.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(self._schema)))
        self._backend = ibis.postgres.connect(**connection_parts(url), schema=self._schema)

    @property
    def backend(self) -> BaseBackend:
        return self._backend

    def put(self, name: str, rows: pa.Table | ir.Table) -> ir.Table:
        if isinstance(rows, pa.Table):
            self._drop(name)
            self._tables[name] = self._load(name, rows)
        else:
            self._tables[name] = self._backend.create_table(name, rows, overwrite=True)
            self._analyse(name)
        self._put.add(name)
        return self._tables[name]

    def gather(self, name: str, parts: Sequence[ir.Table]) -> ir.Table:
        kept = self.put(name, parts[0])
        for part in parts[1:]:
            self._backend.insert(name, part)
        self._analyse(name)
        return kept

    def close(self) -> None:
        self._backend.disconnect()
        self._loader.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(self._schema)))
        self._loader.close()

    def _leaf(self, name: str) -> ir.Table:
        leaf = self._leaves.get(name)
        rows = empty_table(name) if leaf is None else leaf if isinstance(leaf, pa.Table) else pq.read_table(leaf)
        return self._load(f"extract_{name}", rows)

    def _load(self, name: str, rows: pa.Table) -> ir.Table:
        """An empty table by Ibis, for its types, then the rows by COPY, as lines that tell null from an empty text."""
        rows = nullable(rows).combine_chunks()  # of an empty first chunk pyarrow's CSV writer makes zero bytes
        kept = self._backend.create_table(name, schema=ibis.schema(rows.schema))
        if rows.num_rows:
            lines = io.BytesIO()
            pyarrow.csv.write_csv(rows, lines, pyarrow.csv.WriteOptions(include_header=False))
            content = lines.getbuffer()
            copy = sql.SQL("COPY {} FROM STDIN (FORMAT csv)").format(sql.Identifier(self._schema, name))
            with self._loader.cursor() as cursor, cursor.copy(copy) as target:
                for start in range(0, len(content), CHUNK):
                    target.write(content[start : start + CHUNK])
        self._analyse(name)
        return kept

    def _drop(self, name: str) -> None:
        self._loader.execute(sql.SQL("DROP TABLE IF EXISTS {}").format(sql.Identifier(self._schema, name)))

    def _analyse(self, name: str) -> None:
        """Without its statistics the planner takes every new table for a small one."""
        self._loader.execute(sql.SQL("ANALYZE {}").format(sql.Identifier(self._schema, name)))


def _connect(url: str) -> psycopg.Connection[tuple[object, ...]]:
    try:
        return psycopg.connect(url, autocommit=True)
    except (psycopg.OperationalError, psycopg.ProgrammingError) as fault:
        raise CannotProceed(f"PostgreSQL can't be reached: {' '.join(str(fault).split())}") from None


def connection_parts(url: str) -> dict[str, str | int]:
    """This function will return an address as Ibis takes it, apart; what it has no argument for goes along as it is."""
    known = {"dbname": "database"}
    parts = {known.get(key, key): value for key, value in conninfo_to_dict(url).items() if value not in (None, "")}
    return parts | {"port": int(str(parts.get("port", 5432)))}
