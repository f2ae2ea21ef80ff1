"""Reads a day typed in three boxes or pasted into one, and says in GOV.UK's words what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

BOXES = ("day", "month", "year")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY_FIRST = re.compile(
    r"^(?:[a-z]+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s/.\-]+(\d{1,2}|[a-z]+)[\s/.,\-]+(\d{2,4})$", re.IGNORECASE
)
YEAR_FIRST = re.compile(r"^(\d{4})[\s/.\-]+(\d{1,2})[\s/.\-]+(\d{1,2})$")


@dataclass(frozen=True)
class NotADay:
    """What is wrong, as the end of a sentence about the day or as one of its own, and the boxes it is wrong in."""

    words: str
    boxes: tuple[str, ...]
    whole: bool = False


def read_day(typed: Sequence[str]) -> date | NotADay | None:
    """This function will return the day of three boxes, or what is wrong with it, or None where nothing was typed."""
    day, month, year = _spread([part.strip() for part in typed])
    if not (day or month or year):
        return None
    if missing := tuple(box for box, part in zip(BOXES, (day, month, year), strict=True) if not part):
        return NotADay(f"must include a {' and '.join(missing)}", missing)
    number = _month(month)
    wrong = tuple(
        box
        for box, good in zip(BOXES, (_between(day, 31), 1 <= number <= 12, year.isdecimal()), strict=True)
        if not good
    )
    if wrong:
        return NotADay("must be a real date", wrong)
    if len(year) != 4:
        return NotADay("Year must include 4 numbers", ("year",), whole=True)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return NotADay("must be a real date", BOXES)


def _spread(typed: list[str]) -> list[str]:
    """The three boxes; a whole date pasted into one of them is spread over all."""
    filled = [part for part in typed if part]
    if len(filled) != 1:
        return typed
    if found := YEAR_FIRST.match(filled[0]):
        return [found[3], found[2], found[1]]
    if found := DAY_FIRST.match(filled[0]):
        return [found[1], found[2], found[3]]
    return typed


def _month(typed: str) -> int:
    """The number of a month written as a number or by its name; nought for neither."""
    if typed.isdecimal():
        return int(typed)
    short = typed[:3].lower()
    return MONTHS.index(short) + 1 if typed.isalpha() and short in MONTHS else 0


def _between(typed: str, most: int) -> bool:
    return typed.isdecimal() and 1 <= int(typed) <= most
