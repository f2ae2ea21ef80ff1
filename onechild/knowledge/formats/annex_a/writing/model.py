"""The shapes of the workbook that is written: a column as published, a list, and the rows that fill it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import polars as pl

SEX_FROM = date(2026, 1, 1)  # the workbook of 2026 says Sex where earlier ones said Gender


class Holds(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    CODE = "code"
    YES_NO = "yes or no"


@dataclass(frozen=True)
class Origin:
    """Where a cell's value stands: a table, its column, and which column of our frame has the row's key.

    Empty `key` is the table's own key column, marked `#`. Where that key is null in a row, this is not its origin.
    """

    table: str
    column: str
    key: str = ""

    @property
    def key_column(self) -> str:
        """The column of the frame that holds the key, or a list of keys."""
        return self.key or f"{self.table}#"


@dataclass(frozen=True)
class Column:
    """One column of a list as published; `name` is the frame's column with standard values.

    `codes` is the drop-down. `filled` marks a column that may not be blank. `worked` says in words how a value was
    worked out, where it is no value of a row.
    """

    heading: str
    name: str
    holds: Holds = Holds.TEXT
    codes: str = ""
    filled: bool = False
    of: tuple[Origin, ...] = ()
    worked: str = ""
    since_2026: str = ""

    def headed(self, as_at: date) -> str:
        """The heading in the workbook of that day's year."""
        return self.since_2026 if self.since_2026 and as_at >= SEX_FROM else self.heading


@dataclass(frozen=True)
class Layout:
    """One list as published: its number, title, what it takes in, the column its rows are told by, and its columns."""

    number: int
    title: str
    scope: str
    columns: tuple[Column, ...]
    months: int = 6

    @property
    def sheet(self) -> str:
        """The name of its sheet."""
        return f"List {self.number}"


@dataclass(frozen=True)
class Made:
    """A list with its rows: standard values under the columns' names, and keys of origin under `table#`."""

    layout: Layout
    rows: pl.DataFrame

    def __len__(self) -> int:
        return self.rows.height


@dataclass(frozen=True)
class Annex:
    """The eleven lists as at the end of a day, with what was left out of them on purpose, in words."""

    as_at: date
    council_name: str
    lists: Mapping[int, Made]
    left_out: tuple[str, ...] = ()

    @property
    def children(self) -> list[str]:
        """Every child in any list, once."""
        found = [made.rows["child"] for made in self.lists.values() if "child" in made.rows.columns]
        return pl.concat(found).unique().drop_nulls().sort().to_list() if found else []


def text(heading: str, name: str, *of: Origin, filled: bool = False) -> Column:
    """A column of text."""
    return Column(heading, name, filled=filled, of=of)


def day(heading: str, name: str, *of: Origin, filled: bool = False) -> Column:
    """A column of dates."""
    return Column(heading, name, Holds.DAY, filled=filled, of=of)


def code(heading: str, name: str, codes: str, *of: Origin, filled: bool = False, worked: str = "") -> Column:
    """A column with a drop-down."""
    return Column(heading, name, Holds.CODE, f"annexa_{codes}", filled, of, worked)


def yes_no(heading: str, name: str, *of: Origin, filled: bool = False, worked: str = "") -> Column:
    """A column of yes and no."""
    return Column(heading, name, Holds.YES_NO, "annexa_yes_no", filled, of, worked)


def count(heading: str, name: str, *of: Origin, worked: str, filled: bool = True) -> Column:
    """A column that counts."""
    return Column(heading, name, Holds.NUMBER, filled=filled, of=of, worked=worked)
