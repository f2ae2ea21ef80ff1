"""A small drawing of a trend for a line of a table: its way, its band, and a diamond where a month stands outside."""

from __future__ import annotations

from collections.abc import Sequence

from onechild.knowledge.measures.xmr import Limits, Month
from onechild.knowledge.reports.page.svg import BAND, NOW, RISE_WORDS, SOFT, Scale, Sheet, evenly, through

WIDTH, HEIGHT, EDGE = 150, 40, 7
FEWEST = 2


def spark(months: Sequence[Month], found: Limits | None, *, title: str, name: str) -> str:
    """This function will return an SVG element of the months, oldest first; nothing where fewer than two have a value.

    It has no scale, for it stands beside its numbers; `title` says what it shows, `name` makes its ids its own.
    """
    known = [(at, month.value) for at, month in enumerate(months) if month.value is not None]
    if len(known) < FEWEST:
        return ""
    values = [value for _at, value in known]
    # Rounded, so that a figure that never moves is not pulled apart by the last digit of its average.
    ends = [round(value, 9) for value in (*values, *((found.low, found.high) if found else ()))]
    across = evenly(len(months), (EDGE, WIDTH - EDGE))
    down = Scale((min(ends), max(ends)), (HEIGHT - EDGE, EDGE))
    sheet = Sheet(WIDTH, HEIGHT)
    if found:
        sheet.area((EDGE, down(found.high)), (WIDTH - 2 * EDGE, down(found.low) - down(found.high)), colour=BAND)
        sheet.line((EDGE, down(found.average)), (WIDTH - EDGE, down(found.average)), colour=SOFT)
    places = through((across[at] for at, _value in known), (down(value) for value in values))
    sheet.path(places, colour=NOW, width=1.5)
    for place, value in zip(places, values, strict=True):
        if found and found.outside(value):
            sheet.diamond(place, radius=5, fill=RISE_WORDS)
        elif place == places[-1]:
            sheet.dot(place, radius=2, fill=NOW, edge=NOW)
    return sheet.element(title=title, name=name)
