"""Cells that may not be blank and are, values that no drop-down has, and rows that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from onechild.knowledge.formats.annex_a.checks.model import Kind, Query, at
from onechild.knowledge.formats.annex_a.writing.drop_downs import UNKNOWN, in_the_list
from onechild.knowledge.formats.annex_a.writing.model import Annex, Holds, Made
from onechild.knowledge.formats.annex_a.writing.values import cells

# What tells one row of a list from another; of lists 7 and 8 only what is open can stand twice.
ONE = {
    1: ("child", "on", "source"),
    2: ("child", "on"),
    3: ("child", "on"),
    4: ("child", "on"),
    5: ("child", "on"),
    6: ("child",),
    7: ("child",),
    8: ("child",),
    9: ("child",),
    10: ("child",),
    11: ("adopter",),
}
OPEN = {7: "ended", 8: "ceased"}
# A council in England stands by name beside the drop-down of other nations.
BY_NAME = frozenset({"nation"})


def missing_and_unlisted(annex: Annex) -> Iterator[Query]:
    """This function will query blank cells of columns that may not be blank, and values out of their drop-down."""
    for made in annex.lists.values():
        who = made.rows["child" if "child" in made.rows.columns else "adopter"]
        for place, row in enumerate(cells(made)):
            for column, value in zip(made.layout.columns, row, strict=True):
                said = _said(value, column.filled, column.holds, column.codes, by_name=column.name in BY_NAME)
                if said:
                    yield Query(said[0], made.layout.number, place + 2, who[place] or "", column.heading, said[1])


def twice(annex: Annex) -> Iterator[Query]:
    """This function will query rows that say the same thing of the same child, or two that can't both be open."""
    for number, made in annex.lists.items():
        yield from _twice(made, ONE[number], OPEN.get(number, ""))


def _twice(made: Made, keys: tuple[str, ...], ends: str) -> Iterator[Query]:
    rows = made.rows.with_row_index("place")
    if ends:
        rows = rows.filter(pl.col(ends).is_null())
    again = rows.filter(pl.struct(keys).is_duplicated())
    what = (
        "is open twice for one child"
        if ends
        else "stands twice: same child and same day"
        if "on" in keys
        else ("stands twice")
    )
    yield from at(made, again, Kind.TWICE, keys[-1] if ends == "" else "on", f"The row {what}")


def _said(value: object, filled: bool, holds: Holds, codes: str, *, by_name: bool) -> tuple[Kind, str] | None:
    if filled and value is None:
        return Kind.MISSING, "It may not be blank"
    if filled and value == UNKNOWN:
        return Kind.MISSING, "Nothing is recorded, so it says unknown"
    if holds is Holds.CODE and isinstance(value, str) and not by_name and not in_the_list(codes, value):
        return Kind.NOT_IN_LIST, f"The workbook’s drop-down has no value for {value}"
    return None
