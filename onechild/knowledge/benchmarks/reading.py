"""Reads the committed tables of published figures; each is read once, when it is first asked for."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

import polars as pl

from onechild.knowledge.benchmarks.model import (
    Area,
    Judgement,
    Neighbour,
    NotPublished,
    PublishedMeasure,
    PublishedSource,
    Series,
    TableName,
    Value,
)

TABLES = Path(__file__).with_name("tables")
KEPT = 64  # series held ready: more than any page shows, and a few megabytes of the 80 that all would take
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."


@cache
def measures() -> Mapping[tuple[str, str], PublishedMeasure]:
    """This function will return every published measure by (table, code), in the order of topics."""
    rows = (
        PublishedMeasure(**(row | {"decimals": int(row["decimals"])}))  # type: ignore[arg-type]
        for row in _rows("measures")
    )
    return MappingProxyType({(one.table, one.code): one for one in rows})


def measure(code: str, table: str = "lait") -> PublishedMeasure:
    """This function will return a measure by its code in its table; raises NotPublished where there is none."""
    try:
        return measures()[table, code]
    except KeyError:
        raise NotPublished(f'No published measure has the code "{code}" in {table}.') from None


@cache
def measures_by_key() -> Mapping[str, PublishedMeasure]:
    """This function will return every measure by its name in an address."""
    return MappingProxyType({one.key: one for one in measures().values()})


@cache
def topics() -> Mapping[str, str]:
    """This function will return the titles of topics by key, in order."""
    return MappingProxyType({row["key"]: row["title"] for row in _rows("topics")})


@cache
def sources() -> Mapping[str, PublishedSource]:
    """This function will return where each table comes from, by table; and `neighbours` and `grades`."""
    return MappingProxyType({row["key"]: PublishedSource(**row) for row in _rows("sources")})


@cache
def areas() -> Mapping[str, Area]:
    """This function will return every area by its code: councils, councils of the past, regions, England."""
    return MappingProxyType({row["code"]: _area(row) for row in _rows("areas")})


def area(code: str) -> Area:
    """This function will return an area by its code; raises NotPublished where there is none."""
    try:
        return areas()[code]
    except KeyError:
        raise NotPublished(f'No area has the code "{code}".') from None


@cache
def councils() -> tuple[Area, ...]:
    """This function will return the 153 councils of today, by name."""
    some = (one for one in areas().values() if one.kind == "council")
    return tuple(sorted(some, key=lambda one: one.name))


def neighbours(code: str) -> tuple[Neighbour, ...]:
    """This function will return a council's ten statistical neighbours, the nearest first; none of other areas."""
    return _neighbours().get(code, ())


def grades(code: str) -> tuple[Judgement, ...]:
    """This function will return what Ofsted found of a council, the latest inspection first.

    An overview holds each council's latest inspection alone: the history is that of the editions taken in, and there
    may have been inspections between them.
    """
    return _grades().get(code, ())


@lru_cache(maxsize=KEPT)
def published(code: str, table: str = "lait") -> Series:
    """This function will return every published value of a measure; raises NotPublished for an unknown one."""
    found = measure(code, table)
    rows = _figures().filter((pl.col("table") == table) & (pl.col("code") == code))
    values = {
        (sys.intern(place), int(year)): Value(value, sys.intern(shown))
        for place, year, value, shown in rows.select("area", "year", "value", "shown").rows()
    }
    return Series(found, MappingProxyType(values))


def population(code: str, year: int) -> Value:
    """This function will return the children aged 0 to 17 of an area at the middle of a year."""
    return published("population_0_17", "population").at(code, year)


@cache
def _figures() -> pl.DataFrame:
    """Every figure, its words as numbers of a list: a tenth of the memory that text would take."""
    return pl.read_parquet(TABLES / "figures.parquet")


@cache
def _neighbours() -> dict[str, tuple[Neighbour, ...]]:
    found: dict[str, list[Neighbour]] = {}
    for row in _rows("neighbours"):
        one = Neighbour(areas()[row["neighbour"]], int(row["place"]), row["closeness"])
        found.setdefault(row["area"], []).append(one)
    return {code: tuple(some) for code, some in found.items()}


@cache
def _grades() -> dict[str, tuple[Judgement, ...]]:
    found: dict[str, list[Judgement]] = {}
    for row in _rows("grades"):
        days = {name: _day(row[name]) for name in ("published_on", "inspected_from", "inspected_to")}
        found.setdefault(row["area"], []).append(Judgement(**cast("dict[str, Any]", row | days)))
    return {code: tuple(reversed(some)) for code, some in found.items()}


def _area(row: dict[str, str]) -> Area:
    years = {name: int(row[name]) if row[name] else None for name in ("first_year", "last_year")}
    return Area(**cast("dict[str, Any]", row | years | {"became": tuple(row["became"].split())}))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


__all__ = [
    "LICENCE",
    "TableName",
    "area",
    "areas",
    "councils",
    "grades",
    "measure",
    "measures",
    "measures_by_key",
    "neighbours",
    "population",
    "published",
    "sources",
    "topics",
]
