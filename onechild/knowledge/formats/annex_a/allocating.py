"""Settles who holds a child's case where several lists name a team and a worker: one lead allocation a child."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl
import pyarrow as pa

from onechild.knowledge.formats.model import Finding
from onechild.knowledge.formats.tabular.frames import frame_of, table_of
from onechild.knowledge.formats.tabular.joining import Piece

LEADS = "allocations"

# What the lists of one workbook gave, by the list's name.
Book = Sequence[tuple[str, Sequence[Piece]]]

# Care says most surely who holds a case, then protection, need and leaving care.
_BEST_FIRST = ("List 8", "List 7", "List 6", "List 9")


def one_lead_each(books: Sequence[Book]) -> tuple[list[Piece], list[Finding]]:
    """This function will keep one lead allocation for each child, beside those of personal advisers.

    `books` hold the pieces that each list gave, the newest workbook first. An open allocation comes before an ended
    one, then the newer workbook, then the list that says it most surely. Where another open one of the same workbook
    names somebody else, that is a finding.
    """
    allocations = [
        _ranked(number, part, rows)
        for number, book in enumerate(books)
        for part, pieces in book
        for name, rows in pieces
        if name == LEADS
    ]
    if not allocations:
        return [], []
    rows = pl.concat(allocations)
    leads = rows.filter(pl.col("role") == "lead").sort(
        pl.col("ended_on").is_not_null(),
        "book",
        "list",
        "ended_on",
        descending=[False, False, False, True],
        maintain_order=True,
    )
    kept = leads.unique("child_id", keep="first", maintain_order=True)
    advisers = rows.filter(pl.col("role") != "lead")
    made = table_of(LEADS, pl.concat([kept, advisers]).drop("book", "list"))
    return [(LEADS, made)], [*_other_workers(leads), *_passed_over(leads.height - kept.height)]


def _ranked(book: int, part: str, rows: pa.Table) -> pl.DataFrame:
    return frame_of(rows).with_columns(book=pl.lit(book), list=pl.lit(_BEST_FIRST.index(part)))


def _other_workers(leads: pl.DataFrame) -> list[Finding]:
    named = leads.filter(pl.col("ended_on").is_null()).with_columns(who=pl.struct("worker_id", "team_id"))
    several = named.group_by("child_id", "book", maintain_order=True).agg(
        pl.col("who").n_unique(), pl.col("source_row"), pl.col("allocation_id").first()
    )
    return [
        Finding(
            "conflict",
            "allocations",
            f"{' and '.join(row['source_row'])} name different teams or workers; the first is kept",
            child_id=row["child_id"],
            row_id=row["allocation_id"],
        )
        for row in several.filter(pl.col("who") > 1).iter_rows(named=True)
    ]


def _passed_over(rows: int) -> list[Finding]:
    if not rows:
        return []
    words = (
        f"{rows} further team and worker of a child in several lists: the child's lead allocation is made from one list"
    )
    return [Finding("inferred", "allocations", words)]
