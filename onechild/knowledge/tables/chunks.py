"""Writes and checks the Parquet file of a table chunk by chunk, so that a table may be larger than memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from onechild.knowledge.tables.conform import TWICE, broken, check, conform
from onechild.knowledge.tables.contract import TABLES

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Small chunks are gathered until they make a row group worth reading by itself.
ROW_GROUP = 250_000
# How many doubtful keys are looked up at a time, so that a table which is all doubles needs no more memory either.
SUSPECTS = 100_000


def write_chunks(path: Path, name: str, chunks: Iterable[pa.Table]) -> int:
    """Write the chunks of a table under one another, file mode 0600, and return its rows; no file where there are none.

    Each chunk is put in the contract's order and types and checked. This function will raise ContractBroken at the
    first fault, naming table, column and row; a key that stands in two chunks is found once all are written.
    """
    with _File(path) as file:
        keys = _Keys(name)
        for chunk in chunks:
            if chunk.num_rows:
                kept = conform(name, chunk)
                keys.add(kept)
                file.add(kept)
    keys.refuse_doubles(path)
    return keys.rows


def check_chunks(path: Path, name: str) -> None:
    """Check the file of a table against the contract, a row group at a time; raises ContractBroken as `check` does."""
    with pq.ParquetFile(path) as file:
        if not file.num_row_groups:
            check(name, file.read())
        keys = _Keys(name)
        for place in range(file.num_row_groups):
            keys.add(file.read_row_group(place))
    keys.refuse_doubles(path)


class _File:
    """A Parquet file that is begun with its first rows, and written a row group at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writer: pq.ParquetWriter | None = None
        self._waiting: list[pa.Table] = []

    def add(self, rows: pa.Table) -> None:
        self._waiting.append(rows)
        if sum(waiting.num_rows for waiting in self._waiting) >= ROW_GROUP:
            self._write()

    def _write(self) -> None:
        if self._writer is None:
            self._path.touch(mode=0o600)
            self._writer = pq.ParquetWriter(self._path, self._waiting[0].schema, compression="zstd")
        self._writer.write_table(pa.concat_tables(self._waiting))
        self._waiting.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._waiting and fault is None:
            self._write()
        if self._writer is not None:
            self._writer.close()


class _Keys:
    """Checks chunk after chunk, and whether a key stands in two of them: by hashes, 8 bytes a row, then for certain."""

    def __init__(self, name: str) -> None:
        self.rows = 0
        self._name = name
        self._first: pa.ChunkedArray | None = None
        self._hashes: list[NDArray[np.uint64]] = []

    def add(self, chunk: pa.Table) -> None:
        check(self._name, chunk, before=self.rows)
        self.rows += chunk.num_rows
        keys = chunk.column(TABLES[self._name].key)
        if not self._hashes and self._first is None:
            self._first = keys  # of a table in one piece, `check` has said all
            return
        if self._first is not None:
            self._hashes.append(_hashes(self._first))
            self._first = None
        self._hashes.append(_hashes(keys))

    def refuse_doubles(self, path: Path) -> None:
        """Raise ContractBroken where a key of the file stands more than once; lets the hashes go."""
        doubtful = _twice(self._hashes)
        for start in range(0, len(doubtful), SUSPECTS):
            _refuse_doubles(path, self._name, doubtful[start : start + SUSPECTS])


def _twice(parts: list[NDArray[np.uint64]]) -> NDArray[np.uint64]:
    """The hashes that stand more than once; empties `parts` on the way, so that they are never in memory twice."""
    every = np.empty(sum(len(part) for part in parts), np.uint64)
    filled = 0
    while parts:
        part = parts.pop()
        every[filled : filled + len(part)] = part
        filled += len(part)
    every.sort()
    return np.unique(every[1:][every[1:] == every[:-1]])


def _refuse_doubles(path: Path, name: str, suspects: NDArray[np.uint64]) -> None:
    table, seen, before = TABLES[name], dict[str, int](), 0
    for keys in _keys(path, table.key):
        near = np.flatnonzero(np.isin(_hashes(keys), suspects))
        for index, key in zip(near.tolist(), keys.take(pa.array(near)).to_pylist(), strict=True):
            if key in seen:
                broken(table, table[table.key], seen[key], TWICE)
            seen[key] = before + index
        before += len(keys)


def _keys(path: Path, column: str) -> Iterator[pa.ChunkedArray]:
    with pq.ParquetFile(path) as file:
        for place in range(file.num_row_groups):
            yield file.read_row_group(place, columns=[column]).column(0)


def _hashes(keys: pa.ChunkedArray) -> NDArray[np.uint64]:
    import polars as pl  # only for tables in pieces; the rest need not wait for it

    return pl.Series(keys).hash().to_numpy()
