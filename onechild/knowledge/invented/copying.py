"""Makes more of an invented council: copies of its tables in which every id is fresh, all at once or one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

Tables = Mapping[str, pa.Table]

# Where in a number the copy is written, so that no two children share one.
DIGITS = {"upn": 4, "nhs": 1, "home_office": 1}


def together(parts: Sequence[Tables]) -> dict[str, pa.Table]:
    """This function will put several councils' tables under one another."""
    names = sorted({name for part in parts for name in part})
    return {name: pa.concat_tables([part[name] for part in parts if name in part]) for name in names}


def copy(tables: Tables, *, count: int) -> dict[str, pa.Table]:
    """This function will return the tables with `K<count>` before every id; copy nought is the original.

    Columns named `..._id` are ids in the whole contract, and so are earlier ids kept among the identifiers.
    """
    return {name: _fresh(name, rows, count) for name, rows in tables.items()}


def copies(name: str, councils: Sequence[tuple[Tables, int]]) -> Iterator[pa.Table]:
    """This function will give one table of several councils, each made when it is asked for and told by its count."""
    for tables, count in councils:
        if name in tables:
            yield _fresh(name, tables[name], count)


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
