"""Works out what the templates of the parts show: words of dates, cells of tables, lengths of bars, links that sort."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.http import HttpRequest, QueryDict

from onechild.service.govuk import words
from onechild.service.govuk.listing import Sort
from onechild.service.govuk.parts import Cell, Column, Duty, Happening, Link, Load, Table, Tag

Part = TypeVar("Part")
BASES = {"law": "Law.", "guidance": "Guidance.", "local": "Local standard.", "promise": "Promise."}


def as_part(kind: type[Part], given: Part | Mapping[str, Any]) -> Part:
    """This function will return the part, made from a mapping with its names where that was given."""
    return kind(**given) if isinstance(given, Mapping) else given


@dataclass(frozen=True)
class DrawnDuty:
    """A duty with its words of time and of law."""

    duty: Duty
    basis: str
    when: str
    note: str
    late: bool


def drawn_duty(duty: Duty, today: date) -> DrawnDuty:
    """This function will return the duty with when it is due in words; what the view said itself goes before."""
    basis = BASES.get(duty.basis, "")
    if duty.when or duty.due is None:
        return DrawnDuty(duty, basis, duty.when, duty.note, duty.late)
    parts = words.due_parts(duty.due, today)
    return DrawnDuty(duty, basis, parts.when, duty.note or parts.note, duty.late or parts.late)


@dataclass(frozen=True)
class DrawnLoad:
    """A bar in hundredths of its width: what is held up to the target, what is beyond it, and where the target stands."""

    within: str
    beyond: str
    target: str
    held: str
    words: str


def drawn_load(load: Load) -> DrawnLoad:
    """This function will return where a load bar's parts begin and end, and its words for those who can't see it."""
    scale = max(load.scale, load.held, load.target) or 1
    within, beyond = min(load.held, load.target), max(load.held - load.target, 0)
    said = f"{beyond:.1f} over" if beyond else f"room for {load.target - load.held:.1f}"
    return DrawnLoad(
        within=_share(within, scale),
        beyond=_share(beyond, scale) if beyond else "",
        target=_share(load.target, scale * 1.01),
        held=f"{load.held:.1f}",
        words=f"of {load.target:.1f}, {said}",
    )


@dataclass(frozen=True)
class Header:
    """The header of a column: where it leads if it sorts, and which way the list goes now."""

    column: Column
    href: str = ""
    way: str = ""


@dataclass(frozen=True)
class DrawnTable:
    """A table with its cells made alike."""

    table: Table
    headers: list[Header]
    rows: list[list[tuple[Column, Cell]]]
    total: list[tuple[Column, Cell]]

    @property
    def classes(self) -> str:
        """The classes of the table element."""
        kinds = {"stack": " oc-stack", "tight": " oc-stack oc-stack--tight"}
        ordered = " oc-stack--sorted" if self.stacks and self.table.sort else ""
        return f"govuk-table oc-table{kinds.get(self.table.kind, '')}{ordered} {self.table.classes}".rstrip()

    @property
    def stacks(self) -> bool:
        """Whether rows become blocks on a phone."""
        return self.table.kind in ("stack", "tight")

    @property
    def scrolls(self) -> bool:
        """Whether the table stands in a region of its own that scrolls sideways."""
        return self.table.kind in ("scroll", "wide")


def drawn_table(table: Table, request: HttpRequest | None) -> DrawnTable:
    """This function will return the table with each cell beside its column, and its headers' links."""
    headers = [_header(column, table.sort, request) for column in table.columns]
    rows = [_cells(table, row) for row in table.rows]
    return DrawnTable(table, headers, rows, _cells(table, table.total) if table.total else [])


@dataclass(frozen=True)
class DrawnHappening:
    """A thing of a timeline with its date in words."""

    item: Happening
    date: str


def happenings(items: Iterable[Happening], today: date) -> list[DrawnHappening]:
    """This function will return the items with short dates; the year stands on the first and wherever it changes."""
    drawn, year = [], None
    for item in items:
        said = f"{item.on.day} {item.on:%b}" + ("" if item.on.year == year else f" {item.on.year}")
        drawn.append(DrawnHappening(item, said))
        year = item.on.year
    return drawn


def query_with(request: HttpRequest | None, **changes: object) -> str:
    """This function will return the address's query with some of it changed, or left out where the change is None."""
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


def _header(column: Column, sort: Sort | None, request: HttpRequest | None) -> Header:
    if sort is None or not column.key:
        return Header(column)
    now = sort.key == column.key
    onward = Sort(column.key, down=now and not sort.down)
    way = ("descending" if sort.down else "ascending") if now else ""
    return Header(column, query_with(request, sort=onward, page=None), way)


def _cells(table: Table, row: Iterable[object]) -> list[tuple[Column, Cell]]:
    return list(zip(table.columns, (_cell(value) for value in row), strict=True))


def _cell(value: object) -> Cell:
    if isinstance(value, Cell):
        return value
    if isinstance(value, Load):
        return Cell(load=value)
    if isinstance(value, Tag):
        return Cell(tag=value)
    if isinstance(value, Link):
        return Cell(text=value.text, href=value.href, hidden=value.hidden)
    return Cell(text=_said(value))


def _said(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}%"
