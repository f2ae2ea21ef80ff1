"""Between Arrow, in which tables are kept, and Polars, in which they are worked on."""

from __future__ import annotations

import polars as pl
import pyarrow as pa

from onechild.knowledge.tables.conform import conform


def frame_of(rows: pa.Table) -> pl.DataFrame:
    """This function will return an Arrow table as a frame."""
    frame = pl.from_arrow(rows)
    if not isinstance(frame, pl.DataFrame):
        raise TypeError(f"{type(rows).__name__} is no table")
    return frame


def arrow_of(frame: pl.DataFrame) -> pa.Table:
    """This function will return a frame as an Arrow table with plain text: Polars hands it over as large strings."""
    rows = frame.to_arrow()
    large = (pa.large_string(), pa.string_view())
    return rows.cast(
        pa.schema([pa.field(one.name, pa.string() if one.type in large else one.type) for one in rows.schema])
    )


def table_of(name: str, frame: pl.DataFrame) -> pa.Table:
    """This function will return a frame as a standard table; raises ContractBroken where it doesn't fit."""
    return conform(name, arrow_of(frame))
