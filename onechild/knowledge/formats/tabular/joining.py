"""Joins the pieces of a table that several sheets of one format gave: one row for one key, what disagrees named."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from onechild.knowledge.formats.merging import Merged, lay_under, merge_repeats
from onechild.knowledge.formats.model import Finding
from onechild.knowledge.tables.contract import TABLES

Piece = tuple[str, pa.Table]


def join_pieces(pieces: Sequence[Piece], *, years: bool = False) -> tuple[dict[str, pa.Table], list[Finding]]:
    """This function will return the pieces as tables, one row for each key; a table with no row is left out.

    The first piece that says something is believed, and what it leaves empty is filled from the next. With `years` the
    pieces are those of several years' returns, the newest first: what the newest leaves open stays open.
    """
    tables: dict[str, pa.Table] = {}
    findings: list[Finding] = []
    for name in dict.fromkeys(name for name, piece in pieces if piece.num_rows):
        same = [piece for other, piece in pieces if other == name and piece.num_rows]
        joined = merge_repeats(name, pa.concat_tables(same)) if years else _laid(name, same)
        tables[name] = joined.rows
        findings += joined.conflicts
    return tables, findings


def _laid(name: str, pieces: Sequence[pa.Table]) -> Merged:
    key = TABLES[name].key
    joined = merge_repeats(name, pieces[0])
    for piece in pieces[1:]:
        under = merge_repeats(name, piece)
        keys, under_keys = joined.rows.column(key), under.rows.column(key)
        laid = lay_under(name, joined.rows, under.rows, keys=keys, under_keys=under_keys)
        joined = Merged(laid.rows, [*joined.conflicts, *under.conflicts, *laid.conflicts])
    return joined
