"""Reads the published yearly figures that Hatterton is calibrated on, and carries them from day to day."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from onechild.knowledge.invented.days import day_of, number

MARCH = (3, 31)
SEPTEMBER = (9, 30)


@cache
def series(name: str) -> Mapping[int, float]:
    """This function will return a published series by year; a flow's year ends on 31 March.

    Source: published.csv, which names the publication and its column row by row.
    """
    with Path(__file__).with_name("published.csv").open(encoding="utf-8", newline="") as lines:
        return {int(row["year"]): float(row["value"]) for row in csv.DictReader(lines) if row["series"] == name}


@cache
def in_year(name: str, day: int) -> float:
    """This function will return the figure of the year to 31 March that holds the day; the nearest where none."""
    at = day_of(day)
    return nearest(name, at.year + (at >= date(at.year, 4, 1)))


def nearest(name: str, year: int) -> float:
    """This function will return the figure of a year, or of the first or last year there is."""
    values = series(name)
    known = [one for one in sorted(values) if one <= year]
    return values[known[-1] if known else min(values)]


def between(points: tuple[tuple[int, float], ...], day: int) -> float:
    """This function will read a line through (day, value) points; flat before the first and after the last."""
    days = [point[0] for point in points]
    after = bisect_right(days, day)
    if after == 0:
        return points[0][1]
    if after == len(points):
        return points[-1][1]
    (start, low), (end, high) = points[after - 1], points[after]
    return low + (high - low) * (day - start) / (end - start)


@cache
def points_of(name: str, month_and_day: tuple[int, int]) -> tuple[tuple[int, float], ...]:
    """This function will return a stock's series as points in time, to draw a line through."""
    return tuple((number(date(year, *month_and_day)), value) for year, value in sorted(series(name).items()))
