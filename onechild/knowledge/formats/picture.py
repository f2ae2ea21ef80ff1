"""Makes one picture of what several files and formats say of one council's children.

A thing that two of them hold (same child, same natural key: formats.keys) becomes one row. SSD rules, then the CIN
census, the SSDA903 and Annex A, and within a format the newest file; gaps are filled from the next, and what they
disagree on is a finding. Children whose ids differ only by case are one child, spelled as the first source spells it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.contradictions import contradictions
from onechild.knowledge.formats.keys import natural_columns, natural_keys
from onechild.knowledge.formats.merging import lay_under, merge_repeats
from onechild.knowledge.formats.model import Finding, Reading
from onechild.knowledge.formats.recognising import PRECEDENCE
from onechild.knowledge.tables.contract import TABLES

_Renamed = dict[str, tuple[pa.Array, pa.Array]]


@dataclass
class Picture:
    """One council's standard tables and all that was found amiss in them."""

    tables: dict[str, pa.Table] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def make_picture(readings: Sequence[Reading]) -> Picture:
    """This function will make one picture of the readings, whatever order they come in."""
    ordered = sorted(readings, key=lambda reading: PRECEDENCE.index(reading.format))
    picture = Picture(findings=[finding for reading in ordered for finding in reading.findings])
    for reading in ordered:
        tables = _one_spelling(picture.tables.get("children"), reading.tables, picture.findings)
        tables = {name: _once(name, rows, picture.findings) for name, rows in tables.items() if rows.num_rows}
        picture.findings += contradictions(tables, year=reading.year)
        _lay_under(picture, tables)
    picture.findings += contradictions(picture.tables, across=True)
    return picture


def _once(name: str, rows: pa.Table, findings: list[Finding]) -> pa.Table:
    merged = merge_repeats(name, rows)
    findings += merged.conflicts
    return merged.rows


def _lay_under(picture: Picture, tables: dict[str, pa.Table]) -> None:
    """Join a reading's tables below those of the picture: parents first, since a row may be matched by its parent."""
    if not picture.tables:
        picture.tables = tables
        return
    renamed: _Renamed = {}
    for name in sorted(tables, key=_depth):
        under = _follow(name, tables[name], renamed)
        above = picture.tables.get(name)
        picture.tables[name] = under if above is None else _join(name, above, under, renamed, picture.findings)
    for name in tables:
        picture.tables[name] = _follow(name, picture.tables[name], renamed)


def _join(name: str, above: pa.Table, under: pa.Table, renamed: _Renamed, findings: list[Finding]) -> pa.Table:
    key = TABLES[name].key
    keys, under_keys = (pa.chunked_array([natural_keys(name, rows)]) for rows in (above, under))
    match = pc.index_in(under_keys, value_set=keys.combine_chunks())
    matched = pc.is_valid(match)
    renamed[name] = (
        under.column(key).filter(matched).combine_chunks(),
        above.column(key).take(match.drop_null()).combine_chunks(),
    )
    under = _apart(name, above, under, matched)
    merged = lay_under(name, above, under, keys=keys, under_keys=under_keys)
    findings += merged.conflicts
    return merged.rows


def _apart(name: str, above: pa.Table, under: pa.Table, matched: pa.ChunkedArray) -> pa.Table:
    """A key of another thing that happens to be spelled like one above is told apart by its source."""
    key = TABLES[name].key
    clash = pc.and_(pc.is_in(under.column(key), value_set=above.column(key).combine_chunks()), pc.invert(matched))
    if not pc.any(clash).as_py():
        return under
    apart = pc.binary_join_element_wise(under.column(key), under.column("source"), "/")
    position = under.schema.get_field_index(key)
    return under.set_column(position, under.schema.field(key), pc.if_else(clash, apart, under.column(key)))


def _depth(name: str) -> int:
    """How many tables a natural key reaches through: 0 where it refers to children alone."""
    refers = {column.name: column.refers for column in TABLES[name].columns}
    above = {refers.get(column) for column in natural_columns(name)} - {None, "children", name}
    return 1 + max((_depth(str(table)) for table in above), default=-1)


def _follow(name: str, rows: pa.Table, renamed: _Renamed) -> pa.Table:
    """Point references to rows that were joined to another at that other."""
    for column in TABLES[name].columns:
        if column.refers in renamed and rows.column(column.name).null_count < len(rows):
            old, new = renamed[column.refers]
            values = rows.column(column.name)
            changed = new.take(pc.index_in(values, value_set=old).combine_chunks())
            position = rows.schema.get_field_index(column.name)
            rows = rows.set_column(
                position, rows.schema.field(position), pc.coalesce(pa.chunked_array([changed]), values)
            )
    return rows


def _one_spelling(above: pa.Table | None, tables: dict[str, pa.Table], findings: list[Finding]) -> dict[str, pa.Table]:
    """Spell every child's id as the first source that has the child does."""
    known = [table.column("child_id") for table in (above, tables.get("children")) if table is not None]
    if not known:
        return tables
    spelled = pc.unique(pa.chunked_array([chunk for column in known for chunk in column.chunks], pa.string()))
    lowered = pc.utf8_lower(spelled)
    first = spelled.take(pc.index_in(lowered, value_set=lowered))
    met: dict[str, tuple[str, str]] = {}
    made = {name: _respelled(name, rows, spelled, lowered, first, met) for name, rows in tables.items()}
    for written, (kept, name) in met.items():
        words = f"the child's id is spelled {written} here and {kept} elsewhere; taken as one child"
        findings.append(Finding("conflict", name, words, kept))
    return made


def _respelled(
    name: str,
    rows: pa.Table,
    spelled: pa.Array,
    lowered: pa.Array,
    first: pa.Array,
    met: dict[str, tuple[str, str]],
) -> pa.Table:
    """Spell the ids of one table; `met` takes each other spelling, with the one kept and the table it stood in."""
    for column in TABLES[name].columns:
        if column.name != "child_id" and column.refers != "children":
            continue
        values = rows.column(column.name)
        if values.null_count == len(values):
            continue
        at = pc.index_in(values, value_set=spelled)
        if at.null_count > values.null_count or not spelled.equals(first):
            at = pc.coalesce(at, pc.index_in(pc.utf8_lower(values), value_set=lowered))
            proper = pc.coalesce(pa.chunked_array([first.take(at.combine_chunks())]), values)
            _note_spelling(name, values, proper, met)
            rows = rows.set_column(rows.schema.get_field_index(column.name), column.arrow, proper)
    return rows


def _note_spelling(
    name: str, values: pa.ChunkedArray, proper: pa.ChunkedArray, met: dict[str, tuple[str, str]]
) -> None:
    differs = pc.fill_null(pc.not_equal(values, proper), False)
    pairs = dict(zip(values.filter(differs).to_pylist(), proper.filter(differs).to_pylist(), strict=True))
    for written, kept in pairs.items():
        met.setdefault(written, (kept, name))
