"""What is published of others, beside a figure of ours: England, the region, councils like this one, and our own past.

An invented council publishes nothing and is never mixed with real ones: England stands beside it, and one by name.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.urls import NoReverseMatch, reverse

from onechild.knowledge.benchmarks import beside as published_beside
from onechild.knowledge.benchmarks import words
from onechild.knowledge.benchmarks.model import ENGLAND
from onechild.knowledge.benchmarks.reading import areas, measures, published, sources
from onechild.knowledge.measures.model import Measure
from onechild.service.govuk.parts import Column, Table

NAMED = ("871",)  # who stands beside an invented council, named
TOTALS = {"number", "FTE"}  # England's is the whole country's: no council's figure stands beside it
YEARS = 4


@dataclass(frozen=True)
class Beside:
    """The published figure of England in words, its year, and that of similar councils where there is one."""

    england: str
    year: str
    similar: str = ""


@dataclass(frozen=True)
class Panel:
    """What stands on a measure's page beside its figure: a table of years, where it comes from, how it differs."""

    title: str
    counts: str
    table: Table
    differs: str
    source: str
    explorer: str
    totals: bool
    invented: bool
    mean_of: str = ""


def in_a_line(measure: Measure, day: date, *, council_code: str) -> Beside | None:
    """This function will return what a scorecard says of others, published by the year of a day; None for nothing."""
    if measure.twin is None:
        return None
    return _in_a_line(measure.twin.table, measure.twin.code, day.year, _real(council_code))


@lru_cache(maxsize=2048)
def _in_a_line(table: str, code: str, until: int, council: str | None) -> Beside | None:
    found = _beside(table, code, until, council)
    if found is None or found.measure.unit in TOTALS or found.england.value is None:
        return None
    mean = found.neighbours_mean
    similar = f"similar councils {words.mean_words(found.measure, mean)}" if mean.value is not None else ""
    return Beside(words.value_words(found.measure, found.england), words.short_year(found.measure, found.year), similar)


def panel(measure: Measure, day: date, *, now: float | None, council: str, council_code: str) -> Panel | None:
    """This function will return the published twin of a measure with its years; None where it has none.

    `now` is our own figure on our own scale, shown as the live one; `council` is what ours is called.
    """
    if measure.twin is None or (measure.twin.table, measure.twin.code) not in measures():
        return None
    real = _real(council_code)
    found = _beside(measure.twin.table, measure.twin.code, day.year, real)
    if found is None:
        return None
    twin, series = found.measure, published(measure.twin.code, measure.twin.table)
    years = [year for year in series.years if year <= found.year][-YEARS:]
    source = sources()[twin.source]
    live = words.number_words(twin, now * measure.twin.scale) if now is not None else "–"
    heads = [*(words.short_year(twin, year) for year in years), "Now"]
    columns = [Column("Whose"), *(Column(head, number=True) for head in heads)]
    rows: list[list[object]] = []

    def row(name: str, code: str) -> None:
        rows.append([name, *(words.value_words(twin, series.at(code, year)) for year in years), ""])

    row("England", ENGLAND)
    if found.region:
        row(found.region.name, found.region.code)
    mean_of = ""
    if real:
        means = [published_beside.neighbours_mean(series, real, year) for year in years]
        rows.append(["Similar councils, mean", *(words.mean_words(twin, one) for one in means), ""])
        mean_of = words.counted_words(means[-1]) if means else ""
        row(f"{found.area.name if found.area else council}, as published", real)
    for area, _value in found.others:
        row(f"{area.name}, named to compare", area.code)
    ours = [f"{council}, live", *("" for _year in years), live]
    label = f"{twin.title}, published, {words.year_words(twin, years[0])} to {words.year_words(twin, years[-1])}"
    return Panel(
        title=twin.title,
        counts=twin.counts,
        table=Table(label=label, columns=columns, rows=rows, total=ours, kind="scroll"),
        differs=measure.twin.differs,
        source=f"{source.title}, {source.publisher}, {source.edition}; {words.year_words(twin, years[-1])}.",
        explorer=_explorer(twin.key),
        totals=twin.unit in TOTALS,
        invented=real is None,
        mean_of=mean_of,
    )


def _beside(table: str, code: str, until: int, council: str | None) -> published_beside.Beside | None:
    if (table, code) not in measures():
        return None
    series = published(code, table)
    known = [year for year in series.years if year <= until and series.at(ENGLAND, year).value is not None]
    if not known:
        return None
    others = () if council else NAMED
    return published_beside.beside(code, table=table, area=council, year=known[-1], others=others)


def _real(council_code: str) -> str | None:
    """The council's code where it is a real one's, that has published figures; None for an invented one."""
    return council_code if council_code in areas() else None


def _explorer(key: str) -> str:
    try:
        return reverse("benchmarks-measure", args=[key])
    except NoReverseMatch:
        return ""
