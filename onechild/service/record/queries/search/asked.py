"""Reads what somebody typed to find a person: names, a date of birth, a postcode or address, a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from onechild.service.govuk.forms.reading_days import read_day
from onechild.service.record.queries.search.short_names import long_for

MOST_NAMES = 4
SHORTEST_NUMBER = 4
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec"
DAYS = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?[\s/.\-]+(?:\d{{1,2}}|(?:{MONTHS})[a-z]*)[\s/.,\-]+(?:19|20)\d\d"
    r"|(?:19|20)\d\d[/.\-]\d{1,2}[/.\-]\d{1,2}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d\d)\b",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.IGNORECASE)
ADDRESS = re.compile(r"\b\d{1,4}[a-z]?\s+[a-z]{2,}(?:\s+[a-z]{2,})*", re.IGNORECASE)
WORDS = re.compile(r"[^\W_]+(?:['’`-][^\W_]+)*")
APOSTROPHES = str.maketrans("", "", "'’`´")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was typed, taken apart. `born` has the day first, then, where it could be, day and month changed round."""

    typed: str
    names: tuple[str, ...] = ()
    born: tuple[date, ...] = ()
    numbers: tuple[str, ...] = ()
    pairs: tuple[str, ...] = ()
    too_many: tuple[str, ...] = field(default=())

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.names or self.born or self.numbers or self.pairs)

    def likenesses(self) -> list[dict[str, object]]:
        """The names, each with what it may be short for."""
        return [{"word": name, "also": list(long_for(name))} for name in self.names]


def read_asked(typed: str, *, today: date) -> Asked:
    """This function will take apart what was typed; of more than four names the first four are looked for."""
    rest = " ".join(typed.split())[:200]
    born: tuple[date, ...] = ()
    if (found := DAYS.search(rest)) and (day := _day(found[0], today)):
        born, rest = _both_ways(day, found[0]), rest.replace(found[0], " ")
    numbers = []
    if found := POSTCODE.search(rest):
        numbers.append(f"p:{found[1]}{found[2]}".upper().replace("P:", "p:"))
        rest = rest.replace(found[0], " ")
    pairs: tuple[str, ...] = ()
    if found := ADDRESS.search(rest):
        pairs, rest = _pairs(found[0]), rest.replace(found[0], " ")
    numbers += _numbers(rest)
    names = [word for word in _names(rest) if not any(letter.isdigit() for letter in word)]
    return Asked(
        typed=typed.strip(),
        names=tuple(names[:MOST_NAMES]),
        born=born,
        numbers=tuple(numbers),
        pairs=pairs,
        too_many=tuple(names[MOST_NAMES:]),
    )


def _day(words: str, today: date) -> date | None:
    """A year of two figures is of this century where that is not to come, else of the last."""
    short = re.fullmatch(r"(\d{1,2})[/.](\d{1,2})[/.](\d\d)", words.strip())
    if short:
        year = today.year // 100 * 100 + int(short[3])
        words = f"{short[1]}/{short[2]}/{year if year <= today.year else year - 100}"
    read = read_day([words, "", ""])
    return read if isinstance(read, date) else None


def _both_ways(day: date, words: str) -> tuple[date, ...]:
    """The day, and the one with day and month changed round, where it was typed in figures and there is such a day."""
    if any(letter.isalpha() for letter in words) or day.day > 12 or day.day == day.month:
        return (day,)
    return (day, date(day.year, day.day, day.month))


def _numbers(rest: str) -> list[str]:
    """Numbers that a child may be known by: words with figures in them, and all together (NHS 900 000 7919)."""
    with_figures = [word for word in rest.split() if any(letter.isdigit() for letter in word)]
    known = {re.sub(r"[\W_]", "", word).upper() for word in [*with_figures, "".join(with_figures)]}
    return [f"i:{number}" for number in sorted(known) if len(number) >= SHORTEST_NUMBER]


def _pairs(address: str) -> tuple[str, ...]:
    words = [word.lower().translate(APOSTROPHES) for word in address.split()]
    return tuple(f"a:{first} {second}" for first, second in pairwise(words))


def _names(rest: str) -> list[str]:
    """Words in small letters without accents' help: the database takes those away; a name in two parts is one word."""
    return [word.translate(APOSTROPHES).replace("-", "").lower() for word in WORDS.findall(rest)]
