"""One measure of a view: its charts over the years and of one year, and the tables that hold the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from onechild.knowledge.benchmarks.beside import mean_of
from onechild.knowledge.benchmarks.model import ENGLAND, Area, PublishedMeasure, Series, Value
from onechild.knowledge.benchmarks.reading import area as area_of
from onechild.knowledge.benchmarks.reading import grades, neighbours
from onechild.knowledge.benchmarks.words import NOTES, cell_words, number_words, short_year, value_words, year_words
from onechild.service.desk.explorer.asked import Asked
from onechild.service.desk.explorer.drawing import dots, lines
from onechild.service.desk.explorer.drawing.dots import Dot
from onechild.service.desk.explorer.drawing.lines import Line
from onechild.service.desk.explorer.drawing.svg import INK, SOFT, Canvas, Look, tick_words
from onechild.service.desk.explorer.finding import Standing, finding, standing, year_shown
from onechild.service.govuk.charts import safe_drawing
from onechild.service.govuk.parts import Cell, Column, Table

OWN = Look("#106165", "circle", width=3.5)
NATION = Look(INK, "square", dashes="8 4")
REGION = Look("#5f6061", "triangle", dashes="2 4")
MEAN = Look("#1a65a6", "diamond", dashes="10 3 2 3")
OTHERS = (Look("#4c2c92", "cross", width=1.5), Look("#7a3c1c", "ring", dashes="4 2", width=1.5))
NEIGHBOUR = Look(SOFT, "ring")
NEVER_BELOW_NOUGHT = 0.0
MEAN_NAME = "Similar councils’ mean"


Drawings = tuple[SafeString, SafeString]  # wide and narrow


@dataclass(frozen=True)
class Compared:
    """What a page shows of one measure; the drawings are empty where nobody has a figure."""

    measure: PublishedMeasure
    standing: Standing
    finding: str
    over_years: Drawings
    years_note: str
    years_table: Table
    one_year: Drawings
    mean_note: str
    year_table: Table

    @property
    def when(self) -> str:
        """The year that stands beside similar councils, in words."""
        return year_words(self.measure, self.standing.year)


def compared(asked: Asked, measure: PublishedMeasure) -> Compared | None:
    """This function will return a measure of a view; None where the years asked for hold no figures of it."""
    series, years = asked.series(measure), asked.years_of(measure)
    if not years:
        return None
    year = year_shown(series, asked.council, years)
    found = standing(series, asked.council, asked.neighbours, year)
    said = finding(found)
    title = f"{measure.title}. {said}"
    rows = _rows(asked, series, found)
    some = _lines(rows, years[0])
    return Compared(
        measure=measure,
        standing=found,
        finding=said,
        over_years=_over_years(some, measure, years, title),
        years_note=_years_note(some, found),
        years_table=_years_table(rows, measure, years),
        one_year=_one_year(asked, series, found, title),
        mean_note=_mean_note(found),
        year_table=_year_table(asked, series, found),
    )


@dataclass(frozen=True)
class _Row:
    """One line of the chart and the table: an area's values, or the mean's."""

    name: str
    look: Look
    values: dict[int, Value]
    area: Area | None = None
    note: str = ""


def _rows(asked: Asked, series: Series, found: Standing) -> list[_Row]:
    years = asked.years_of(series.measure)
    rows = [_area_row(series, asked.council, OWN, years)]
    if not found.grows:
        rows.append(_area_row(series, area_of(ENGLAND), NATION, years))
        rows.append(_area_row(series, found.region, REGION, years))
    means = {year: mean_of(series, [one.code for one in asked.neighbours], year) for year in years}
    least = min(mean.counted for mean in means.values())
    note = f"of {least} to {len(asked.neighbours)} councils" if least < len(asked.neighbours) else ""
    rows.append(_Row(MEAN_NAME, MEAN, {year: Value(mean.value, "no row") for year, mean in means.items()}, note=note))
    rows.extend(_area_row(series, other, look, years) for other, look in zip(asked.others, OTHERS, strict=False))
    return rows


def _area_row(series: Series, area: Area, look: Look, years: Sequence[int]) -> _Row:
    return _Row(area.name, look, {year: series.at(area.code, year) for year in years}, area)


def _over_years(some: list[Line], measure: PublishedMeasure, years: Sequence[int], title: str) -> Drawings:
    def drawn(canvas: Canvas) -> str:
        return lines.lines(
            some,
            years=[short_year(measure, year) for year in range(years[0], years[-1] + 1)],
            number=lambda value: number_words(measure, value),
            floor=_floor(some),
            title=title,
            name=f"years-{measure.key}",
            canvas=canvas,
        )

    return safe_drawing(drawn(lines.WIDE)), safe_drawing(drawn(lines.NARROW))


def _lines(rows: list[_Row], first: int) -> list[Line]:
    some = (
        Line(row.name, {year - first: v.value for year, v in row.values.items() if v.value is not None}, row.look)
        for row in rows
    )
    return [line for line in some if line.values]


def _years_note(some: list[Line], found: Standing) -> str:
    if not some:
        return ""
    ticks = lines.scale(some, floor=_floor(some))
    begins = tick_words(ticks, lambda value: number_words(found.measure, value))
    scale = f"The scale begins at {begins[0]}. A gap in a line is a year without a figure."
    if found.grows:
        return f"England and the region are left out: this number grows with the size of a council. {scale}"
    return scale


def _mean_note(found: Standing) -> str:
    mean = found.mean
    counted = "all" if mean.counted == mean.out_of else f"{mean.counted} of"
    return f"The mean counts {counted} {mean.out_of} similar councils, each once. It is our own sum, not official."


def _floor(some: list[Line]) -> float | None:
    below = any(value < 0 for line in some for value in line.values.values())
    return None if below else NEVER_BELOW_NOUGHT


def _years_table(rows: list[_Row], measure: PublishedMeasure, years: Sequence[int]) -> Table:
    return Table(
        label=f"{measure.title}, by year",
        columns=[Column("Area"), *(Column(short_year(measure, year), number=True) for year in years)],
        rows=[
            [Cell(text=row.name, note=row.note, strong=row.look is OWN), *(_cell(measure, row, year) for year in years)]
            for row in rows
        ],
        kind="wide",
    )


def _cell(measure: PublishedMeasure, row: _Row, year: int) -> Cell:
    value = row.values[year]
    return Cell(
        text=cell_words(measure, value, area=row.area, year=year),
        note=NOTES["joint"] if value.shown == "joint" else "",
    )


def _one_year(asked: Asked, series: Series, found: Standing, title: str) -> Drawings:
    measure, year = series.measure, found.year
    some = [Dot(asked.council.name, found.own.value, cell_words(measure, found.own), OWN, bold=True)]
    for area in (*asked.neighbours, *(one for one in asked.others if one not in asked.neighbours)):
        value = series.at(area.code, year)
        some.append(Dot(area.name, value.value, cell_words(measure, value, area=area, year=year), NEIGHBOUR))
    some.append(Dot(MEAN_NAME, found.mean.value, "no figure", MEAN))
    if not found.grows:
        some.append(Dot("England", found.england.value, value_words(measure, found.england), NATION))
        some.append(Dot(found.region.name, found.region_value.value, value_words(measure, found.region_value), REGION))
    some.sort(key=lambda dot: (dot.value is None, -(dot.value or 0.0), dot.name))
    below = any(dot.value is not None and dot.value < 0 for dot in some)

    def drawn(canvas: Canvas) -> str:
        return dots.dots(
            some,
            number=lambda value: number_words(measure, value),
            floor=None if below else NEVER_BELOW_NOUGHT,
            title=f"{title} Each of its similar councils beside it.",
            name=f"year-{measure.key}",
            canvas=canvas,
        )

    return safe_drawing(drawn(dots.WIDE)), safe_drawing(drawn(dots.NARROW))


def _year_table(asked: Asked, series: Series, found: Standing) -> Table:
    measure, year = series.measure, found.year
    close = {one.area.code: one.closeness for one in neighbours(asked.council.code)}
    some = [asked.council, *asked.neighbours, *(one for one in asked.others if one.code not in close)]
    return Table(
        label=f"{measure.title}, {asked.council.name} and similar councils",
        columns=[Column("Council"), Column("Figure", number=True), Column("How like it"), Column("Ofsted, overall")],
        rows=[
            [
                Cell(text=area.name, strong=area == asked.council),
                cell_words(measure, series.at(area.code, year), area=area, year=year),
                close.get(area.code, "").capitalize() or ("–" if area == asked.council else "named for comparison"),
                latest_grade(area),
            ]
            for area in some
        ],
        kind="stack",
    )


def latest_grade(area: Area) -> str:
    """This function will return Ofsted's latest overall grade of a council with its year, in words."""
    found = grades(area.code)
    if not found:
        return "none in our data"
    grade = found[0].overall.capitalize() or "No overall grade given"
    return f"{grade}, {found[0].published_on or found[0].on:%B %Y}"
