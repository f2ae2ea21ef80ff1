"""Published figures in words: a value with its unit, why one is missing, and the year that it is of."""

from __future__ import annotations

from onechild.knowledge.benchmarks.beside import Mean
from onechild.knowledge.benchmarks.model import Area, PublishedMeasure, Value

# Why there is no value. LAIT marks every gap with a dash and does not say which of these it is.
WHY = {
    "hidden": "hidden, so that nobody can be recognised",
    "unreliable": "too unreliable to show",
    "not available": "not available",
    "not applicable": "does not apply",
    "not shown": "not shown (too small to show, or not collected)",
    "no row": "nothing published",
}
# The same for a table's cell, where the page says once what each means.
SHORT = {
    "hidden": "hidden",
    "unreliable": "too unreliable",
    "not available": "not available",
    "not applicable": "does not apply",
    "not shown": "not shown",
    "no row": "nothing published",
}
NOTES = {"joint": "two councils published together", "almost nought": "above nought, but too little to show"}
# The letters of a table cell, and what stands beside the unit in a sentence.
AFTER = {"percent": "%", "days": " days", "FTE": " FTE"}
BEFORE = {"pounds": "£", "pounds a week": "£"}
LONG_UNITS = {
    "percent": "per cent",
    "per 10,000": "for every 10,000 children",
    "per 100,000": "for every 100,000 children aged 10 to 17",
    "FTE": "full-time equivalents",
    "cases": "cases for each worker",
    "score": "points",
    "pounds a week": "pounds a week",
    "pounds": "pounds",
    "days": "days",
    "number": "number",
}
YEARS = {
    "financial year": "year to 31 March {year}",
    "school year": "school year {before}/{short}",
    "calendar year": "calendar year {year}",
    "year to 30 September": "year to 30 September {year}",
    "January": "January {year}",
    "mid-year": "mid-{year}",
}


DAYS = ("31 March", "30 September")


def number_words(measure: PublishedMeasure, value: float) -> str:
    """This function will return a number in the measure's unit: "18.9%", "£1,140", "504.1"."""
    sign = "−" if round(value, measure.decimals) < 0 else ""
    digits = f"{abs(value):,.{measure.decimals}f}"
    return f"{sign}{BEFORE.get(measure.unit, '')}{digits}{AFTER.get(measure.unit, '')}"


def value_words(measure: PublishedMeasure, value: Value, *, area: Area | None = None, year: int | None = None) -> str:
    """This function will return a value in words; for one that is missing, why: never nought, never a blank."""
    if value.shown == "almost nought":
        return NOTES["almost nought"]
    if value.value is not None:
        return number_words(measure, value.value)
    if area is not None and year is not None and not _stood(area, year):
        return "no such council then"
    return WHY[value.shown]


def cell_words(measure: PublishedMeasure, value: Value, *, area: Area | None = None, year: int | None = None) -> str:
    """This function will return a value for a table's cell: short, and still never nought or a blank for a gap."""
    said = value_words(measure, value, area=area, year=year)
    return SHORT[value.shown] if said == WHY.get(value.shown) else said


def mean_words(measure: PublishedMeasure, mean: Mean) -> str:
    """This function will return a mean in words: "19.3%", and "mean of 9 of 10" is for `counted_words`."""
    return number_words(measure, mean.value) if mean.value is not None else "no neighbour has a figure"


def counted_words(mean: Mean) -> str:
    """This function will return how many councils a mean is over, where not all of them."""
    return "" if mean.counted == mean.out_of else f"mean of {mean.counted} of {mean.out_of}"


def year_words(measure: PublishedMeasure, year: int) -> str:
    """This function will return the year or day of a figure: "year to 31 March 2025", "30 September 2025"."""
    if day := _day_of(measure):
        return f"{day} {year}"
    return YEARS[measure.year_type].format(year=year, before=year - 1, short=f"{year % 100:02}")


def when_words(measure: PublishedMeasure, year: int) -> str:
    """This function will return the same as a sentence has it: "in the year to 31 March 2025", "on 31 March 2025"."""
    said = year_words(measure, year)
    if _day_of(measure):
        return f"on {said}"
    return f"in {said}" if measure.year_type in ("January", "mid-year") else f"in the {said}"


def short_year(measure: PublishedMeasure, year: int) -> str:
    """This function will return the year for the head of a column or a tick: "2025", "2023/24"."""
    return f"{year - 1}/{year % 100:02}" if measure.year_type == "school year" else str(year)


def unit_words(measure: PublishedMeasure) -> str:
    """This function will return the unit in words."""
    return LONG_UNITS[measure.unit]


def capital(text: str) -> str:
    """This function will return words with a capital at their beginning, and the rest as it is."""
    return text[:1].upper() + text[1:]


def better_words(measure: PublishedMeasure) -> str:
    """This function will return which way DfE reads the figure as better, as a sentence."""
    if measure.better == "neither":
        return "Neither high nor low is good in itself."
    return f"DfE reads a {measure.better} figure as better."


def _day_of(measure: PublishedMeasure) -> str:
    """The day that a measure is counted on, as its definition says; empty where it is counted over a year."""
    if measure.unit.startswith("pounds"):
        return ""
    return next((day for day in DAYS if f"on {day}" in measure.counts), "")


def _stood(area: Area, year: int) -> bool:
    return (area.first_year or 0) <= year <= (area.last_year or 9999)
