"""A measure's value as it is shown: a share in per cent, a number for each worker to one decimal, a count whole."""

from __future__ import annotations

from onechild.knowledge.measures.model import Figure, Measure, Shape
from onechild.knowledge.reports.words import one_decimal, per_cent

NO_VALUE = "–"


def value_words(measure: Measure, numerator: float, denominator: float | None, value: float | None) -> str:
    """This function will return a value in words, a dash where there is none: nothing is divided by nought."""
    if value is None:
        return NO_VALUE
    if measure.shape is Shape.COUNT:
        return f"{int(numerator):,}"
    if measure.shape is Shape.SHARE and denominator:
        return per_cent(int(numerator), int(denominator))
    return one_decimal(value)


def figure_words(measure: Measure, figure: Figure) -> str:
    """This function will return the value of a figure in words."""
    return value_words(measure, figure.numerator, figure.denominator, figure.value)


def plain_value(measure: Measure, value: float) -> str:
    """This function will return a number on the scale of a measure, such as an average of its months, in words."""
    if measure.shape is Shape.COUNT:
        return f"{value:,.0f}"
    return f"{100 * value:.1f}%" if measure.shape is Shape.SHARE else one_decimal(value)


def parts_words(measure: Measure, numerator: float, denominator: float | None) -> str:
    """ "188 of 192"; of a count and its denominator nothing, for the value says it all."""
    if measure.shape is Shape.COUNT or denominator is None:
        return ""
    joined = "of" if measure.shape is Shape.SHARE else "over"
    return f"{_number(numerator)} {joined} {_number(denominator)}"


def _number(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else one_decimal(number)
