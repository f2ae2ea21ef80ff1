"""The list of all measures by the part of the journey they belong to, each with its figure now and a year before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from onechild.knowledge.measures.catalogue import MEASURES, TOPICS
from onechild.knowledge.measures.model import Measure
from onechild.service.access.viewer import Request
from onechild.service.desk.performance import stored
from onechild.service.desk.performance.asking import WAYS, a_year_before, period_words
from onechild.service.desk.performance.stored import Line
from onechild.service.govuk.parts import Cell, Column, Table

COLUMNS = (
    Column("Measure"),
    Column("Figure", number=True),
    Column("Count", number=True),
    Column("A year before", number=True),
    Column("Which way"),
)


@dataclass(frozen=True)
class Topic:
    """A part of the journey and its measures."""

    title: str
    table: Table


def topics(request: Request) -> list[Topic]:
    """This function will return a table for each part of the journey: three queries at most."""
    found = _public() if stored.is_public(request.viewer) else _all()
    return [
        Topic(title, Table(label=title, columns=COLUMNS, rows=[_row(one, found) for one in measures], kind="stack"))
        for title, measures in TOPICS.items()
    ]


Found = Mapping[str, tuple[date, Line, Line | None]]


def _all() -> Found:
    kept = stored.days_kept()
    days = {measure.key: kept.of(measure) for measure in MEASURES.values()}
    pairs = {key: (found[0], a_year_before(found[0], found)) for key, found in days.items() if found}
    numbers = [kept.number(MEASURES[key], day) for key, both in pairs.items() for day in both]
    lines = stored.totals(numbers, list(MEASURES.values()))

    def at(key: str, day: date | None) -> Line | None:
        number = kept.number(MEASURES[key], day)
        return lines.get((number, key)) if number else None

    return {key: (now, line, at(key, then)) for key, (now, then) in pairs.items() if (line := at(key, now))}


def _public() -> Found:
    days = stored.public_days()
    pairs = {key: (found[0], a_year_before(found[0], found)) for key, found in days.items()}
    wanted = {day for both in pairs.values() for day in both if day}
    copies = stored.public(list(pairs), wanted)
    return {
        key: (now, copies[key, now].total, copies[key, then].total if then else None)
        for key, (now, then) in pairs.items()
    }


def _row(measure: Measure, found: Found) -> list[object]:
    name = Cell(text=measure.title, href=reverse("measure", args=[measure.key]))
    if measure.key not in found:
        return [name, "", "", "", "The record holds nothing to count this from"]
    now, line, before = found[measure.key]
    when = period_words(measure, now)
    return [
        Cell(text=name.text, href=name.href, note=when[:1].upper() + when[1:]),
        Cell(text=line.value, strong=True),
        line.parts,
        before.value if before else "",
        WAYS[measure.better],
    ]
