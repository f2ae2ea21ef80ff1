"""Turns counts into figures: every moment has one, every open team has one, and nothing is divided by nought."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from onechild.knowledge.measures.model import By, Figure, Measure, Shape
from onechild.knowledge.measures.question import Moment, Question

GROUPED_ON: dict[By, str] = {"team": "team_id", "worker": "worker_id"}


class Counts(NamedTuple):
    """What an engine counted; a denominator of None is one that cannot be known."""

    numerator: float | None
    denominator: float | None


def filled(
    question: Question, measure: Measure, counts: Mapping[tuple[Any, ...], Counts], *, by: By | None
) -> list[Figure]:
    """One figure a moment, or one a moment and team (worker): by name, those under no team last.

    An open caseholding team without a row has numerator 0, denominator 0 and no value.
    """
    if by is None:
        return [_figure(measure, moment, counts.get((n,)), ()) for n, moment in enumerate(question.moments)]
    names = {row["team_id"]: row["name"] for row in question.read("teams")} if by == "team" else {}
    result = []
    for number, moment in enumerate(question.moments):
        found = {key[1] for key in counts if key[0] == number}
        keys = found | (question.caseholding_teams(moment) if by == "team" else set())
        ordered = sorted(keys, key=lambda key: (key is None, names.get(key, key) or "", key or ""))
        result += [_figure(measure, moment, counts.get((number, key)), _group(by, key, names)) for key in ordered]
    return result


def _group(by: By, key: str | None, names: Mapping[str, str]) -> tuple[tuple[str, str | None], ...]:
    if by == "team":
        return (("team", None if key is None else names.get(key, key)), ("team_id", key))
    return ((by, key),)


def _figure(
    measure: Measure, moment: Moment, counts: Counts | None, group: tuple[tuple[str, str | None], ...]
) -> Figure:
    numerator, denominator = counts or Counts(0, 0)
    numerator = _tidy(numerator or 0)
    if measure.shape is Shape.COUNT:
        out_of = None if measure.counts is None else denominator
        return Figure(moment.from_on, moment.to_on, numerator, out_of, numerator, group)
    value = numerator / denominator if denominator else None
    return Figure(moment.from_on, moment.to_on, numerator, _tidy(denominator), value, group)


def _tidy(number: float | None) -> Any:
    """Whole numbers whole, and fractions the same whatever order an engine added them in."""
    if number is None:
        return None
    rounded = round(float(number), 6)
    return int(rounded) if rounded.is_integer() else rounded
