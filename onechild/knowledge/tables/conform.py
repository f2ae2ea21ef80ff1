"""Makes a table keep the contract, or says which table, column and row breaks it."""

from __future__ import annotations

from typing import NoReturn

import pyarrow as pa
import pyarrow.compute as pc

from onechild.errors import CannotProceed
from onechild.knowledge.codesets import codeset
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Column, Table

TWICE = "stands more than once"


class ContractBroken(CannotProceed):
    """A table that does not keep the contract; the message names table, column and row."""


def conform(name: str, rows: pa.Table) -> pa.Table:
    """Put the columns of `rows` in the contract's order and types, absent optional ones as null.

    This function will raise ContractBroken for an unknown table or column, and for a value that can't take its type.
    """
    table = _table(name)
    for column in rows.column_names:
        if column not in table.names:
            raise ContractBroken(f"table {name}: the contract has no column {column}")
    arrays = [_typed(table, column, rows) for column in table.columns]
    return pa.Table.from_arrays(arrays, schema=table.schema)


def check(name: str, rows: pa.Table, *, before: int = 0) -> None:
    """Check types, required columns, codes and the key of a table, or of a chunk of it that `before` rows precede.

    This function will raise ContractBroken at the first fault, naming table, column and row (counted from 1).
    """
    table = _table(name)
    for column in table.columns:
        if column.name not in rows.column_names:
            raise ContractBroken(f"table {name}: the column {column.name} is missing")
        if rows.schema.field(column.name).type != column.arrow.type:
            found = rows.schema.field(column.name).type
            raise ContractBroken(f"table {name}, column {column.name}: the type is {found}, not {column.arrow.type}")
        _check_values(table, column, rows.column(column.name), before)
    extra = set(rows.column_names) - set(table.names)
    if extra:
        raise ContractBroken(f"table {name}: the contract has no column {sorted(extra)[0]}")
    _check_key(table, rows.column(table.key), before)


def broken(table: Table, column: Column, index: int, how: str) -> NoReturn:
    """Refuse a table for the value at `index`, counted from nought."""
    raise ContractBroken(f"table {table.name}, column {column.name}, row {index + 1}: the value {how}")


def _table(name: str) -> Table:
    if name not in TABLES:
        raise ContractBroken(f"the contract has no table {name}")
    return TABLES[name]


def _typed(table: Table, column: Column, rows: pa.Table) -> pa.ChunkedArray:
    if column.name not in rows.column_names:
        return pa.chunked_array([pa.nulls(rows.num_rows, column.arrow.type)])
    try:
        return rows.column(column.name).cast(column.arrow.type)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as fault:
        raise ContractBroken(f"table {table.name}, column {column.name}: {fault}") from None


def _check_values(table: Table, column: Column, values: pa.ChunkedArray, before: int) -> None:
    if column.required and values.null_count:
        broken(table, column, before + _first(pc.is_null(values)), "is empty")
    if column.codes:
        known = pa.array([code.code for code in codeset(column.codes).codes], pa.string())
        wrong = pc.and_(pc.is_valid(values), pc.invert(pc.is_in(values, value_set=known)))
        if pc.any(wrong).as_py():
            broken(table, column, before + _first(wrong), f"is not in the code set {column.codes}")


def _check_key(table: Table, keys: pa.ChunkedArray, before: int) -> None:
    if pc.count_distinct(keys).as_py() == len(keys):
        return
    counts = pc.value_counts(keys.combine_chunks())
    twice = pc.filter(counts.field("values"), pc.greater(counts.field("counts"), 1))
    broken(table, table[table.key], before + _first(pc.is_in(keys, value_set=twice)), TWICE)


def _first(wrong: pa.ChunkedArray) -> int:
    return int(pc.index(wrong, True).as_py())
