"""One measure in a report: what is shown of it now and then, in a sentence and in the row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from onechild.knowledge.benchmarks.beside import beside
from onechild.knowledge.benchmarks.model import NotPublished
from onechild.knowledge.benchmarks.words import short_year, value_words
from onechild.knowledge.measures.cuts import cut
from onechild.knowledge.measures.model import Basis, Better, Figure, Measure, Shape
from onechild.knowledge.measures.moments import usual
from onechild.knowledge.reports.by_team import TeamRow, is_kept_back, published_rows, team_rows
from onechild.knowledge.reports.document.model import Cell, Column, Said, Table
from onechild.knowledge.reports.kinds.asking import Asking
from onechild.knowledge.reports.values import NO_VALUE, number_shown
from onechild.knowledge.reports.words import full_date

WAYS = {Better.HIGHER: "Higher", Better.LOWER: "Lower", Better.NEITHER: "Neither"}
LOCAL = "local standard, check"


@dataclass(frozen=True)
class Line:
    """A measure now and then as it is shown; `then` is None where nothing can be told of the earlier day."""

    measure: Measure
    now: TeamRow
    then: TeamRow | None
    value: float | None
    before: float | None

    @property
    def moved(self) -> str:
        """Whether what is shown is up, down or the same; nothing where that can't be told."""
        now, then = (number_shown(self.measure, row.value) if row else None for row in (self.now, self.then))
        if now is None or then is None:
            return ""
        return "same" if now == then else "up" if now > then else "down"

    @property
    def way(self) -> str:
        """ "the better way" or "the worse way"; nothing where it did not move or neither way is better."""
        if self.moved not in ("up", "down") or self.measure.better is Better.NEITHER:
            return ""
        good = (self.moved == "up") == (self.measure.better is Better.HIGHER)
        return "the better way" if good else "the worse way"


def line(asking: Asking, measure: Measure) -> Line | None:
    """This function will return a measure now and then; None where nothing can be told of it."""
    now, then = asking.now(measure), asking.then(measure)
    if now is None:
        return None
    shown, before = alone(asking, measure, now), alone(asking, measure, then) if then else None
    return Line(measure, shown, before, _number(shown, now), _number(before, then) if before and then else None)


def lines(asking: Asking, measures: Iterable[Measure]) -> list[Line]:
    """This function will return the lines of the measures of which something can be told."""
    return [found for measure in measures if (found := line(asking, measure)) is not None]


def alone(asking: Asking, measure: Measure, figure: Figure) -> TeamRow:
    """This function will return a figure as it is shown, small numbers kept back where the report is published."""
    return rows_of(asking, measure, [], figure)[1]


def rows_of(
    asking: Asking, measure: Measure, groups: Sequence[Figure], together: Figure
) -> tuple[list[TeamRow], TeamRow]:
    """This function will return the rows of groups and of all together as the report may show them."""
    return (published_rows if asking.publish else team_rows)(measure, groups, together)


def _number(row: TeamRow, figure: Figure) -> float | None:
    return None if is_kept_back(row) else figure.value


def sentence(asking: Asking, found: Line) -> Said:
    """This function will return what is to be said of a measure: the figure, how it was then, and which way that is."""
    measure, now = found.measure, found.now
    when = {Basis.AS_AT: "at", Basis.PERIOD: "in the twelve months to"}[measure.basis]
    if now.value == NO_VALUE:
        return Said(
            f"{asking.title(measure)}: there was nothing to count {when} {full_date(asking.as_at)}.", (measure.key,)
        )
    counted = f" ({now.parts})" if now.parts else ""
    words = f"{asking.title(measure)}: {_told(now)}{counted} {when} {full_date(asking.as_at)}"
    if found.then is None or found.then.value == NO_VALUE:
        return Said(f"{words}.", (measure.key,))
    before = {
        "same": f", the same as {_before(measure, asking)}",
        "up": f", up from {found.then.value} {_before(measure, asking)}",
        "down": f", down from {found.then.value} {_before(measure, asking)}",
        "": f"; {_before(measure, asking)} it was {_told(found.then)}",
    }[found.moved]
    way = f": {found.way}" if found.way else ""
    return Said(f"{words}{before}{way}.", (measure.key,))


def _told(row: TeamRow) -> str:
    """What is kept back is said to be, and why."""
    if not is_kept_back(row):
        return row.value
    return "too few to show (1 to 5)" if row.value == "1 to 5" else "kept back, because few children are behind it"


def _before(measure: Measure, asking: Asking) -> str:
    day = full_date(asking.against)
    return f"at {day}" if measure.basis is Basis.AS_AT else f"in the twelve months to {day}"


