"""Finds what rows say that cannot all be true; such rows are kept as they are, each with a finding."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from onechild.knowledge.formats.model import Finding
from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.model import Kind, Shape
from onechild.knowledge.workdays.days import FIRST_DAY, LAST_DAY
from onechild.knowledge.workdays.years import year_bounds

# A child has one of these at a time.
ONE_AT_A_TIME = (
    "child_protection_plans",
    "child_in_need_plans",
    "periods_of_care",
    "care_episodes",
    "placements",
)

# Their end is set ahead: the eighteenth birthday, the day an order runs out.
_END_AHEAD = frozenset({"immigration_statuses", "deprivation_of_liberty_orders"})

_HAPPENINGS = ("started_on", "ended_on", "happened_on")
_OF_A_LIFE = frozenset({"born_on", "expected_on", "died_on", "her_child_born_on"})
_NAMED = 3


def contradictions(tables: dict[str, pa.Table], *, year: int | None = None, across: bool = False) -> list[Finding]:
    """This function will find what is amiss in tables, which must each hold a key once.

    Without `across`, what one source's rows say by themselves: dates out of order, outside the calendar or after the
    return's `year`, the same row twice. With it, what the whole picture says: overlaps, rows of children who are on
    no list, references that lead nowhere.
    """
    if across:
        return [*_overlaps(tables), *_orphans(tables), *_unlinked(tables)]
    found: list[Finding] = []
    for name, rows in tables.items():
        found += [*_out_of_order(name, rows), *_outside_calendar(name, rows), *_twice(name, rows)]
        if year:
            found += _after(name, rows, year_bounds(year, "cin")[1])
    return found


def _out_of_order(name: str, rows: pa.Table) -> Iterator[Finding]:
    pairs = [("born_on", "died_on")] if name == "children" else []
    if TABLES[name].shape is Shape.SPELL:
        pairs.append(("started_on", "ended_on"))
    for earlier, later in pairs:
        for row in _where(rows, pc.less(rows.column(later), rows.column(earlier))):
            yield _finding("impossible_order", name, row, f"{later} {row[later]} comes before {earlier} {row[earlier]}")


def _outside_calendar(name: str, rows: pa.Table) -> Iterator[Finding]:
    for column in TABLES[name].columns:
        if column.kind is not Kind.DATE or column.name in _OF_A_LIFE:
            continue
        values = rows.column(column.name)
        bounds = pc.min_max(values)
        low, high = bounds["min"].as_py(), bounds["max"].as_py()
        if low is None or (low >= FIRST_DAY and high <= LAST_DAY):
            continue
        outside = pc.or_(pc.less(values, pa.scalar(FIRST_DAY)), pc.greater(values, pa.scalar(LAST_DAY)))
        for row in _where(rows, outside):
            words = f"{column.name} {row[column.name]} lies outside the calendar of {FIRST_DAY.year} to {LAST_DAY.year}"
            yield _finding("outside_calendar", name, row, words)


def _after(name: str, rows: pa.Table, last: date) -> Iterator[Finding]:
    for column in _HAPPENINGS:
        if column not in rows.column_names or (column == "ended_on" and name in _END_AHEAD):
            continue
        values = rows.column(column)
        highest = pc.max(values).as_py()
        if highest is not None and highest > last:
            for row in _where(rows, pc.greater(values, pa.scalar(last))):
                words = f"{column} {row[column]} comes after the return's last day, {last}"
                yield _finding("outside_year", name, row, words)


def _twice(name: str, rows: pa.Table) -> Iterator[Finding]:
    """Rows numbered "/2" by formats.keys, where all they say is what the first says."""
    key = TABLES[name].key
    keys = rows.column(key)
    if not _any(pc.ends_with(keys, "/2")):
        return
    numbered = rows.filter(pc.match_substring_regex(keys, r"/[0-9]+$"))
    firsts = pc.replace_substring_regex(numbered.column(key), r"/[0-9]+$", "")
    found = rows.take(pc.indices_nonzero(pc.is_in(keys, value_set=firsts.combine_chunks())))
    first = {row[key]: row for row in found.to_pylist()}
    for row, base in zip(numbered.to_pylist(), firsts.to_pylist(), strict=True):
        if base in first and _says(row, key) == _says(first[base], key):
            words = f"{row['source_row']} says just what {first[base]['source_row']} says; both are kept"
            yield _finding("duplicate", name, row, words, other=base)


def _says(row: dict[str, object], key: str) -> dict[str, object]:
    return {column: value for column, value in row.items() if column not in (key, "source_row", "recorded_on")}


def _overlaps(tables: dict[str, pa.Table]) -> Iterator[Finding]:
    for name in ONE_AT_A_TIME:
        if name in tables:
            yield from _overlaps_in(name, tables[name])


def _overlaps_in(name: str, rows: pa.Table) -> Iterator[Finding]:
    """Walk the spells of children who have more than one, by start: each against the one that reaches furthest."""
    key = TABLES[name].key
    spells = rows.select([key, "child_id", "started_on", "ended_on"])
    counts = pc.value_counts(spells.column("child_id").combine_chunks())
    several = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    spells = spells.filter(pc.is_in(spells.column("child_id"), value_set=several))
    spells = spells.sort_by([("child_id", "ascending"), ("started_on", "ascending")])
    child, furthest, until = None, "", date.min
    for row_key, of, start, end in zip(*(column.to_pylist() for column in spells.columns), strict=True):
        ends = end or date.max
        if of == child and start < until and start < ends:
            words = f"the spell from {start} begins before the one of {furthest} ends"
            yield Finding("overlap", name, words, of, row_key, furthest)
        if of != child or ends > until:
            child, furthest, until = of, row_key, ends


def _orphans(tables: dict[str, pa.Table]) -> Iterator[Finding]:
    known = (
        tables["children"].column("child_id").combine_chunks() if "children" in tables else pa.array([], pa.string())
    )
    met: dict[str, dict[str, int]] = {}
    for name, rows in tables.items():
        if name == "children" or "child_id" not in rows.column_names:
            continue
        ids = rows.column("child_id").drop_null()
        lost = ids.filter(pc.invert(pc.is_in(ids, value_set=known)))
        for item in pc.value_counts(lost.combine_chunks()).to_pylist():
            met.setdefault(item["values"], {})[name] = item["counts"]
    for child, places in met.items():
        where = ", ".join(f"{count} of {name}" for name, count in places.items())
        words = f"the child is on no list of children, yet has rows ({where}); they are kept"
        yield Finding("orphan", next(iter(places)), words, child)


def _unlinked(tables: dict[str, pa.Table]) -> Iterator[Finding]:
    for name, rows in tables.items():
        for column in TABLES[name].columns:
            if column.refers in (None, "children") or rows.column(column.name).null_count == len(rows):
                continue
            target = tables.get(str(column.refers))
            known = (
                target.column(TABLES[str(column.refers)].key).combine_chunks() if target else pa.array([], pa.string())
            )
            values = rows.column(column.name).drop_null()
            lost = values.filter(pc.invert(pc.is_in(values, value_set=known)))
            if len(lost):
                some = ", ".join(lost.slice(0, _NAMED).to_pylist())
                more = f" and {len(lost) - _NAMED} more" if len(lost) > _NAMED else ""
                words = f"{column.name} leads to no row of {column.refers}: {some}{more}"
                yield Finding("unlinked", name, words)


def _where(rows: pa.Table, mask: pa.ChunkedArray) -> list[dict[str, object]]:
    found: list[dict[str, object]] = rows.filter(pc.fill_null(mask, False)).to_pylist()
    return found


def _any(mask: pa.ChunkedArray) -> bool:
    return bool(pc.any(mask).as_py())


def _finding(kind: str, table: str, row: dict[str, object], words: str, *, other: str | None = None) -> Finding:
    child, key = row.get("child_id"), row[TABLES[table].key]
    return Finding(kind, table, words, str(child) if child is not None else None, str(key), other)
