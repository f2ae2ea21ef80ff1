"""The days on which things come in at a rate, each with its number: the same days whatever day the story is told on."""

from __future__ import annotations

from collections.abc import Iterator

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import YEAR, same_or_next_working


def arriving(council: Council, what: str, a_year: float, *, until: int) -> Iterator[tuple[int, int]]:
    """This function will give (number, working day) of each that comes in, up to and including a day."""
    gap = YEAR / max(a_year * council.scale, 0.02)
    count = 0
    while council.first_day + count * gap <= until:
        shift = council.stream(what, "day", count).random() * gap
        day = same_or_next_working(int(council.first_day + count * gap + shift))
        if day <= until:
            yield count, day
        count += 1
