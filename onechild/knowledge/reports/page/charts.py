"""The chart of the report: cases for each worker by team, then and now, drawn to SVG on this machine."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from onechild.knowledge.reports.page.svg import INK, JOIN, LINE, NOW, RISE, RISE_WORDS, SOFT, THEN, Scale, Sheet
from onechild.knowledge.reports.words import one_decimal, shown

RADIUS, BESIDE = 5, 11


@dataclass(frozen=True)
class Pair:
    """A team's value now and then; either may not be known. `instead` stands where the change would."""

    label: str
    now: float | None
    then: float | None
    instead: str = ""


@dataclass(frozen=True)
class Drawing:
    """How wide a drawing is, where its scale begins and ends, and whether a team's name stands above its marks."""

    width: int
    left: int
    right: int
    row: int
    names_above: bool


WIDE = Drawing(width=884, left=236, right=790, row=30, names_above=False)
NARROW = Drawing(width=358, left=26, right=330, row=46, names_above=True)
TOP, BOTTOM, LIFT = 34, 24, 18


def dumbbells(pairs: Iterable[Pair], *, target: float, title: str, name: str, drawing: Drawing) -> str:
    """An SVG element of a row for each pair: open mark then, filled mark now, the change in words, a dashed target.

    `title` is what a screen reader says; `name` tells its id from that of another drawing on the page.
    """
    pairs = list(pairs)
    ticks = scale(pairs, target=target)
    sheet = Sheet(drawing.width, TOP + drawing.row * len(pairs) + BOTTOM)
    across = Scale((ticks[0], ticks[-1]), (drawing.left, drawing.right))
    _grid(sheet, across, ticks, target)
    for place, pair in enumerate(pairs):
        _row(sheet, across, pair, middle=TOP + drawing.row * (place + 0.5), drawing=drawing)
    return sheet.element(title=title, name=name)


def scale(pairs: Iterable[Pair], *, target: float) -> list[float]:
    """Round numbers from below the least value to above the greatest, not more than eight of them."""
    values = [value for pair in pairs for value in (pair.now, pair.then, target) if value is not None] or [target]
    low, high = math.floor(min(values)) - 1, math.ceil(max(values)) + 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (high - low) / step <= 7)
    first = max(0, math.floor(low / step) * step)
    return [first + step * n for n in range(math.ceil((high - first) / step) + 1)]


def _grid(sheet: Sheet, across: Scale, ticks: list[float], target: float) -> None:
    top, foot = TOP - 4, sheet.height - BOTTOM
    for tick in ticks:
        sheet.line((across(tick), top), (across(tick), foot), colour=LINE)
        sheet.words((across(tick), sheet.height - 8), f"{tick:g}", align="centre", colour=SOFT)
    sheet.line((across(target), top), (across(target), foot), colour=INK, width=1.5, dashes="5 4")
    sheet.words((across(target), TOP - 16), f"Target {target:g}", align="centre", bold=True)


def _row(sheet: Sheet, across: Scale, pair: Pair, *, middle: float, drawing: Drawing) -> None:
    change, rose = _change(pair)
    beside = middle - (LIFT if drawing.names_above else 0)
    if pair.now is not None and pair.then is not None:
        ends = (across(pair.then), middle), (across(pair.now), middle)
        sheet.line(*ends, colour=RISE if rose else JOIN, width=4)
    if pair.then is not None:
        sheet.dot((across(pair.then), middle), radius=RADIUS, fill="white", edge=THEN)
    if pair.now is not None:
        sheet.dot((across(pair.now), middle), radius=RADIUS, fill=NOW, edge=NOW)
    sheet.words((0, beside), pair.label, halo=True)
    colour = RISE_WORDS if rose else SOFT
    sheet.words((drawing.width, beside), change, align="right", colour=colour, bold=rose, halo=True)
    _value(sheet, across, pair.then, other=pair.now, middle=middle, is_now=False)
    _value(sheet, across, pair.now, other=pair.then, middle=middle, is_now=True)


def _value(
    sheet: Sheet, across: Scale, value: float | None, *, other: float | None, middle: float, is_now: bool
) -> None:
    """A value beside its mark, on the side away from the other."""
    if value is None:
        return
    left = other is not None and (value <= other if is_now else value < other)
    at = (across(value) + (-BESIDE if left else BESIDE), middle)
    align = "right" if left else "left"
    sheet.words(at, one_decimal(value), align=align, colour=INK if is_now else SOFT, bold=is_now, halo=True)


def _change(pair: Pair) -> tuple[str, bool]:
    """The change in words, and whether it is a rise."""
    if pair.now is None or pair.then is None:
        return pair.instead or ("not compared" if pair.now is not None else "no cases"), False
    moved = shown(pair.now) - shown(pair.then)
    words = "same" if not moved else f"{'up' if moved > 0 else 'down'} {one_decimal(abs(moved))}"
    return words, moved > 0
