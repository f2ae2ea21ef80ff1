"""The tables of the pages of Annex A."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from onechild.knowledge.formats.annex_a.checks import Kind, Query
from onechild.knowledge.formats.annex_a.writing import Annex, Made
from onechild.knowledge.formats.annex_a.writing.tracing import Traced, of_row
from onechild.knowledge.formats.annex_a.writing.values import Value, cells
from onechild.service.govuk.parts import Cell, Column, Table, Tag
from onechild.service.govuk.words import date_only
from onechild.service.record.queries.names import Head

# What tells the rows of a list apart at a glance; the rest stands cell by cell.
SHOWN: Mapping[int, tuple[str, ...]] = {
    1: ("on", "source"),
    2: ("on", "ended", "organisation"),
    3: ("on", "source", "no_action", "referrals"),
    4: ("on", "authorised", "needs_support"),
    5: ("on", "conference", "plan"),
    6: ("on", "need", "seen", "status"),
    7: ("on", "latest", "visited", "ended"),
    8: ("on", "status", "placement", "ceased"),
    9: ("eligibility", "pathway", "contact", "accommodation"),
    10: ("decided", "matched", "placed", "ordered"),
    11: ("enquired", "approved", "matched", "left"),
}
MANY_ROWS = 3


def lists_table(annex: Annex, found: Sequence[Query]) -> Table:
    """This function will return the lists with how many rows each has and how many are queried."""
    each = Counter(one.list for one in found)
    rows: list[list[object]] = [
        [
            Cell(text=f"{made.layout.sheet}: {made.layout.title}", href=_list(annex, number), note=made.layout.scope),
            f"{len(made):,}",
            f"{each[number]:,}",
        ]
        for number, made in annex.lists.items()
    ]
    columns = [Column("List"), Column("Rows", number=True), Column("Queries", number=True)]
    return Table(label="The lists", heading="lists", columns=columns, rows=rows, kind="tight")


def kinds_table(annex: Annex, found: Sequence[Query]) -> Table:
    """This function will return how many queries there are of each kind."""
    each = Counter(one.kind for one in found)
    rows: list[list[object]] = [
        [Cell(text=kind.value, href=_asked(annex, kind), note=WORDS[kind]), f"{each[kind]:,}"]
        for kind in Kind
        if each[kind]
    ]
    columns = [Column("What is the matter"), Column("Queries", number=True)]
    return Table(
        label="What would be queried", heading="queries", columns=columns, rows=rows, kind="tight",
        empty="Nothing would be queried, by these checks.",
    )  # fmt: skip


def rows_table(
    annex: Annex, made: Made, places: Iterable[int], found: Sequence[Query], named: Mapping[str, Head], *, today: date
) -> Table:
    """This function will return some rows of a list: who, the columns that are the list's own, and its queries."""
    names = SHOWN[made.layout.number]
    shown = [column for column in made.layout.columns if column.name in names]
    by_row: dict[int, list[Query]] = defaultdict(list)
    for one in found:
        by_row[one.row].append(one)
    wanted, rows = list(places), list[list[object]]()
    for place, values in zip(wanted, _values(made, wanted), strict=True):
        told = dict(zip((column.name for column in made.layout.columns), values, strict=True))
        rows.append(
            [
                _who(annex, made, place, named),
                *(_said(told[column.name], today) for column in shown),
                _asked_of(annex, made, place, by_row[place + 2]),
            ]
        )
    columns = [Column("Who"), *(Column(column.headed(annex.as_at)) for column in shown), Column("Queries")]
    return Table(label=made.layout.title, columns=columns, rows=rows, empty="Nobody is in this list.")


def cells_table(annex: Annex, made: Made, row: int, found: Sequence[Query], *, today: date) -> Table:
    """This function will return one row cell by cell, with where each came from."""
    [values] = _values(made, [row - 2])
    came: dict[str, list[Traced]] = defaultdict(list)
    for cell in of_row(made, row - 2, annex.as_at):
        came[cell.heading].append(cell)
    queried: dict[str, str] = {}
    for one in found:
        queried[one.column] = "; ".join(filter(None, (queried.get(one.column), one.words)))
    rows: list[list[object]] = []
    for column, value in zip(made.layout.columns, values, strict=True):
        heading = column.headed(annex.as_at)
        said = queried.get(column.heading, "")
        rows.append([heading, _said(value, today), _from(came[heading]), Cell(tag=Tag(said, "late")) if said else ""])
    columns = [Column("Column"), Column("What it says"), Column("Where it came from"), Column("Query")]
    return Table(label="Cell by cell", columns=columns, rows=rows)


