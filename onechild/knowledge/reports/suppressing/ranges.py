"""What a reader can work out about hidden numbers whose sum is known: for each, the least and the most it can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

FEWEST_SHOWN = 6  # a published count of 1 to 5 could point to somebody
NARROWEST = 4  # the promise: from the least to the most that a hidden number can be is 4 or more, five values


@dataclass(frozen=True)
class Hidden:
    """A hidden count; `most` is the most it can be for another reason, such as a number it is part of."""

    count: int
    most: float = inf

    @property
    def small(self) -> bool:
        """Whether it could point to somebody."""
        return 0 < self.count < FEWEST_SHOWN

    @property
    def own(self) -> tuple[float, float]:
        """What its label leaves open: "1 to 5", or "hidden" and nothing known."""
        return (1, FEWEST_SHOWN - 1) if self.small else (0, self.most)

    @property
    def gives(self) -> tuple[float, float]:
        """How far it can give way to another, even for a reader who knows that "hidden" is never 1 to 5."""
        if self.small:
            return 1, min(FEWEST_SHOWN - 1, self.most)
        return (FEWEST_SHOWN, self.most) if self.count else (0, 0)


def ranges(hidden: Sequence[Hidden]) -> list[tuple[float, float]]:
    """This function will return the least and the most that each can be, where the sum of all is known.

    Of one sum of whole numbers between bounds this is exact: whatever lies between can be too.
    """
    total = sum(one.count for one in hidden)
    low, high = (sum(one.gives[end] for one in hidden) for end in (0, 1))
    return [
        (max(one.own[0], total - _less(high, one.gives[1])), min(one.own[1], total - (low - one.gives[0])))
        for one in hidden
    ]


def safe(hidden: Sequence[Hidden]) -> bool:
    """Whether no reader can narrow a "1 to 5" at all, nor another hidden number to less than the promise.

    Where the sum is nought there is nothing to hide.
    """
    if not any(one.count for one in hidden):
        return True
    return all(_wide(one, *bounds) for one, bounds in zip(hidden, ranges(hidden), strict=True))


def _wide(one: Hidden, least: float, most: float) -> bool:
    if one.small:
        return least <= 1 and most >= FEWEST_SHOWN - 1
    return most - least >= NARROWEST


def _less(high: float, own: float) -> float:
    """The most that the others can be; without bound where one of them is."""
    return high - own if own != inf else high
