"""Where the rows come from: an extract's files, or whatever else holds the standard tables; cut to what a day knew."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Protocol

import polars as pl
import pyarrow as pa

from onechild.knowledge.tables.contract import TABLES
from onechild.knowledge.tables.extract import Extract
from onechild.knowledge.tables.model import Kind, Shape, Table

# Days that may lie ahead of the day they are known on.
AHEAD = frozenset({"expected_on", "target_on", "conference_target_on", "due_on", "expires_on", "timetable_to"})
# What a row says only because something happened on a day of its own: blank as long as that day has not come.
SAID_AT: dict[str, dict[str, tuple[str, ...]]] = {
    "assessments": {"ended_on": ("needs_support",)},
    "child_protection_plans": {"ended_on": ("end_reason",)},
    "periods_of_care": {"ended_on": ("end_reason",)},
    "placements": {"ended_on": ("change_reason",)},
    "permanence_cases": {
        "ordered_on": ("order_kind", "adopted_by_carer"),
        "reversed_on": ("reversed_reason",),
        "matched_on": ("adoptive_family_id",),
    },
    "referrals": {"ended_on": ("end_reason",)},
    "adopters": {"left_on": ("left_reason",)},
}


class Tables(Protocol):
    """Whoever can hand over rows of the standard tables as frames with the contract's columns."""

    def rows(self, table: str, *, children: Collection[str] | None = None, since: date | None = None) -> pl.DataFrame:
        """Rows of a table: of these children, or of all; and only what happened, or still held, since a day."""


class ExtractTables:
    """The tables of an extract."""

    def __init__(self, extract: Extract) -> None:
        self._extract = extract

    def rows(self, table: str, *, children: Collection[str] | None = None, since: date | None = None) -> pl.DataFrame:
        """As `Tables.rows`; only the rows asked for are read into memory."""
        path = self._extract.path(table)
        if path is None:
            return empty(TABLES[table])
        found = pl.scan_parquet(path)
        if since is not None:
            found = found.filter(_since(TABLES[table], since))
        if children is not None:
            found = found.join(pl.LazyFrame({"child_id": list(children)}, {"child_id": pl.String}), "child_id", "semi")
        return found.collect()


def known_on(frame: pl.DataFrame, table: Table, as_at: date) -> pl.DataFrame:
    """This function will cut rows to what had happened by the end of a day.

    Rows that begin or happen later go; an end, or any other date that is later, is blank, with what was said at it.
    """
    begins = {Shape.SPELL: "started_on", Shape.EVENT: "happened_on"}.get(table.shape)
    if begins:
        frame = frame.filter(pl.col(begins).is_null() | (pl.col(begins) <= as_at))
    dates = [column.name for column in table.columns if column.kind is Kind.DATE and column.name not in AHEAD]
    said = SAID_AT.get(table.name, {})
    later = {name: pl.col(name) > as_at for name in dates if name not in (begins, "recorded_on")}
    told = [
        pl.when(later[on].fill_null(True)).then(None).otherwise(pl.col(name)).alias(name)
        for on, names in said.items()
        for name in names
    ]
    return frame.with_columns(*told).with_columns(
        pl.when(is_later).then(None).otherwise(pl.col(name)).alias(name) for name, is_later in later.items()
    )


def empty(table: Table) -> pl.DataFrame:
    """This function will return a frame with the contract's columns and no row."""
    return to_frame(table.schema.empty_table())


def to_frame(rows: pa.Table) -> pl.DataFrame:
    """This function will return an Arrow table as a frame."""
    frame = pl.from_arrow(rows)
    assert isinstance(frame, pl.DataFrame)  # noqa: S101  a table gives a frame, a column a series
    return frame


def _since(table: Table, since: date) -> pl.Expr:
    if table.shape is Shape.SPELL:
        return pl.col("ended_on").is_null() | (pl.col("ended_on") >= since)
    return pl.col("happened_on") >= since if table.shape is Shape.EVENT else pl.lit(True)
