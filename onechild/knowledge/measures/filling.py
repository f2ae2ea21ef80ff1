"""Turns counts into figures: every moment has one, every open team has one, and nothing is divided by nought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from onechild.knowledge.measures.cuts import CUTS
from onechild.knowledge.measures.cutting.joining import column_of
from onechild.knowledge.measures.model import By, Figure, Measure, Shape
from onechild.knowledge.measures.population import population_at
from onechild.knowledge.measures.question import Moment, Question

GROUPED_ON = {key: column_of(key) for key in CUTS}


class Counts(NamedTuple):
    """What an engine counted; a denominator of None is one that cannot be known. `middle` is that of a median."""

    numerator: float | None
    denominator: float | None
    middle: float | None = None


def filled(
    question: Question, measure: Measure, counts: Mapping[tuple[Any, ...], Counts], *, by: By | None
) -> list[Figure]:
    """One figure a moment, or one a moment and group: teams by name, other groups in their order, the unknown last.

    An open caseholding team without a row has numerator 0, denominator 0 and no value.
    """
    if by is None:
        return [
            figure_of(measure, moment, counts.get((n,), _nothing(question, measure, n)), ())
            for n, moment in enumerate(question.moments)
        ]
    names = {row["team_id"]: row["name"] for row in question.read("teams")} if by == "team" else {}
    order = {code: place for place, code in enumerate(CUTS[by].order)}
    result = []
    for number, moment in enumerate(question.moments):
        found = {key[1] for key in counts if key[0] == number}
        keys = found | (question.caseholding_teams(moment) if by == "team" else set())
        ordered = sorted(
            keys, key=lambda key: (key is None, order.get(key, len(order)), names.get(key, key) or "", key or "")
        )
        for key in ordered:
            counted = counts.get((number, key), Counts(0, 0))
            result.append(figure_of(measure, moment, counted, _group(by, key, names)))
    return result


def figure_of(measure: Measure, moment: Moment, counts: Counts, group: tuple[tuple[str, str | None], ...]) -> Figure:
    """The figure that counts make, by the measure's shape. What is not known of a sum leaves no value."""
    numerator, denominator = tidy(counts.numerator or 0), tidy(counts.denominator)
    unknown = counts.numerator is None
    at = (moment.from_on, moment.to_on, numerator)
    if measure.shape is Shape.COUNT:
        return Figure(*at, None if measure.counts is None else denominator, numerator, group)
    if measure.shape is Shape.SUM:
        return Figure(*at, None, None if unknown else numerator, group)
    if measure.shape is Shape.MEDIAN:
        return Figure(*at, denominator, tidy(counts.middle), group)
    value = numerator / denominator if denominator and not unknown else None
    if measure.shape is Shape.RATE and value is not None:
        value = tidy(value * measure.per_how_many)
    return Figure(*at, denominator, value, group)


def tidy(number: float | None) -> Any:
    """Whole numbers whole, and fractions the same whatever order an engine added them in."""
    if number is None:
        return None
    rounded = round(float(number), 6)
    return int(rounded) if rounded.is_integer() else rounded


def _nothing(question: Question, measure: Measure, moment: int) -> Counts:
    """What is counted where there is no row: nought, out of a population that does not hang on rows."""
    return Counts(0, population_at(question, measure, moment) if measure.shape is Shape.RATE else 0)


def _group(by: By, key: str | None, names: Mapping[str, str]) -> tuple[tuple[str, str | None], ...]:
    """Teams and workers by name and id; another group by its words, and its code under the name `<cut>_code`."""
    if by == "team":
        return (("team", None if key is None else names.get(key, key)), ("team_id", key))
    if by == "worker":
        return ((by, key),)
    return ((by, CUTS[by].label(key)), (f"{by}_code", key))
