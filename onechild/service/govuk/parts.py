"""The parts of a page as plain data: a view builds them, a template tag draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onechild.service.govuk.listing import Sort

Basis = Literal["", "law", "guidance", "local", "promise"]
TagKind = Literal["plain", "cp", "lac", "cin", "legal", "restricted", "late", "over", "done", "missing"]
TableKind = Literal["plain", "stack", "tight", "scroll", "wide"]


@dataclass(frozen=True)
class Tag:
    """A word in a box. `kind` gives its colour and never its only meaning; `missing` is the dashed one."""

    text: str
    kind: TagKind = "plain"


@dataclass(frozen=True)
class Link:
    """A link; `hidden` is read aloud after the words, where they alone would not say what for."""

    text: str
    href: str
    hidden: str = ""
    current: bool = False
    count: str | int | None = None


@dataclass(frozen=True, kw_only=True)
class Duty:
    """What somebody owes: what, for whom, why, by when, and what to do next.

    With `due`, the words of the date and whether it is late are worked out; `when`, `note` and `late` say it otherwise,
    where the clock's own unit is hours or the thing is booked. `also` are further things to do about it.
    """

    what: str
    href: str = ""
    after: str = ""
    tags: Sequence[Tag] = ()
    basis: Basis = ""
    why: str = ""
    due: date | None = None
    when: str = ""
    note: str = ""
    late: bool = False
    missing: str = ""
    next: Link | None = None
    also: Sequence[Link] = ()


@dataclass(frozen=True, kw_only=True)
class Jump:
    """A count that leads to what it counts."""

    count: str | int
    text: str
    href: str
    note: str = ""
    late: bool = False
    phone_only: bool = False


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A name and its value, or in a listing a value alone, with a small line under it."""

    value: str
    name: str = ""
    note: str = ""
    href: str = ""
    tag: Tag | None = None


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One thing of a timeline: a decision has a filled mark, a silence (nothing written) a square one."""

    on: date
    title: str
    words: str = ""
    note: str = ""
    kind: Literal["", "decision", "silence"] = ""
    href: str = ""
    action: Link | None = None


@dataclass(frozen=True, kw_only=True)
class Load:
    """How much someone holds against a target, drawn on a scale that a column shares (its greatest value)."""

    held: float
    target: float
    scale: float


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a table, where words alone are not enough."""

    text: str = ""
    note: str = ""
    href: str = ""
    hidden: str = ""
    tag: Tag | None = None
    strong: bool = False
    load: Load | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it is words alone: most cells are, and a long table draws them at once."""
        return not (self.note or self.href or self.tag or self.load or self.strong)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it: a phone leaves it out."""
        return not (self.text or self.note or self.tag or self.load)


@dataclass(frozen=True)
class Column:
    """A column of a table; with a `key` its header sorts, where the table has a `sort`."""

    text: str
    key: str = ""
    number: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table: the first cell of each row is its header. `heading` is the id of a heading that names it."""

    label: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[object]]
    total: Sequence[object] = ()
    kind: TableKind = "stack"
    sort: Sort | None = None
    empty: str = ""
    heading: str = ""
    classes: str = ""
