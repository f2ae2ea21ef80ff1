"""What there is to choose from: councils, measures by topic, years; with what is chosen now marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onechild.knowledge.benchmarks.model import PublishedMeasure
from onechild.knowledge.benchmarks.reading import councils, measures, neighbours, published, topics
from onechild.service.desk.explorer.asked import MOST_MEASURES, MOST_OTHERS, Asked


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    value: str
    text: str
    chosen: bool = False
    hint: str = ""


@dataclass(frozen=True)
class Group:
    """Options under a heading."""

    text: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Choices:
    """Every field of the form that asks for a view."""

    councils: tuple[Option, ...]
    measures: tuple[tuple[str, tuple[Group, ...]], ...]
    neighbours: tuple[Option, ...]
    others: tuple[tuple[str, tuple[Option, ...]], ...]
    first: tuple[Option, ...]
    last: tuple[Option, ...]


ORDINALS = ("First", "Second", "Third", "Fourth")


def offered() -> tuple[PublishedMeasure, ...]:
    """This function will return the measures to choose from: a column that equals one of LAIT's is offered once."""
    return tuple(one for one in measures().values() if not one.same_as)


def of_topic(topic: str) -> tuple[PublishedMeasure, ...]:
    """This function will return the measures of a topic."""
    return tuple(one for one in offered() if one.topic == topic)


def choices(asked: Asked) -> Choices:
    """This function will return the form of a view, filled in with what it shows."""
    keys = [one.key for one in asked.measures]
    others = [one.code for one in asked.others]
    years = sorted({year for one in asked.measures for year in published(one.code, one.table).years})
    return Choices(
        councils=council_options(asked.council.code),
        measures=tuple(
            (f"{ORDINALS[place]} measure", measure_groups(keys[place : place + 1]))
            for place in range(min(len(keys) + 1, MOST_MEASURES))
        ),
        neighbours=tuple(
            Option(one.area.code, one.area.name, one.area in asked.neighbours, one.closeness)
            for one in neighbours(asked.council.code)
        ),
        others=tuple(
            (f"{ORDINALS[place]} other council", council_options(*others[place : place + 1]))
            for place in range(min(len(others) + 1, MOST_OTHERS))
        ),
        first=_years(years, asked.first),
        last=_years(years, asked.last),
    )


def council_options(*chosen: str) -> tuple[Option, ...]:
    """This function will return every council of today as an option."""
    return tuple(Option(one.code, one.name, one.code in chosen) for one in councils())


def measure_groups(chosen: Iterable[str] = ()) -> tuple[Group, ...]:
    """This function will return every measure as an option, under its topic."""
    keys = set(chosen)
    return tuple(
        Group(title, tuple(Option(one.key, one.title, one.key in keys) for one in of_topic(topic)))
        for topic, title in topics().items()
        if of_topic(topic)
    )


def _years(years: Iterable[int], chosen: int) -> tuple[Option, ...]:
    return tuple(Option(str(year), str(year), year == chosen) for year in years)
