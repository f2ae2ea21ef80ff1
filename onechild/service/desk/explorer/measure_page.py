"""One measure in the explorer: what it counts, England over the years, and every council in one year."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from onechild.knowledge.benchmarks.model import ENGLAND, PublishedMeasure, Series
from onechild.knowledge.benchmarks.reading import area, councils, published, sources, topics
from onechild.knowledge.benchmarks.words import (
    better_words,
    capital,
    cell_words,
    number_words,
    short_year,
    unit_words,
    value_words,
    year_words,
)
from onechild.service.desk.explorer.choosing import Option, council_options
from onechild.service.desk.explorer.comparing import NATION
from onechild.service.desk.explorer.drawing import lines
from onechild.service.desk.explorer.drawing.lines import Line
from onechild.service.desk.explorer.drawing.svg import Canvas, tick_words
from onechild.service.govuk.charts import safe_drawing
from onechild.service.govuk.parts import Cell, Column, Fact, Table

SORTS = {"": "by name", "high": "highest first", "low": "lowest first"}


def page(measure: PublishedMeasure, *, asked_year: str, sort: str) -> dict[str, Any]:
    """This function will return what the page of a measure shows; a year or a sort that there is not is passed over."""
    series = published(measure.code, measure.table)
    latest = series.latest(ENGLAND) or series.years[-1]
    year = next((year for year in series.years if str(year) == asked_year), latest)
    order = sort if sort in SORTS else ""
    said = _said(series, year)
    return {
        "measure": measure,
        "topic": topics()[measure.topic],
        "said": said,
        "definition": _definition(measure, series),
        "wide": safe_drawing(_drawn(series, said, lines.WIDE)),
        "narrow": safe_drawing(_drawn(series, said, lines.NARROW)),
        "note": _begins(series),
        "england": _england(series),
        "every": _every(series, year, order),
        "year": year_words(measure, year),
        "years": [Option(str(one), short_year(measure, one), one == year) for one in reversed(series.years)],
        "sorts": [Option(key, words, key == order) for key, words in SORTS.items()],
        "councils": council_options(),
    }


def _said(series: Series, year: int) -> str:
    """How England stands, and how far councils lie apart, in a sentence or two."""
    measure = series.measure
    england = series.at(ENGLAND, year)
    values = [value.value for one in councils() if (value := series.at(one.code, year)).value is not None]
    first = f"England, {year_words(measure, year)}: {value_words(measure, england)}."
    if not values:
        return first
    some = sorted(value for value in values if value is not None)
    half = number_words(measure, some[len(some) // 4]), number_words(measure, some[3 * len(some) // 4])
    return f"{first} The middle half of the {len(some)} councils with a figure lie between {half[0]} and {half[1]}."


def _definition(measure: PublishedMeasure, series: Series) -> list[Fact]:
    source = sources()[measure.source]
    return [
        Fact(name="What it counts", value=measure.counts),
        Fact(name="Unit", value=capital(unit_words(measure))),
        Fact(name="When", value=capital(year_words(measure, series.years[-1])) + ", the latest"),
        Fact(name="Which way is better", value=better_words(measure)),
        Fact(name="Source", value=f"{source.publisher}, {source.title}", note=source.edition, href=source.address),
        Fact(name="Code there", value=measure.code),
    ]


def _drawn(series: Series, said: str, canvas: Canvas) -> str:
    measure, line = series.measure, _line(series)
    return lines.lines(
        [line],
        years=[short_year(measure, year) for year in range(series.years[0], series.years[-1] + 1)],
        number=lambda value: number_words(measure, value),
        floor=_floor(line),
        title=f"{measure.title}. {said}",
        name=f"england-{measure.key}",
        canvas=canvas,
    )


def _line(series: Series) -> Line:
    known = {year - series.years[0]: v.value for year, v in series.of(ENGLAND).items() if v.value is not None}
    return Line("England", known, NATION)


def _floor(line: Line) -> float | None:
    return None if any(value < 0 for value in line.values.values()) else 0.0


def _begins(series: Series) -> str:
    line = _line(series)
    if not line.values:
        return "Nothing is published for England."
    ticks = lines.scale([line], floor=_floor(line))
    return f"The scale begins at {tick_words(ticks, lambda value: number_words(series.measure, value))[0]}."


def _england(series: Series) -> Table:
    measure, nation = series.measure, area(ENGLAND)
    return Table(
        label=f"{measure.title}: England by year",
        columns=[Column("Area"), *(Column(short_year(measure, year), number=True) for year in series.years)],
        rows=[["England", *(cell_words(measure, series.at(nation.code, year)) for year in series.years)]],
        kind="wide",
    )


def _every(series: Series, year: int, order: str) -> Table:
    measure = series.measure
    some = list(councils())
    if order:
        sign = -1 if order == "high" else 1
        values = {one.code: series.at(one.code, year).value for one in some}
        some.sort(key=lambda one: ((value := values[one.code]) is None, sign * (value or 0.0)))
    return Table(
        label=f"{measure.title}: every council, {year_words(measure, year)}",
        columns=[Column("Council"), Column("Region"), Column("Figure", number=True)],
        rows=[
            [
                Cell(text=one.name, href=f"{reverse('benchmarks-view')}?{_query(one.code, measure)}"),
                area(one.region).name,
                cell_words(measure, series.at(one.code, year), area=one, year=year),
            ]
            for one in some
        ],
        kind="tight",
    )


def _query(code: str, measure: PublishedMeasure) -> str:
    return urlencode([("council", code), ("measure", measure.key)])
