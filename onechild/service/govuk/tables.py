"""Works out what the template of a table shows: the tags around its cells, numbers in words, headers that sort."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from onechild.service.govuk.drawing import query_with
from onechild.service.govuk.listing import Sort
from onechild.service.govuk.parts import Cell, Column, Link, Load, Table, Tag

STACKS = ("stack", "tight")
Drawn = tuple[SafeString, Cell, SafeString]


class CellTags(NamedTuple):
    """What stands before and after a cell of one column; `empty` before one that a phone leaves out."""

    opening: SafeString
    empty: SafeString
    closing: SafeString


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
    rows: list[list[Drawn]]
    total: list[Drawn]

    @property
    def classes(self) -> str:
        """The classes of the table element."""
        kinds = {"stack": " oc-stack", "tight": " oc-stack oc-stack--tight"}
        ordered = " oc-stack--sorted" if self.stacks and self.table.sort else ""
        return f"govuk-table oc-table{kinds.get(self.table.kind, '')}{ordered} {self.table.classes}".rstrip()

    @property
    def stacks(self) -> bool:
        """Whether rows become blocks on a phone."""
        return self.table.kind in STACKS

    @property
    def scrolls(self) -> bool:
        """Whether the table stands in a region of its own that scrolls sideways."""
        return self.table.kind in ("scroll", "wide")


def drawn_table(table: Table, request: HttpRequest | None) -> DrawnTable:
    """This function will return the table with each cell between its tags, and its headers' links."""
    headers = [_header(column, table.sort, request) for column in table.columns]
    tags = [
        _tags_of(column, stacks=table.kind in STACKS, first=not place) for place, column in enumerate(table.columns)
    ]
    rows = [_cells(tags, row) for row in table.rows]
    return DrawnTable(table, headers, rows, _cells(tags, table.total) if table.total else [])


def _header(column: Column, sort: Sort | None, request: HttpRequest | None) -> Header:
    if sort is None or not column.key:
        return Header(column)
    now = sort.key == column.key
    onward = Sort(column.key, down=now and not sort.down)
    way = ("descending" if sort.down else "ascending") if now else ""
    return Header(column, query_with(request, sort=onward, page=None), way)


def _tags_of(column: Column, *, stacks: bool, first: bool) -> CellTags:
    """The tags around a column's cells: made once, for a long table has hundreds of cells."""
    if first:
        role = mark_safe(' role="rowheader"') if stacks else ""
        opening = format_html('<th scope="row" class="govuk-table__header"{}>', role)
        return CellTags(opening, opening, mark_safe("</th>"))
    label = format_html(' role="cell" data-label="{}"', column.text) if stacks else ""
    classes = "govuk-table__cell oc-num" if column.number else "govuk-table__cell"
    opening = format_html('<td class="{}"{}>', classes, label)
    return CellTags(opening, format_html('<td class="{} oc-none"{}>', classes, label), mark_safe("</td>"))


def _cells(tags: list[CellTags], row: Iterable[object]) -> list[Drawn]:
    pairs = zip(tags, (_cell(value) for value in row), strict=True)
    return [(around.empty if cell.is_empty else around.opening, cell, around.closing) for around, cell in pairs]


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
