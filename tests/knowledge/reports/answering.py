"""Answers drawn by lot, with more small numbers than any council has: nothing a report prints may give one away."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from onechild.knowledge.measures.behind import Behind
from onechild.knowledge.measures.model import Figure, Measure, Shape
from onechild.knowledge.measures.question import Moment

GROUPS = {
    "team": ("North", "South", "East", "West", "Assessment", "Leaving Care"),
    "age": ("Under 1", "1 to 4", "5 to 9", "10 to 15", "16 and 17"),
}


@dataclass
class ByLot:
    """Figures by lot: groups add up to the figure in all, and the same question has the same answer."""

    seed: int
    most: int = 30
    _drawn: dict[tuple[str, Moment, str], list[Figure]] = field(default_factory=dict)

    def figures(self, measure: Measure, when: Moment, by: str = "", *, caseholding: bool = False) -> list[Figure]:
        """As `Answers.figures`."""
        cut = by if by in GROUPS else "team"
        groups = self._groups(measure, when, cut)
        if by:
            return groups
        counted = sum(one.numerator for one in groups)
        return [_figure(measure, when, int(counted), int(sum(one.denominator or 0 for one in groups)), ())]

    def behind(self, measure: Measure, when: Moment) -> list[Behind]:
        """Nobody: a report that is published asks for no child."""
        raise AssertionError("a published report asked who is behind a figure")

    def _groups(self, measure: Measure, when: Moment, cut: str) -> list[Figure]:
        # One draw a measure and moment, dealt out by team and by age alike, so that both add up to one figure.
        lot = Random(f"{self.seed} {measure.key} {when} {cut}")
        whole = Random(f"{self.seed} {measure.key} {when}")
        total = whole.choice((whole.randint(0, 8), whole.randint(0, self.most), 10 * self.most))
        counted = whole.randint(0, total)
        names = GROUPS[cut]
        counts, others = _dealt(lot, counted, len(names)), _dealt(lot, total - counted, len(names))
        return [
            _figure(measure, when, one, one + other, ((cut, name), (f"{cut}_id", name)))
            for name, one, other in zip(names, counts, others, strict=True)
        ]


def _dealt(lot: Random, total: int, among: int) -> list[int]:
    hands = [0] * among
    for _each in range(total):
        hands[int(among * lot.random() ** 2)] += 1
    return hands


def _figure(measure: Measure, when: Moment, part: int, whole: int, group: tuple[tuple[str, str | None], ...]) -> Figure:
    if measure.shape is Shape.COUNT:
        return Figure(when.from_on, when.to_on, part, None, part, group)
    return Figure(when.from_on, when.to_on, part, whole, part / whole if whole else None, group)
