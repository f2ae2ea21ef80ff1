"""Every measure of a topic in one table: the latest figure of England, and of one council where one is chosen."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from onechild.knowledge.benchmarks.beside import neighbours_mean
from onechild.knowledge.benchmarks.model import ENGLAND, Area, PublishedMeasure
from onechild.knowledge.benchmarks.reading import published, topics
from onechild.knowledge.benchmarks.words import capital, cell_words, counted_words, mean_words, year_words
from onechild.service.desk.explorer.choosing import of_topic
from onechild.service.desk.explorer.finding import GROWS
from onechild.service.govuk.parts import Cell, Column, Table


def page(topic: str, council: Area | None) -> dict[str, Any]:
    """This function will return what the page of a topic shows."""
    found = of_topic(topic)
    heads = [Column("Measure"), Column("Latest"), Column("England", number=True)]
    if council:
        heads[2:2] = [Column("This council", number=True)]
        heads.append(Column("Mean of similar", number=True))
    return {
        "topic": topics()[topic],
        "topic_key": topic,
        "council": council,
        "count": len(found),
        "table": Table(label=topics()[topic], columns=heads, rows=[_row(one, council) for one in found], kind="stack"),
        "topics": [(key, title) for key, title in topics().items() if key != topic],
    }


def _row(measure: PublishedMeasure, council: Area | None) -> list[object]:
    series = published(measure.code, measure.table)
    year = (series.latest(council.code) if council else None) or series.latest(ENGLAND) or series.years[-1]
    england = cell_words(measure, series.at(ENGLAND, year))
    if council is None:
        href = reverse("benchmarks-measure", args=[measure.key])
        return [Cell(text=measure.title, href=href), capital(year_words(measure, year)), england]
    query = urlencode([("council", council.code), ("measure", measure.key)])
    mean = neighbours_mean(series, council.code, year)
    return [
        Cell(text=measure.title, href=f"{reverse('benchmarks-view')}?{query}"),
        capital(year_words(measure, year)),
        cell_words(measure, series.at(council.code, year), area=council, year=year),
        Cell(text=england, note="the whole country" if measure.unit in GROWS else ""),
        Cell(text=mean_words(measure, mean), note=counted_words(mean)),
    ]
