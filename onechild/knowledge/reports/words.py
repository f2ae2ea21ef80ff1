"""Numbers, dates and lists as a sentence says them, right in the singular, the plural and at nought."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onechild.knowledge.reports.suppressing.ranges import FEWEST_SHOWN
from onechild.knowledge.workdays.lengths import Length
from onechild.knowledge.workdays.years import month_end

IN_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FEW = "between one and five"


def number(count: int, *, publish: bool = False) -> str:
    """A count: one to ten in words, above in figures, nought as "none"; for publication 1 to 5 is not told apart."""
    if publish and 0 < count < FEWEST_SHOWN:
        return FEW
    return IN_WORDS[count] if 0 <= count < len(IN_WORDS) else f"{count:,}"


def things(count: int, one: str, many: str, *, publish: bool = False) -> str:
    """A count and its noun: "no child", "one child", "12 children"."""
    if count == 0:
        return f"no {one}"
    words = number(count, publish=publish)
    return f"{words} {one if words == 'one' else many}"


def does(count: int, one: str, many: str, *, publish: bool = False) -> str:
    """The verb that agrees with a count; nought takes the singular, as "no child waits" and "none is held" do."""
    return many if count > 1 or (publish and 0 < count < FEWEST_SHOWN) else one


def listed(names: Sequence[str]) -> str:
    """Names in a row: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def length(of: Length) -> str:
    """A length of time, its number in words up to ten: "six weeks", "28 days"."""
    return f"{number(of.n)} {str(of).split(' ', 1)[1]}"


def full_date(day: date) -> str:
    """A day as people write it: 31 May 2021."""
    return f"{day.day} {day:%B %Y}"


def name_days(first: date, second: date) -> tuple[str, str]:
    """How a report calls its two days: by month where both end one, else in full."""
    if all(day == month_end(day) for day in (first, second)):
        return f"{first:%B %Y}", f"{second:%B %Y}"
    return full_date(first), full_date(second)


def one_decimal(value: float) -> str:
    """A value as it is shown, to one decimal."""
    return f"{value:.1f}"


def shown(value: float) -> float:
    """A value as a reader sees it; two that are shown alike are the same."""
    return float(one_decimal(value))


def per_cent(part: int, whole: int) -> str:
    """A share in per cent to one decimal, never rounded up to all or down to none."""
    value = 100 * part / whole
    if part < whole and one_decimal(value) == "100.0":
        return "over 99.9%"
    if part > 0 and one_decimal(value) == "0.0":
        return "under 0.1%"
    return f"{value:.0f}%" if part in (0, whole) else f"{one_decimal(value)}%"


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, and the rest as it was."""
    return sentence[:1].upper() + sentence[1:]
