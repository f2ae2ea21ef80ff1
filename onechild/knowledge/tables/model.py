"""The shapes of the contract: what a column is, what a table is, and the columns that every table carries."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pyarrow as pa


class Kind(StrEnum):
    """The types a column may have; each is stored as the Arrow type that `ARROW` names."""

    TEXT = "text"
    CODE = "code"
    DATE = "date"
    INSTANT = "instant"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes or no"


ARROW: dict[Kind, pa.DataType] = {
    Kind.TEXT: pa.string(),
    Kind.CODE: pa.string(),
    Kind.DATE: pa.date32(),
    Kind.INSTANT: pa.timestamp("us", tz="UTC"),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.YES_NO: pa.bool_(),
}


class Shape(StrEnum):
    """A spell is [started_on, ended_on); an event happens on a day; a thing has neither."""

    SPELL = "spell"
    EVENT = "event"
    THING = "thing"


@dataclass(frozen=True)
class Column:
    """One typed column: its name, what it says in a sentence, its code set if it has one, what it refers to."""

    name: str
    kind: Kind
    says: str
    codes: str | None = None
    required: bool = False
    refers: str | None = None

    @property
    def arrow(self) -> pa.Field:
        """This column as an Arrow field; `required` means it may not be null."""
        return pa.field(self.name, ARROW[self.kind], nullable=not self.required)


@dataclass(frozen=True)
class Table:
    """One table of the contract: a sentence, a one-column key, typed columns; `personal` holds names or addresses."""

    name: str
    key: str
    says: str
    shape: Shape
    columns: tuple[Column, ...]
    personal: bool = False

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema that a Parquet file of this table must have."""
        return pa.schema([column.arrow for column in self.columns])

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(column.name for column in self.columns)

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"the table {self.name} has no column {name}")

    @property
    def of_child(self) -> bool:
        """Whether every row belongs to a child."""
        return "child_id" in self.names and self["child_id"].required


def text(name: str, says: str, *, required: bool = False, refers: str | None = None) -> Column:
    """Text, or the key of a row of another table (`refers`)."""
    return Column(name, Kind.TEXT, says, required=required, refers=refers)


def code(name: str, codes: str, says: str, *, required: bool = False) -> Column:
    """A code of the code set `codes`; a value outside it breaks the contract."""
    return Column(name, Kind.CODE, says, codes=codes, required=required)


def day(name: str, says: str, *, required: bool = False) -> Column:
    """A date, London time."""
    return Column(name, Kind.DATE, says, required=required)


def instant(name: str, says: str) -> Column:
    """A moment, in UTC."""
    return Column(name, Kind.INSTANT, says)


def integer(name: str, says: str) -> Column:
    """A whole number."""
    return Column(name, Kind.INTEGER, says)


def number(name: str, says: str, *, required: bool = False) -> Column:
    """A number that may have a fraction."""
    return Column(name, Kind.NUMBER, says, required=required)


def yes_no(name: str, says: str) -> Column:
    """Yes, no, or not known (null)."""
    return Column(name, Kind.YES_NO, says)


CHILD = text("child_id", "The child; unique within the council.", required=True, refers="children")
TEAM = text("team_id", "The team responsible.", refers="teams")
WORKER = text("worker_id", "The worker responsible.", refers="workers")
STARTED = day("started_on", "The first day; the spell holds from it.", required=True)
ENDED = day("ended_on", "The last day, which the spell no longer holds on; empty while open.")
HAPPENED = day("happened_on", "The day it happened.", required=True)
RECORDED = day("recorded_on", "The day the row was written down at its source; empty where unknown.")
END_RECORDED = day("end_recorded_on", "The day the end was written down; empty while open or unknown.")
RESTRICTED = code(
    "restricted",
    "restriction",
    "Why only some may open this row; empty where anybody who may see the child may.",
)
SOURCE = text("source", "The format or system the row came from.")
SOURCE_ROW = text("source_row", "Where in that source: file and line, sheet and row, or element path.")


def spell(name: str, key: str, says: str, *columns: Column, child: bool = True, personal: bool = False) -> Table:
    """A table of spells [started_on, ended_on), by default of a child."""
    owner = (CHILD,) if child else ()
    own = {column.name for column in columns}
    dates = tuple(column for column in (STARTED, ENDED) if column.name not in own)
    tail = (RECORDED, END_RECORDED, *_tail(child=child))
    return Table(name, key, says, Shape.SPELL, (_key(key), *owner, *dates, *columns, *tail), personal)


def event(name: str, key: str, says: str, *columns: Column, child: bool = True, personal: bool = False) -> Table:
    """A table of events, each on its day `happened_on`, by default of a child."""
    owner = (CHILD,) if child else ()
    own = {column.name for column in columns}
    dates = tuple(column for column in (HAPPENED,) if column.name not in own)
    tail = (RECORDED, *_tail(child=child))
    return Table(name, key, says, Shape.EVENT, (_key(key), *owner, *dates, *columns, *tail), personal)


def thing(name: str, key: str, says: str, *columns: Column, child: bool = False, personal: bool = False) -> Table:
    """A table of things that have neither a day nor a spell of their own."""
    owner = (CHILD,) if child else ()
    tail = (RECORDED, *_tail(child=child or name == "children"))
    return Table(name, key, says, Shape.THING, (_key(key), *owner, *columns, *tail), personal)


def _key(name: str) -> Column:
    return text(name, "The key of the row; unique within the council.", required=True)


def _tail(*, child: bool) -> tuple[Column, ...]:
    return (*((RESTRICTED,) if child else ()), SOURCE, SOURCE_ROW)
