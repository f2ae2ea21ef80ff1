"""Says what figures tell, in short: how far they moved and which way, whether they meet an aim, what stands out."""

from __future__ import annotations

from onechild.knowledge.measures.model import Better, Measure, Shape
from onechild.knowledge.measures.xmr import FEWEST_MONTHS, Reading, Rule
from onechild.knowledge.reports.values import plain_value
from onechild.knowledge.reports.words import capital, number

BETTER_WAY, WORSE_WAY = "the better way", "the worse way"
LOCAL = "Local standard, check"


def moved(measure: Measure, now: float | None, before: float | None) -> int:
    """This function will return 1 for up, -1 for down, 0 for what reads the same or is not known."""
    if now is None or before is None or plain_value(measure, now) == plain_value(measure, before):
        return 0
    return 1 if now > before else -1


def is_worse(measure: Measure, way: int) -> bool:
    """Whether a move up (1) or down (-1) is the worse way; never where neither is better."""
    return way == {Better.HIGHER: -1, Better.LOWER: 1}.get(measure.better, 0) and way != 0


def is_better(measure: Measure, way: int) -> bool:
    """Whether a move up (1) or down (-1) is the better way; never where neither is."""
    return way == {Better.HIGHER: 1, Better.LOWER: -1}.get(measure.better, 0) and way != 0


def change_words(measure: Measure, now: float | None, before: float | None) -> str:
    """ "up 1.9 points", "down 12", "the same"; empty where one of them is not known."""
    if now is None or before is None:
        return ""
    way = moved(measure, now, before)
    if not way:
        return "the same"
    return f"{'up' if way > 0 else 'down'} {_by(measure, abs(now - before))}"


def way_words(measure: Measure, way: int) -> str:
    """ "the better way", "the worse way"; empty where it did not move or neither way is better."""
    if is_better(measure, way):
        return BETTER_WAY
    return WORSE_WAY if is_worse(measure, way) else ""


def on_a_year_before(measure: Measure, now: float | None, before: float | None) -> str:
    """A sentence of how it stands beside a year before; empty where that is not known."""
    change = change_words(measure, now, before)
    if not change:
        return ""
    way = way_words(measure, moved(measure, now, before))
    return f"{capital(change)} {'as' if change == 'the same' else 'on'} a year before{f', {way}' if way else ''}."


def meets_aim(measure: Measure, value: float | None) -> bool | None:
    """Whether a value meets what is aimed at; None where nothing is, or no value is known."""
    if measure.target is None or value is None:
        return None
    aim = measure.target.value
    return value >= aim - 1e-9 if measure.better is Better.HIGHER else value <= aim + 1e-9


def aim_words(measure: Measure) -> str:
    """What is aimed at; where nothing is, why."""
    if measure.target is not None:
        return plain_value(measure, measure.target.value)
    if measure.better is Better.NEITHER:
        return "No aim: neither way is good in itself"
    return "None set"


UNTOLD = "Some months are too small to publish, so no trend is told."


def trend_in_short(measure: Measure, reading: Reading) -> str:
    """A short sentence of what the months tell; the longer one stands on the measure's own page."""
    if reading.drifts:
        return "It drifts from month to month, so no limits fit it."
    if reading.limits is None:
        return f"Fewer than {number(FEWEST_MONTHS)} months, too few for a trend."
    way = way_words(measure, reading.side)
    beside = f", {way}" if way else ""
    last = f"{reading.months[-1].ends:%B}"
    side = "above" if reading.side > 0 else "below"
    if Rule.OUTSIDE in reading.last:
        return f"{last} stood {side} its limits{beside}: ask why."
    if Rule.RUN in reading.last:
        return f"Eight months or more {side} the average{beside}."
    if Rule.NEAR in reading.last:
        return f"Three of the last four months near the {'upper' if reading.side > 0 else 'lower'} limit{beside}."
    return "Steady: ordinary up and down."


def _by(measure: Measure, difference: float) -> str:
    """A difference: of shares in points, of anything else on its own scale."""
    if measure.shape is Shape.SHARE:
        points = f"{100 * difference:.1f}"
        return f"{points} {'point' if points == '1.0' else 'points'}"
    return plain_value(measure, difference)
