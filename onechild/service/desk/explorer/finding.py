"""The finding of a measure for a council, as sentences: what it was, beside whom, and a year before."""

from __future__ import annotations

from dataclasses import dataclass

from onechild.knowledge.benchmarks.beside import Mean, mean_of
from onechild.knowledge.benchmarks.model import ENGLAND, Area, PublishedMeasure, Series, Value
from onechild.knowledge.benchmarks.reading import area as area_of
from onechild.knowledge.benchmarks.words import mean_words, number_words, value_words, when_words, year_words

# Numbers that grow with a council: England's or a region's can't stand beside one council's.
GROWS = frozenset({"number", "pounds", "FTE", "days"})


@dataclass(frozen=True)
class Standing:
    """A council's value of a year, and what stands beside it."""

    measure: PublishedMeasure
    council: Area
    year: int
    own: Value
    before: Value
    england: Value
    region: Area
    region_value: Value
    mean: Mean

    @property
    def grows(self) -> bool:
        """Whether the number grows with the council, so that England's does not compare."""
        return self.measure.unit in GROWS


def standing(series: Series, council: Area, near: tuple[Area, ...], year: int) -> Standing:
    """This function will return what stands beside a council's figure of a year; `near` are the neighbours counted."""
    region = area_of(council.region)
    return Standing(
        measure=series.measure,
        council=council,
        year=year,
        own=series.at(council.code, year),
        before=series.at(council.code, year - 1),
        england=series.at(ENGLAND, year),
        region=region,
        region_value=series.at(region.code, year),
        mean=mean_of(series, [one.code for one in near], year),
    )


def year_shown(series: Series, council: Area, years: tuple[int, ...]) -> int:
    """This function will return the latest of some years that has the council's value; else the latest of them."""
    some = (year for year in reversed(years) if series.at(council.code, year).value is not None)
    return next(some, years[-1])


def finding(found: Standing) -> str:
    """This function will return one or two sentences, such as a chart's title says."""
    measure, name = found.measure, found.council.name
    if found.own.value is None:
        why = value_words(measure, found.own, area=found.council, year=found.year)
        england = (
            "" if found.england.value is None or found.grows else f" England: {value_words(measure, found.england)}."
        )
        return f"{name}, {year_words(measure, found.year)}: {why}.{england}"
    first = f"{name}: {value_words(measure, found.own)} {when_words(measure, found.year)}{_beside(found)}."
    return f"{first} {_before(found)}".strip()


def _beside(found: Standing) -> str:
    """Ours, then lower or higher than whom; those on one side share the word."""
    own = found.own.value or 0.0
    compared: list[tuple[str, str]] = []
    if found.grows:
        return ""
    if found.england.value is not None:
        compared.append(
            (_than(found, own, found.england.value), f"England ({value_words(found.measure, found.england)})")
        )
    if found.mean.value is not None:
        whose = f"the mean of {found.mean.counted} similar councils"
        compared.append((_than(found, own, found.mean.value), f"{whose} ({mean_words(found.measure, found.mean)})"))
    if not compared:
        return ""
    if len(compared) == 2 and compared[0][0] == compared[1][0]:
        return f", {compared[0][0]} {compared[0][1]} and {compared[1][1]}"
    return ", " + " and ".join(f"{way} {whom}" for way, whom in compared)


def _than(found: Standing, own: float, other: float) -> str:
    places = found.measure.decimals
    if round(own, places) == round(other, places):
        return "the same as"
    return "lower than" if own < other else "higher than"


def _before(found: Standing) -> str:
    if found.before.value is None or found.own.value is None:
        return ""
    if round(found.before.value, found.measure.decimals) == round(found.own.value, found.measure.decimals):
        return "The year before it was the same."
    return f"The year before it was {number_words(found.measure, found.before.value)}."
