"""What stands beside a figure: England, the region, the statistical neighbours' mean, and the council's own past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onechild.knowledge.benchmarks.model import ENGLAND, Area, PublishedMeasure, Series, Value
from onechild.knowledge.benchmarks.reading import area as area_of
from onechild.knowledge.benchmarks.reading import neighbours, published


@dataclass(frozen=True)
class Mean:
    """The plain (unweighted) mean over councils with a value: of `counted` out of `out_of`. Our own, not official."""

    value: float | None
    counted: int
    out_of: int


@dataclass(frozen=True)
class Beside:
    """A measure's published figures of one year, to stand beside a live one.

    `area`, `region` and `own` are None and the mean empty where no real council is named, as for an invented one.
    `others` are councils named for comparison, with their values.
    """

    measure: PublishedMeasure
    year: int
    england: Value
    area: Area | None
    own: Value | None
    own_past: tuple[tuple[int, Value], ...]
    region: Area | None
    region_value: Value | None
    neighbours_mean: Mean
    others: tuple[tuple[Area, Value], ...]


def beside(
    code: str, *, table: str = "lait", area: str | None = None, year: int | None = None, others: Sequence[str] = ()
) -> Beside | None:
    """This function will return what was published of a measure for a year, by default the latest with any for England.

    `area` is a council's three-digit code, or None for a council that publishes nothing (an invented one); `others`
    are codes of councils to name. None where nothing was published of that year. Raises NotPublished for a code,
    table or area that there is not.
    """
    series = published(code, table)
    when = year if year is not None else series.latest(ENGLAND)
    if when is None or when not in series.years:
        return None
    own = area_of(area) if area is not None else None
    region = area_of(own.region) if own is not None and own.region else None
    past = series.of(own.code) if own is not None else {}
    return Beside(
        measure=series.measure,
        year=when,
        england=series.at(ENGLAND, when),
        area=own,
        own=series.at(own.code, when) if own is not None else None,
        own_past=tuple((before, value) for before, value in past.items() if before < when),
        region=region,
        region_value=series.at(region.code, when) if region is not None else None,
        neighbours_mean=neighbours_mean(series, own.code if own is not None else "", when),
        others=tuple((area_of(one), series.at(one, when)) for one in others),
    )


def neighbours_mean(series: Series, code: str, year: int) -> Mean:
    """This function will return the mean over a council's statistical neighbours of one year."""
    return mean_of(series, [one.area.code for one in neighbours(code)], year)


def mean_of(series: Series, codes: Sequence[str], year: int) -> Mean:
    """This function will return the unweighted mean over councils of one year; those without a value are left out."""
    known = [value.value for value in (series.at(one, year) for one in codes) if value.value is not None]
    return Mean(sum(known) / len(known) if known else None, len(known), len(codes))
