"""Makes one row of the rows of a table that are one thing: the first one's values, its gaps filled from the later."""

from __future__ import annotations

from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.model import Finding
from onechild.knowledge.tables.contract import TABLES

# Where a row came from is no fact of the thing.
_ABOUT_THE_ROW = frozenset({"source", "source_row", "recorded_on", "end_recorded_on"})
# An older file of the same return does not close what the newer one leaves open.
_ENDS = frozenset({"ended_on", "end_reason", "end_recorded_on", "end_words"})


@dataclass(frozen=True)
class Merged:
    """A table with one row for each key, and what its sources disagreed on."""

    rows: pa.Table
    conflicts: list[Finding]


def merge_repeats(name: str, rows: pa.Table) -> Merged:
    """This function will make one row of the rows that share a key in one reading, the first ruling.

    An end that only a later row has is not filled in: the newest file of a return knows best whether a thing is open.
    """
    key = TABLES[name].key
    coded = rows.column(key).combine_chunks().dictionary_encode()
    if len(coded.dictionary) == len(rows):
        return Merged(rows, [])
    merged, *turns = _turns(rows, coded.indices)
    conflicts: list[Finding] = []
    for turn in turns:
        joined = lay_under(name, merged, turn, keys=merged.column(key), under_keys=turn.column(key), same_return=True)
        merged, conflicts = joined.rows, conflicts + joined.conflicts
    return Merged(merged, conflicts)


def lay_under(
    name: str,
    rows: pa.Table,
    under: pa.Table,
    *,
    keys: pa.ChunkedArray,
    under_keys: pa.ChunkedArray,
    same_return: bool = False,
) -> Merged:
    """This function will fill the gaps of `rows` from the rows of `under` with the same key, and add its other rows.

    `keys` and `under_keys` say what is one thing; each must hold a key once. Values that differ are conflicts.
    """
    match = pc.index_in(keys, value_set=under_keys.combine_chunks())
    if match.null_count == len(match):
        return Merged(pa.concat_tables([rows, under]), [])
    columns, conflicts = [], []
    for column in TABLES[name].columns:
        ours, theirs = rows.column(column.name), under.column(column.name).take(match)
        fixed = column.name == TABLES[name].key or column.name in ("source", "source_row")
        columns.append(ours if fixed or (same_return and column.name in _ENDS) else pc.coalesce(ours, theirs))
        if not fixed and column.name not in _ABOUT_THE_ROW and column.name not in _references(name):
            conflicts += _conflicts(name, column.name, rows, ours, theirs, under.column("source_row").take(match))
    filled = pa.table(columns, schema=rows.schema)
    extra = under.filter(pc.invert(pc.is_in(under_keys, value_set=keys.combine_chunks())))
    return Merged(pa.concat_tables([filled, extra]), conflicts)


def _references(name: str) -> frozenset[str]:
    return frozenset(column.name for column in TABLES[name].columns if column.refers)


def _turns(rows: pa.Table, codes: pa.Array) -> list[pa.Table]:
    """The first row of every key, then the second of those that have one, and so on."""
    left = pa.table({"code": codes, "row": pa.array(range(len(rows)), pa.int64())})
    turns = []
    while left.num_rows:
        first = left.group_by("code").aggregate([("row", "min")]).column("row_min").combine_chunks()
        first = first.take(pc.sort_indices(first))
        turns.append(rows.take(first))
        left = left.filter(pc.invert(pc.is_in(left.column("row"), value_set=first)))
    return turns


def _conflicts(
    name: str,
    column: str,
    rows: pa.Table,
    ours: pa.ChunkedArray,
    theirs: pa.ChunkedArray,
    where: pa.ChunkedArray,
) -> list[Finding]:
    differs = pc.fill_null(pc.not_equal(ours, theirs), False)
    if not pc.any(differs).as_py():
        return []
    key = TABLES[name].key
    child = rows.column("child_id") if "child_id" in rows.column_names else pa.chunked_array([pa.nulls(len(rows))])
    told = (rows.column(key), child, rows.column("source_row"), where, ours, theirs)
    found = []
    for row_id, of, here, there, one, other in zip(*(each.filter(differs).to_pylist() for each in told), strict=True):
        words = f"{column} is {one} in {here} and {other} in {there}; the first is kept"
        found.append(Finding("conflict", name, words, of, row_id))
    return found
