"""Puts the figures of several councils together: a region's figure is counted council by council and then added up.

Each council is counted by its own settings, school terms and population, one after the other, so that memory stays
that of the largest. Children, workers and teams of two councils are never the same, and so nothing counts twice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from onechild.errors import CannotProceed
from onechild.knowledge.measures.behind import Behind
from onechild.knowledge.measures.filling import Counts, figure_of
from onechild.knowledge.measures.model import Figure, Measure, Shape
from onechild.knowledge.measures.question import Moment

OWN = ("team", "worker")  # of one council only: they are listed beside one another and never added up


def by_council(parts: Mapping[str, Sequence[Figure]]) -> list[Figure]:
    """The figures in all of each council, named by it: `parts` has one list a council, by its name."""
    return [replace(one, group=(("council", name), *one.group)) for name, found in parts.items() for one in found]


def pooled(
    measure: Measure, parts: Mapping[str, Sequence[Figure]], *, by: str = "", behind: Sequence[Sequence[Behind]] = ()
) -> list[Figure]:
    """The figures of all councils together, at each moment and for each group of a cut, in the order first met.

    A denominator unknown to one council is unknown for all of them. The middle of all numbers is no mean of middles, so
    a median needs the rows `behind` it, one list a council; raises CannotProceed where it is asked for by groups.
    """
    if by in OWN:
        return by_council(parts)
    if measure.shape is Shape.MEDIAN and by:
        raise CannotProceed(f"the median {measure.key} of several councils can't be broken down: ask each council")
    found: dict[tuple[object, ...], list[Figure]] = {}
    for figures in parts.values():
        for one in figures:
            found.setdefault((one.from_on, one.to_on, one.group), []).append(one)
    return [_added(measure, same, _middle(measure, behind)) for same in found.values()]


def _added(measure: Measure, same: Sequence[Figure], middle: float | None) -> Figure:
    first = same[0]
    outs = [one.denominator for one in same]
    denominator = None if any(out is None for out in outs) else sum(out for out in outs if out is not None)
    counts = Counts(sum(one.numerator for one in same), denominator, middle)
    return figure_of(measure, Moment(first.from_on, first.to_on), counts, first.group)


def _middle(measure: Measure, behind: Sequence[Sequence[Behind]]) -> float | None:
    if measure.shape is not Shape.MEDIAN:
        return None
    each = [{getattr(row, measure.unit): row.adds for row in rows if row.adds is not None}.values() for rows in behind]
    numbers = [number for of_council in each for number in of_council if number is not None]
    return median(numbers) if numbers else None
