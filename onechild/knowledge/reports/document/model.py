"""A report as data: sections with sentences, tables, charts, and a footnote to the definition of every figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

STAFF = "For staff only: holds small numbers"
PUBLIC = "For publication: no child, small numbers kept back"


@dataclass(frozen=True)
class Said:
    """A sentence or a paragraph, and the keys of the measures whose definitions stand in its footnotes."""

    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cell:
    """What a cell shows. `value` is the number for a spreadsheet, None where there is none or it is kept back."""

    text: str
    value: float | None = None
    per_cent: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """The head of a column, and whether numbers stand in it."""

    title: str
    number: bool = False


@dataclass(frozen=True)
class Table:
    """A table: its first column names the row; `total` is the last row, set apart; `says` stands below it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    says: str = ""

    @property
    def all_rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows, and the total last."""
        return (*self.rows, self.total) if self.total else self.rows


@dataclass(frozen=True)
class Chart:
    """A drawing for wide pages and one for narrow. The title says the finding; the numbers stand in a table beside."""

    title: str
    wide: str
    narrow: str


@dataclass(frozen=True)
class Section:
    """A part of the report, in the order read: sentences, charts, tables, then what is to be known of them."""

    key: str
    title: str
    said: tuple[Said, ...] = ()
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    after: tuple[Said, ...] = ()
    sections: tuple[Section, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it."""
        return not (self.said or self.charts or self.tables or self.after or self.sections)


@dataclass(frozen=True)
class Footnote:
    """The definition of a figure, by its number in this report."""

    number: int
    key: str
    title: str
    words: str
    source: str


@dataclass(frozen=True)
class Document:
    """The whole report. `days` says what it is of, `mark` who may have it, `foot` what it was made from."""

    kind: str
    title: str
    council: str
    days: str
    as_at: date
    against: date
    mark: str
    publish: bool
    invented: str
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    foot: str = ""

    def number_of(self, key: str) -> int:
        """The number of the footnote of a measure."""
        return next(note.number for note in self.footnotes if note.key == key)

    @property
    def name(self) -> str:
        """What a file of it is called, without its ending: kind and day."""
        return f"{self.kind}-{self.as_at.isoformat()}"


def noted(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """This function will return the keys of the measures that sections say something of, in the order read."""
    return tuple(dict.fromkeys(key for section in sections for key in _keys(section)))


def _keys(section: Section) -> Iterator[str]:
    for said in section.said:
        yield from said.notes
    for table in section.tables:
        for row in table.all_rows:
            for cell in row:
                yield from cell.notes
    for said in section.after:
        yield from said.notes
    for inner in section.sections:
        yield from _keys(inner)
