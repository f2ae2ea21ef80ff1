"""The shapes of published figures: an area, a measure, a value with its mark, a series, a council's judgements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from onechild.errors import CannotProceed

ENGLAND = "970"
TableName = Literal["lait", "workforce", "population"]


class NotPublished(CannotProceed):
    """There is no such published measure, area or year."""


@dataclass(frozen=True)
class Area:
    """A council by DfE's three-digit code, a council of the past, a region or England.

    `region` is the code of a council's region ("" for what is none's). `first_year` and `last_year` bound a council
    that was made or dissolved within the figures; `became` names what took its place.
    """

    code: str
    name: str
    kind: Literal["council", "former council", "region", "part of a region", "country"]
    region: str
    ons_code: str
    first_year: int | None
    last_year: int | None
    became: tuple[str, ...]


@dataclass(frozen=True)
class PublishedMeasure:
    """A measure as published, in our own words: `counts` is the definition, `key` its name in an address.

    `same_as` names the LAIT code that a workforce census column equals, figure by figure. `better` is DfE's own
    reading: higher, lower or neither.
    """

    table: TableName
    code: str
    key: str
    topic: str
    title: str
    counts: str
    unit: str
    decimals: int
    better: Literal["higher", "lower", "neither"]
    year_type: str
    same_as: str
    source: str


@dataclass(frozen=True, slots=True)
class Value:
    """A published value; None with the reason in `shown` where there is none (see `words.WHY`).

    A value that is there may have a mark too: `joint` (published for two councils together) or `almost nought`.
    """

    value: float | None
    shown: str = ""


@dataclass(frozen=True)
class Series:
    """Every published value of one measure, by (area, year); a year is the one that its period ends in."""

    measure: PublishedMeasure
    values: Mapping[tuple[str, int], Value]

    @property
    def years(self) -> tuple[int, ...]:
        """Every year of which something was published, oldest first."""
        return tuple(sorted({year for _area, year in self.values}))

    def at(self, area: str, year: int) -> Value:
        """This function will return an area's value of a year; where there is no row, one that says so."""
        return self.values.get((area, year), NO_ROW)

    def of(self, area: str) -> dict[int, Value]:
        """This function will return an area's values by year, oldest first."""
        return {year: self.values[area, year] for year in self.years if (area, year) in self.values}

    def latest(self, area: str) -> int | None:
        """This function will return the latest year with a value for an area; None where there is none."""
        return next((year for year in reversed(self.years) if self.at(area, year).value is not None), None)


@dataclass(frozen=True)
class Neighbour:
    """A statistical neighbour: 1 is the nearest of ten; `closeness` is DfE's word for how like it is."""

    area: Area
    place: int
    closeness: str


@dataclass(frozen=True)
class Judgement:
    """What Ofsted found in one inspection of a council; an empty grade was not given in that inspection.

    `edition` is the edition of the overview that it was read in; an early one does not say when the report came out.
    """

    area: str
    published_on: date | None
    inspected_from: date | None
    inspected_to: date | None
    kind: str
    overall: str
    leaders: str
    protection: str
    in_care: str
    care_leavers: str
    edition: str

    @property
    def on(self) -> date:
        """The day that the inspection began or, where that is not known, that its report came out."""
        day = self.inspected_from or self.published_on
        if day is None:
            raise ValueError(f"a judgement of {self.area} has no day")
        return day


@dataclass(frozen=True)
class PublishedSource:
    """Where a table comes from, in which edition, under which licence."""

    key: str
    title: str
    publisher: str
    edition: str
    address: str
    licence: str


NO_ROW = Value(None, "no row")