def queries_table(annex: Annex, page: Iterable[Query], named: Mapping[str, Head]) -> Table:
    """This function will return queries, each with its row and the child's page."""
    rows: list[list[object]] = [
        [
            _head(one.who, named),
            Cell(text=f"{one.sheet}, row {one.row}", href=_row(annex, one.list, one.row)),
            one.column,
            one.words,
            one.kind.value,
        ]
        for one in page
    ]
    columns = [Column("Who"), Column("Row"), Column("Column"), Column("In words"), Column("What is the matter")]
    return Table(label="Queries", columns=columns, rows=rows, empty="Nothing would be queried, by these checks.")


def children_of(rows: object, places: object) -> list[str]:
    """This function will return the children of some rows of a list; none of the list of adopters."""
    frame = getattr(rows, "columns", [])
    if "child" not in frame:
        return []
    every = rows["child"].to_list()  # type: ignore[index]
    return [child for place in places if (child := every[place])]  # type: ignore[attr-defined]


WORDS: dict[Kind, str] = {
    Kind.MISSING: "Cells that may not be blank, and cells that another cell asks for.",
    Kind.NOT_IN_LIST: "Values that the workbook’s drop-downs do not have.",
    Kind.IMPOSSIBLE: "Dates and ages that can’t be.",
    Kind.TWICE: "Rows that say the same, or two that can’t both be open.",
    Kind.DISAGREES: "Children whom one list names and another should.",
    Kind.OVERDUE: "Visits, reviews and other duties past their day.",
    Kind.ASKED: "What is right and out of the ordinary: have the story ready.",
}


def _values(made: Made, places: Sequence[int]) -> list[tuple[Value, ...]]:
    return list(cells(Made(made.layout, made.rows[list(places)])))


def _who(annex: Annex, made: Made, place: int, named: Mapping[str, Head]) -> Cell:
    if "child" not in made.rows.columns:
        return Cell(text=str(made.rows["adopter"][place]), href=_row(annex, made.layout.number, place + 2))
    return _head(made.rows["child"][place], named)


def _head(child: str, named: Mapping[str, Head]) -> Cell:
    head = named.get(child)
    if head is None:
        return Cell(text=child)
    return Cell(text=head.name, note=head.la_child_id, href=reverse("child", args=[head.la_child_id]))


def _asked_of(annex: Annex, made: Made, place: int, found: Sequence[Query]) -> Cell:
    words = "; ".join(dict.fromkeys(f"{one.column}: {one.words}" for one in found[:MANY_ROWS]))
    more = f" and {len(found) - MANY_ROWS} more" if len(found) > MANY_ROWS else ""
    return Cell(
        text="Cell by cell", href=_row(annex, made.layout.number, place + 2), hidden=f": row {place + 2}",
        note=f"{words}{more}",
    )  # fmt: skip


def _from(came: Sequence[Traced]) -> Cell | str:
    if not came:
        return ""
    places = [f"{one.table.replace('_', ' ')}, {one.column.replace('_', ' ')}, row {one.row_id}" for one in came]
    more = f" and {len(places) - MANY_ROWS} more rows" if len(places) > MANY_ROWS else ""
    return Cell(text="; ".join(places[:MANY_ROWS]) + more, note=came[0].how)


def _said(value: Value, today: date) -> str:
    if value is None:
        return ""
    return date_only(value, today) if isinstance(value, date) else f"{value}"


def _at(annex: Annex, **more: str) -> str:
    return urlencode({"at": annex.as_at.isoformat(), **more})


def _list(annex: Annex, number: int) -> str:
    return f"{reverse('annex-a-list', args=[number])}?{_at(annex)}"


def _row(annex: Annex, number: int, row: int) -> str:
    return f"{reverse('annex-a-row', args=[number, row])}?{_at(annex)}"


def _asked(annex: Annex, kind: Kind) -> str:
    return f"{reverse('annex-a-queries')}?{_at(annex, show=kind.name.lower())}"
