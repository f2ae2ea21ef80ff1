"""Makes more of an invented council: copies of its tables in which every id is fresh, all at once or one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

Tables = Mapping[str, pa.Table]

# Where in a number the copy is written, so that no two children share one.
DIGITS = {"upn": 4, "nhs": 1, "home_office": 1}


# Sums over the whole council, which grow with it; its other standards, and its school terms, are said once.
GROWS = ("population_", "outturn_")


def together(parts: Sequence[Tables]) -> dict[str, pa.Table]:
    """This function will put several councils' tables under one another, as one council of all of them."""
    names = sorted({name for part in parts for name in part})
    held = {name: [part[name] for part in parts if name in part] for name in names}
    return {name: pa.concat_tables(_as_one_council(name, rows)) for name, rows in held.items()}


def copy(tables: Tables, *, count: int) -> dict[str, pa.Table]:
    """This function will return the tables with `K<count>` before every id; copy nought is the original.

    Columns named `..._id` are ids in the whole contract, and so are earlier ids kept among the identifiers.
    """
    return {name: _fresh(name, rows, count) for name, rows in tables.items()}


def copies(name: str, councils: Sequence[tuple[Tables, int]]) -> Iterator[pa.Table]:
    """This function will give one table of several councils, each made when it is asked for and told by its count.

    Put under one another they are what `together` gives.
    """
    if name in COUNCIL_WIDE:
        held = [_fresh(name, tables[name], count) for tables, count in councils if name in tables]
        yield from _as_one_council(name, held)
        return
    for tables, count in councils:
        if name in tables:
            yield _fresh(name, tables[name], count)


def _as_one_council(name: str, held: list[pa.Table]) -> list[pa.Table]:
    return COUNCIL_WIDE[name](held) if name in COUNCIL_WIDE and held else held


def _first(held: list[pa.Table]) -> list[pa.Table]:
    return [held[0], *(rows.slice(0, 0) for rows in held[1:])]


def _settings(held: list[pa.Table]) -> list[pa.Table]:
    """The first one's standards for the whole council, with sums added up, and everyone's own for teams."""
    rows = held[0].to_pylist()
    for row in rows:
        if row["setting"].startswith(GROWS):
            row["value"] = sum(_values(row, other) for other in held)
    first = pa.Table.from_pylist(rows, schema=held[0].schema)
    return [first, *(other.filter(pc.is_valid(other["team_id"])) for other in held[1:])]


def _values(row: dict[str, Any], other: pa.Table) -> float:
    same = pc.and_(pc.equal(other["setting"], row["setting"]), pc.equal(other["started_on"], row["started_on"]))
    return float(pc.sum(other.filter(same)["value"]).as_py() or 0)


COUNCIL_WIDE: dict[str, Callable[[list[pa.Table]], list[pa.Table]]] = {"school_terms": _first, "settings": _settings}


def _fresh(name: str, rows: pa.Table, count: int) -> pa.Table:
    if count == 0:
        return rows
    prefix = f"K{count}"
    for place, column in enumerate(rows.column_names):
        if column.endswith("_id"):
            rows = rows.set_column(place, rows.schema.field(place), _prefixed(rows.column(place), prefix))
    if name == "identifiers":
        place = rows.schema.get_field_index("value")
        rows = rows.set_column(place, rows.schema.field(place), _numbers(rows, prefix, count))
    return rows


def _prefixed(values: pa.ChunkedArray, prefix: str) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(pa.scalar(prefix, values.type), values, pa.scalar("", values.type))


def _numbers(rows: pa.Table, prefix: str, count: int) -> pa.ChunkedArray:
    kinds, values = rows.column("identifier_kind"), rows.column("value")
    for kind, start in DIGITS.items():
        fresh = pc.binary_replace_slice(values, start=start, stop=start + 3, replacement=f"{count % 1000:03d}")
        values = pc.if_else(pc.equal(kinds, kind), fresh, values)
    return pc.if_else(pc.equal(kinds, "earlier_la_child_id"), _prefixed(values, prefix), values)
