"""What a row of months says: a control chart for single values (XmR), its limits, and its two rules in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from onechild.knowledge.measures.model import Better, Measure
from onechild.knowledge.reports.values import plain_value
from onechild.knowledge.reports.words import capital, number

FEWEST_MONTHS = 12  # with fewer, limits are guesswork
RUN = 8
MOST_OUTSIDE = 0.25
# Three standard deviations of single values, from the mean of the moves between neighbours (Shewhart's constant).
FROM_MOVES = 2.66
RULES = (
    "Limits stand three standard deviations either side of the average, worked out from how much the figure moves from "
    "one month to the next. A diamond is outside them. Eight months in a row on one side of the average are said as "
    "well. Anything else is ordinary up and down: it needs no cause."
)


@dataclass(frozen=True)
class Month:
    """The end of a month and the value then; None where there is none, or where it is kept back."""

    ends: date
    value: float | None


@dataclass(frozen=True)
class Limits:
    """Between which values ordinary up and down keeps, and about which average."""

    low: float
    average: float
    high: float

    def outside(self, value: float | None) -> bool:
        """Whether a value is outside the limits."""
        return value is not None and not self.low - 1e-9 <= value <= self.high + 1e-9


def limits(months: Sequence[Month], *, highest: float | None = None) -> Limits | None:
    """This function will return the limits of the months, in their order; None where they are too few.

    None too where more than a quarter of the months are outside: the figure drifts, as a stock does that carries over
    from month to month, and limits made for ordinary up and down would call every other month odd. No value is under
    nought, nor above `highest` (1 for a share).
    """
    values = [month.value for month in months if month.value is not None]
    if len(values) < FEWEST_MONTHS:
        return None
    moves = [abs(after - before) for before, after in pairwise(values)]
    average, reach = sum(values) / len(values), FROM_MOVES * sum(moves) / len(moves)
    high = average + reach if highest is None else min(average + reach, highest)
    found = Limits(max(average - reach, 0.0), average, high)
    return found if sum(map(found.outside, values)) <= len(values) * MOST_OUTSIDE else None


def trend_sentence(measure: Measure, months: Sequence[Month], found: Limits | None) -> str:
    """This function will return what the months tell, and no more than they tell."""
    values = [month.value for month in months if month.value is not None]
    if found is None and len(values) >= FEWEST_MONTHS:
        least, most = (plain_value(measure, value) for value in (min(values), max(values)))
        return (
            f"The figure drifts from month to month, between {least} and {most}: limits of ordinary up and down do not "
            "fit it, and none are drawn."
        )
    if found is None:
        return f"There are fewer than {number(FEWEST_MONTHS)} months with a value, too few to tell a trend."
    last = months[-1]
    average = plain_value(measure, found.average)
    if found.outside(last.value):
        side = "above" if last.value is not None and last.value > found.high else "below"
        return (
            f"{last.ends:%B %Y} is {side} what ordinary up and down would give{_and_that_is(measure, side)}. Ask why."
        )
    side, length = run_at_the_end(months, found)
    if length >= RUN:
        return (
            f"Each of the last {number(length)} months is {side} the average of {average}, which chance alone would "
            f"seldom do{_and_that_is(measure, side)}."
        )
    odd = [f"{month.ends:%B %Y}" for month in months if found.outside(month.value)]
    if odd:
        return (
            f"Steady now, about {average}. {capital(' and '.join(odd[-2:]))} stood outside ordinary up and down: ask "
            "what happened then."
        )
    return f"Steady, about {average}: the months go up and down as chance has them, and none stands out."


def run_at_the_end(months: Sequence[Month], found: Limits) -> tuple[str, int]:
    """This function will return on which side of the average the last months stand, and how many in a row."""
    values = [month.value for month in months if month.value is not None]
    if not values or values[-1] == found.average:
        return "above", 0
    above = values[-1] > found.average
    length = 0
    for value in reversed(values):
        if value == found.average or (value > found.average) != above:
            break
        length += 1
    return ("above" if above else "below"), length


def _and_that_is(measure: Measure, side: str) -> str:
    if measure.better is Better.NEITHER:
        return ""
    good = (measure.better is Better.HIGHER) == (side == "above")
    return ", and that is the better way" if good else ", and that is the worse way"
