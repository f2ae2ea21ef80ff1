"""What a row of months says in a sentence: the control chart is `measures/xmr.py`."""

from __future__ import annotations

from collections.abc import Sequence

from onechild.knowledge.measures.model import Better, Measure
from onechild.knowledge.measures.xmr import (
    FEWEST_MONTHS,
    METHOD,
    RUN,
    Limits,
    Month,
    Rule,
    broken,
    limits,
    run_at_the_end,
)
from onechild.knowledge.measures.xmr import RULES as RULES_IN_WORDS
from onechild.knowledge.reports.values import plain_value
from onechild.knowledge.reports.words import capital, number

__all__ = ["RULES", "Limits", "Month", "limits", "trend_sentence"]
RULES = f"{METHOD} What stands out: {' '.join(RULES_IN_WORDS.values())}"


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
    if Rule.NEAR in broken(months, found)[-1]:
        side = "upper" if last.value is not None and last.value > found.average else "lower"
        return (
            f"About {average}, but of the last four months three are nearer to the {side} limit than to the average, "
            f"which chance alone would seldom do{_and_that_is(measure, 'above' if side == 'upper' else 'below')}."
        )
    odd = [f"{month.ends:%B %Y}" for month in months if found.outside(month.value)]
    if odd:
        return (
            f"Steady now, about {average}. {capital(' and '.join(odd[-2:]))} stood outside ordinary up and down: ask "
            "what happened then."
        )
    return f"Steady, about {average}: the months go up and down as chance has them, and none stands out."


def _and_that_is(measure: Measure, side: str) -> str:
    if measure.better is Better.NEITHER:
        return ""
    good = (measure.better is Better.HIGHER) == (side == "above")
    return ", and that is the better way" if good else ", and that is the worse way"
