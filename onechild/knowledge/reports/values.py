"""A measure's value as it is shown: a share in per cent, a number for each worker to one decimal, a count whole."""

from __future__ import annotations

from onechild.knowledge.measures.model import Figure, Measure, Shape
from onechild.knowledge.reports.words import per_cent

NO_VALUE = "–"


def value_words(measure: Measure, numerator: float, denominator: float | None, value: float | None) -> str:
    """This function will return a value in words, a dash where there is none: nothing is divided by nought."""
    if value is None:
        return NO_VALUE
    if measure.shape is Shape.COUNT:
        return f"{int(numerator):,}"
    if measure.shape is Shape.SHARE and denominator:
        if not (float(numerator).is_integer() and float(denominator).is_integer()):  # pounds, or full-time equivalents
            return f"{100 * value:.1f}%"
        return per_cent(int(numerator), int(denominator))
    return _of_shape(measure, value)


def figure_words(measure: Measure, figure: Figure) -> str:
    """This function will return the value of a figure in words."""
    return value_words(measure, figure.numerator, figure.denominator, figure.value)


def plain_value(measure: Measure, value: float) -> str:
    """This function will return a number on the scale of a measure, such as an average of its months, in words."""
    if measure.shape is Shape.COUNT:
        return f"{value:,.0f}"
    return f"{100 * value:.1f}%" if measure.shape is Shape.SHARE else _of_shape(measure, value)


def parts_words(measure: Measure, numerator: float, denominator: float | None) -> str:
    """ "188 of 192"; of a rate how many in what population, of a median its n; of a count or sum nothing."""
    if measure.shape in (Shape.COUNT, Shape.SUM) or denominator is None:
        return ""
    if measure.shape is Shape.MEDIAN:
        return f"middle of {_number(denominator)}"
    if measure.shape is Shape.RATE:
        return f"{_number(numerator)} in a population of {_number(denominator)}"
    joined = "of" if measure.shape is Shape.SHARE else "over"
    return f"{_number(numerator)} {joined} {_number(denominator)}"


def number_shown(measure: Measure, words: str) -> float | None:
    """This function will return the number that a value in words shows, on the measure's scale; None where it is none.

    Of what is published only its words are known: "1 to 5", "hidden", "over 99.9%" and a dash tell no number.
    """
    plain = words.replace("−", "-").replace("£", "").replace(",", "")
    share = plain.endswith("%")
    try:
        number = float(plain.removesuffix("%"))
    except ValueError:
        return None
    return number / 100 if share else number


def _of_shape(measure: Measure, value: float) -> str:
    """Pounds whole and with their sign; a middle or a sum whole where it is; all else to one decimal."""
    if measure.value_unit.startswith("pounds"):
        return f"{'−' if value < 0 else ''}£{abs(value):,.0f}"
    if measure.shape in (Shape.MEDIAN, Shape.SUM):
        return _number(value)
    return f"{value:,.1f}"


def _number(number: float) -> str:
    return f"{int(number):,}" if float(number).is_integer() else f"{number:,.1f}"