def figures_table(asking: Asking, found: Sequence[Line], *, title: str, england: bool = True) -> Table:
    """This function will return a table of measures, a row each: count, figure, figure then, which way is better."""
    then = f"{asking.against:%b %Y}"
    columns = [Column("Figure"), Column("Count", number=True), Column(f"{asking.as_at:%b %Y}", number=True)]
    columns += [Column(then, number=True), Column("Better")]
    england = england and any(england_words(one.measure, asking) for one in found)
    if england:
        columns.append(Column("England", number=True))
    rows = []
    for one in found:
        cells = [
            Cell(asking.title(one.measure), notes=(one.measure.key,)),
            Cell(_parts(one.now)),
            value_cell(one.measure, one.now, one.value),
            value_cell(one.measure, one.then, one.before),
            Cell(WAYS[one.measure.better]),
        ]
        rows.append((*cells, Cell(england_words(one.measure, asking))) if england else tuple(cells))
    local = any(one.measure.local for one in found)
    says = "Figures over a period are of the twelve months to the day."
    if local:
        says += f" A definition that no national source confirms says “{LOCAL}” in its note."
    return without_empty_columns(Table(title, tuple(columns), tuple(rows), says=says))


def value_cell(measure: Measure, row: TeamRow | None, value: float | None) -> Cell:
    """This function will return the cell of a value: the number for a spreadsheet, and how it is shown."""
    if row is None:
        return Cell(NO_VALUE)
    kept = is_kept_back(row) or row.value == NO_VALUE
    return Cell(row.value, None if kept else value, per_cent=measure.shape is Shape.SHARE)


def england_words(measure: Measure, asking: Asking) -> str:
    """This function will return England's published figure nearest to the day, with its year; else nothing."""
    twin = measure.twin
    if twin is None or measure.shape in (Shape.COUNT, Shape.SUM):  # how many in all of England is no yardstick
        return ""
    try:
        found = beside(twin.code, table=twin.table, area=asking.area, year=asking.as_at.year)
        found = found or beside(twin.code, table=twin.table, area=asking.area)
    except NotPublished:
        return ""
    if found is None:
        return ""
    differs = "*" if twin.differs else ""
    return f"{value_words(found.measure, found.england)} ({short_year(found.measure, found.year)}){differs}"


def differences(asking: Asking, found: Iterable[Line]) -> tuple[Said, ...]:
    """This function will return how published figures beside ours are counted otherwise, where they are."""
    return tuple(
        Said(f"* {asking.title(one.measure)}: {one.measure.twin.differs}")
        for one in found
        if one.measure.twin and one.measure.twin.differs and england_words(one.measure, asking)
    )


def by_team_table(asking: Asking, measure: Measure, *, by: str = "team", title: str = "") -> Table | None:
    """This function will return a measure by a cut on both days; None where it can't be broken down so."""
    now, then = asking.now(measure), asking.then(measure)
    if now is None or by not in measure.breakdowns:
        return None
    groups = asking.groups(measure, usual(measure, asking.as_at), by)
    earlier = asking.groups(measure, usual(measure, asking.against), by) if then else []
    if not groups:
        return None
    rows, whole = rows_of(asking, measure, groups, now)
    before, whole_before = rows_of(asking, measure, earlier, then) if then else ([], None)
    found = {row.label: (row, figure.value) for row, figure in zip(before, earlier, strict=True)}
    columns = [Column(_cut_title(by)), Column("Count", number=True), Column(f"{asking.as_at:%b %Y}", number=True)]
    columns += [Column(f"Count {asking.against:%b %Y}", number=True), Column(f"{asking.against:%b %Y}", number=True)]
    drawn = [
        _row(measure, row.label, (row, figure.value), found.get(row.label))
        for row, figure in zip(rows, groups, strict=True)
    ]
    total = _row(measure, "All", (whole, now.value), (whole_before, then.value) if whole_before and then else None)
    words = title or f"{asking.title(measure)}, by {_cut_title(by).lower()}"
    return without_empty_columns(Table(words, tuple(columns), tuple(drawn), total))


def without_empty_columns(table: Table) -> Table:
    """This function will return the table without the columns in which nothing stands, as counts of counts have."""
    kept = [place for place in range(len(table.columns)) if any(row[place].text for row in table.all_rows)]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    total = tuple(table.total[place] for place in kept) if table.total else ()
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows, total=total)


def _row(
    measure: Measure, label: str, now: tuple[TeamRow, float | None], then: tuple[TeamRow, float | None] | None
) -> tuple[Cell, ...]:
    row, value = now
    before = then[0] if then else None
    return (
        Cell(label),
        Cell(_parts(row)),
        value_cell(measure, row, value),
        Cell(_parts(before)),
        value_cell(measure, before, then[1] if then else None),
    )


def _parts(row: TeamRow | None) -> str:
    """What was counted of how many; nothing where there was nothing to count."""
    return "" if row is None or row.value == NO_VALUE else row.parts


def _cut_title(by: str) -> str:
    return cut(by).title
