"""The shapes of the check report: a query about a cell or a row, its kind, and a count set against a measure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from onechild.knowledge.formats.annex_a.writing.model import Made


class Kind(StrEnum):
    """What is the matter; the order is that of the report."""

    MISSING = "Missing"
    NOT_IN_LIST = "Not in the drop-down"
    IMPOSSIBLE = "Impossible"
    TWICE = "Twice"
    DISAGREES = "Lists disagree"
    OVERDUE = "Overdue"
    ASKED = "Would be asked about"


@dataclass(frozen=True)
class Query:
    """One query: which list and row of the sheet, which child or adopter, which column, and what in words."""

    kind: Kind
    list: int
    row: int
    who: str
    column: str
    words: str

    @property
    def sheet(self) -> str:
        """The sheet's name."""
        return f"List {self.list}"


@dataclass(frozen=True)
class Rule:
    """Rows of a list that are queried: `where` they are found, by the frame's columns, and what is said of them."""

    kind: Kind
    list: int
    column: str
    where: pl.Expr
    words: str


@dataclass(frozen=True)
class Measured:
    """A count of a list beside the measure that counts the same; `why` says how the two may rightly differ."""

    list: int
    what: str
    listed: int
    measure: str
    measured: int
    why: str = ""

    @property
    def agrees(self) -> bool:
        """Whether the two are one number."""
        return self.listed == self.measured


Finds = Callable[[Made], Iterator[Query]]


def found(made: Made, rule: Rule) -> Iterator[Query]:
    """This function will give a query for each row of a list that a rule finds."""
    yield from at(made, made.rows.with_row_index("place").filter(rule.where), rule.kind, rule.column, rule.words)


def at(made: Made, rows: pl.DataFrame, kind: Kind, column: str, words: str) -> Iterator[Query]:
    """This function will give a query for each of these rows of a list, which number their `place` from 0."""
    who = rows["child" if "child" in rows.columns else "adopter"]
    heading = next(one.heading for one in made.layout.columns if one.name == column)
    for place, whose in zip(rows["place"], who, strict=True):
        yield Query(kind, made.layout.number, place + 2, whose or "", heading, words)
