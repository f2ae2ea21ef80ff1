"""A control chart for single values (XmR): limits of ordinary up and down, and which months stand out by which rule.

Shewhart's chart as Donald Wheeler teaches it: the limits are the average give or take 2.66 times the mean of the moves
between neighbouring months, and three rules say when chance alone would seldom do what is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

FEWEST_MONTHS = 12  # with fewer, limits are guesswork
MOST_OUTSIDE = 0.25
FROM_MOVES = 2.66  # three standard deviations of single values, from the mean move between neighbours
RUN = 8
NEAR, AMONG = 3, 4
CLOSE = 1e-9


class Rule(StrEnum):
    """What makes a month stand out."""

    OUTSIDE = "outside"
    RUN = "run"
    NEAR = "near"


RULES: dict[Rule, str] = {
    Rule.OUTSIDE: "A month outside the limits.",
    Rule.RUN: "Eight months in a row, or more, on the same side of the average.",
    Rule.NEAR: "Three of four months in a row nearer to the same limit than to the average.",
}
# What is said beside a month that a rule picks out.
SAID: dict[Rule, str] = {
    Rule.OUTSIDE: "outside the limits",
    Rule.RUN: "one of eight or more in a row on one side of the average",
    Rule.NEAR: "one of three in four near the same limit",
}
METHOD = (
    "The limits stand 2.66 times the average move between neighbouring months either side of the average: about three "
    "standard deviations. Inside them, and with no rule broken, the months go up and down as chance has them, and no "
    "month needs a cause."
)


@dataclass(frozen=True)
class Month:
    """The end of a month and the value then; None where there is none, or where it is kept back."""

    ends: date
    value: float | None


@dataclass(frozen=True)
class Limits:
    """Between which values ordinary up and down keeps, and about which average; `reach` is half their full width.

    `low` is never under nought and `high` never above the highest value there can be; `reach` is not cut.
    """

    low: float
    average: float
    high: float
    reach: float = 0.0

    def outside(self, value: float | None) -> bool:
        """Whether a value is outside the limits."""
        return value is not None and not self.low - CLOSE <= value <= self.high + CLOSE

    def side(self, value: float | None) -> int:
        """1 above the average, -1 below it, 0 on it or unknown."""
        if value is None or abs(value - self.average) <= CLOSE:
            return 0
        return 1 if value > self.average else -1

    def near(self, value: float | None) -> int:
        """1 where nearer to the upper limit than to the average, -1 to the lower, else 0."""
        far = value is not None and abs(value - self.average) > self.reach / 2 + CLOSE
        return self.side(value) if far else 0


@dataclass(frozen=True)
class Reading:
    """What the months tell: their limits (None where none fit) and, for each month in order, the rules it breaks."""

    months: tuple[Month, ...]
    limits: Limits | None
    broken: tuple[tuple[Rule, ...], ...]

    @property
    def known(self) -> list[Month]:
        """The months that have a value."""
        return [month for month in self.months if month.value is not None]

    @property
    def drifts(self) -> bool:
        """Whether there are months enough and yet no limits that fit them."""
        return self.limits is None and len(self.known) >= FEWEST_MONTHS

    @property
    def last(self) -> tuple[Rule, ...]:
        """The rules that the last month breaks."""
        return self.broken[-1] if self.broken else ()

    @property
    def side(self) -> int:
        """On which side of the average the last month stands: 1, -1, or 0."""
        return self.limits.side(self.months[-1].value) if self.limits and self.months else 0


def read(months: Sequence[Month], *, highest: float | None = None) -> Reading:
    """This function will return what the months, oldest first, tell. `highest` is 1 for a share.

    A month without a value is passed over: a run goes on across it.
    """
    found = limits(months, highest=highest)
    if found is None:
        return Reading(tuple(months), None, ((),) * len(months))
    return Reading(tuple(months), found, broken(months, found))


def broken(months: Sequence[Month], found: Limits) -> tuple[tuple[Rule, ...], ...]:
    """This function will return, for each month in order, the rules that it breaks."""
    places = [place for place, month in enumerate(months) if month.value is not None]
    values = [months[place].value for place in places]
    picked: dict[Rule, set[int]] = {
        Rule.OUTSIDE: {at for at, value in enumerate(values) if found.outside(value)},
        Rule.RUN: _runs([found.side(value) for value in values]),
        Rule.NEAR: _near([found.near(value) for value in values]),
    }
    rules: list[tuple[Rule, ...]] = [()] * len(months)
    for at, place in enumerate(places):
        rules[place] = tuple(rule for rule in Rule if at in picked[rule])
    return tuple(rules)


def limits(months: Sequence[Month], *, highest: float | None = None) -> Limits | None:
    """This function will return the limits of the months, in their order; None where they are too few.

    None too where more than a quarter of the months are outside: the figure drifts, as a stock does that carries over
    from month to month, and limits made for ordinary up and down would call every other month odd.
    """
    values = [month.value for month in months if month.value is not None]
    if len(values) < FEWEST_MONTHS:
        return None
    moves = [abs(after - before) for before, after in pairwise(values)]
    average, reach = sum(values) / len(values), FROM_MOVES * sum(moves) / len(moves)
    low = average - reach if min(values) < 0 else max(average - reach, 0.0)
    high = average + reach if highest is None else min(average + reach, highest)
    found = Limits(low, average, high, reach)
    return found if sum(map(found.outside, values)) <= len(values) * MOST_OUTSIDE else None


def run_at_the_end(months: Sequence[Month], found: Limits) -> tuple[str, int]:
    """This function will return on which side of the average the last months stand, and how many in a row."""
    sides = [found.side(month.value) for month in months if month.value is not None]
    if not sides or not sides[-1]:
        return "above", 0
    length = next((back for back, side in enumerate(reversed(sides)) if side != sides[-1]), len(sides))
    return ("above" if sides[-1] > 0 else "below"), length


def _runs(sides: Sequence[int]) -> set[int]:
    """The places of every run of eight or more on one side."""
    found: set[int] = set()
    began = 0
    for place, side in enumerate(sides):
        if not side or (place and side != sides[place - 1]):
            began = place if side else place + 1
        if side and place - began + 1 >= RUN:
            found.update(range(began, place + 1))
    return found


def _near(sides: Sequence[int]) -> set[int]:
    """The places nearer to a limit wherever three of four in a row are, on the same side."""
    found: set[int] = set()
    for first in range(len(sides) - AMONG + 1):
        window = range(first, first + AMONG)
        for way in (1, -1):
            close = [place for place in window if sides[place] == way]
            if len(close) >= NEAR:
                found.update(close)
    return found
