"""How a sheet is laid out, as data: its fields, and the rows of the standard tables that one of its rows gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onechild.knowledge.formats.mapping import Mapped
from onechild.knowledge.formats.values import Reader
from onechild.knowledge.tables.model import Kind


@dataclass(frozen=True)
class Field:
    """One field read from a column of the source; two fields may read one column in two ways.

    `heading` is the column's published name (`name` where it is left empty) and `also` are others it goes by. A row
    without a `required` field is refused, `lacking` saying why; a column that is not `usual` is not missed. The type
    is that of the standard column it goes to, or `kind`; `reader` replaces the reader of that type, and `many` says
    that it returns a list. `not_carried` is the reason why no standard table takes it; `derived` marks one that the
    other columns say already, so that losing it is no finding.
    """

    name: str
    heading: str = ""
    also: tuple[str, ...] = ()
    required: bool = False
    usual: bool = True
    kind: Kind | None = None
    reader: Reader | None = None
    many: bool = False
    lacking: str = "is empty"
    not_carried: str = ""
    derived: bool = False

    @property
    def column(self) -> str:
        """The column's published name."""
        return self.heading or self.name


@dataclass(frozen=True)
class Is:
    """The same value in every row."""

    value: object


@dataclass(frozen=True)
class KeyOf:
    """The key of the row that the same source row gave in another table; empty where it gave none."""

    table: str


@dataclass(frozen=True)
class TeamOf:
    """A team's key, made of its name."""

    field: str


@dataclass(frozen=True)
class WorkerOf:
    """A worker's key, made of the name without holding it."""

    field: str


@dataclass(frozen=True)
class First:
    """The first of several fields that holds something."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class Each:
    """One row for each item of a field that holds a list."""

    field: str


@dataclass(frozen=True)
class Worked:
    """A column that the format's reader works out beside the fields, `of` those named."""

    name: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Or:
    """A field, or where it is empty a value."""

    field: str
    value: object


Source = str | Is | KeyOf | TeamOf | WorkerOf | First | Each | Worked | Or


@dataclass(frozen=True)
class Gives:
    """The row of a standard table that a source row gives, where the fields of `when` hold something.

    `only` keeps the rows whose fields hold these very values. `once` makes one row of those that say the same, as
    many rows name one worker. `inferred` says in words what was worked out.
    """

    table: str
    columns: Mapping[str, Source]
    when: tuple[str, ...] = ()
    only: Mapping[str, object] = field(default_factory=dict)
    once: bool = False
    inferred: str = ""


_ABOUT_ALL = frozenset({"children", "teams", "workers", "worker_names"})


@dataclass(frozen=True)
class Part:
    """One list, module or table of a format: its name, its fields, and what its rows give."""

    name: str
    fields: tuple[Field, ...]
    gives: tuple[Gives, ...] = ()
    title: str = ""

    def field(self, name: str) -> Field:
        """The field of this name."""
        return next(one for one in self.fields if one.name == name)

    @property
    def main(self) -> str:
        """The standard table that the part is chiefly about."""
        tables = [gives.table for gives in self.gives]
        return next((table for table in tables if table not in _ABOUT_ALL), tables[0] if tables else self.name)


def fields_of(source: Source) -> tuple[str, ...]:
    """This function will return the names of the fields that a source reads."""
    match source:
        case str():
            return (source,)
        case TeamOf(name) | WorkerOf(name) | Each(name) | Or(name, _):
            return (name,)
        case First(names) | Worked(_, names):
            return names
        case _:
            return ()


def mapping_of(parts: Iterable[Part]) -> tuple[Mapped, ...]:
    """This function will return the mapping of a format, line by line, in the order of its layout."""
    lines: dict[Mapped, None] = {}
    for part in parts:
        for gives in part.gives:
            fixed = next((to for to, source in gives.columns.items() if isinstance(source, Is)), "")
            for name in gives.only if fixed else ():
                lines[Mapped(part.name, part.field(name).column, gives.table, fixed, _note(gives, fixed))] = None
            for to, source in gives.columns.items():
                for name in fields_of(source):
                    lines[Mapped(part.name, part.field(name).column, gives.table, to, _note(gives, source))] = None
    return tuple(lines)


def not_carried_of(parts: Iterable[Part]) -> dict[tuple[str, str], str]:
    """This function will return why a column is not carried, by part and column."""
    return {(part.name, one.column): one.not_carried for part in parts for one in part.fields if one.not_carried}


def _note(gives: Gives, source: Source) -> str:
    conditions = [f"where {name} is {_said(value)}" for name, value in gives.only.items()]
    match source:
        case TeamOf():
            conditions.insert(0, "a key made of the name")
        case WorkerOf():
            conditions.insert(0, "a key made of the name, which it does not hold")
        case Each():
            conditions.insert(0, "one row for each")
    return "; ".join([*conditions, *([gives.inferred] if gives.inferred else [])])


def _said(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
