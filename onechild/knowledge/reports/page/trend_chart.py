"""The chart of a trend: a mark for each month, the average, and the band of ordinary up and down, drawn to SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from onechild.knowledge.measures.model import Measure, Shape
from onechild.knowledge.reports.page.svg import BAND, INK, LINE, NOW, RISE_WORDS, SOFT, Scale, Sheet, evenly, through
from onechild.knowledge.reports.page.trends import Limits, Month
from onechild.knowledge.reports.values import plain_value

STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True)
class Canvas:
    """How wide and high a drawing is, and every how many months one is named."""

    width: int
    height: int
    left: int
    right: int
    name_each: int


WIDE_TREND = Canvas(width=884, height=250, left=56, right=772, name_each=3)
NARROW_TREND = Canvas(width=358, height=230, left=50, right=332, name_each=6)
TOP, BOTTOM = 22, 44
LINE_OF_WORDS = 17
OPEN = "white"


def trend(
    measure: Measure,
    months: Sequence[Month],
    found: Limits | None,
    *,
    title: str,
    name: str,
    canvas: Canvas,
    target: float | None = None,
    marked: Sequence[bool] = (),
) -> str:
    """An SVG element of the months, oldest first; nothing where no month has a value.

    `title` is what a screen reader says; `name` tells its ids from those of another drawing on the page; `target` is a
    dashed line; `marked` says which months break a rule inside the limits: their marks are open.
    """
    values = [month.value for month in months if month.value is not None]
    if not values:
        return ""
    aim = [] if target is None else [target]
    ticks = ticks_of([*values, *([found.low, found.high] if found else []), *aim], measure)
    sheet = Sheet(canvas.width, canvas.height)
    places = evenly(len(months), (canvas.left, canvas.right))
    down = Scale((ticks[0], ticks[-1]), (canvas.height - BOTTOM, TOP))
    if found:
        size = (canvas.right - canvas.left, down(found.low) - down(found.high))
        sheet.area((canvas.left, down(found.high)), size, colour=BAND)
    _grid(sheet, canvas, down, ticks, measure)
    _months(sheet, canvas, places, months)
    if found:
        _average(sheet, canvas, down, found, measure)
    if target is not None:
        _aim(sheet, canvas, down, target, found, measure)
    _marks(sheet, places, down, months, found, measure, marked)
    return sheet.element(title=title, name=name)


def ticks_of(values: Sequence[float], measure: Measure) -> list[float]:
    """Five or so round numbers around the values; a share never leaves nought to one."""
    low, high = min(values), max(values)
    rough = max((high - low) / 4, 0.005 if measure.shape is Shape.SHARE else 0.05, abs(high) / 100)
    size = 10 ** math.floor(math.log10(rough))
    step = next(step * size for step in (*STEPS, 20) if step * size >= rough)
    if measure.shape is Shape.COUNT:
        step = max(1, math.ceil(step))
    first, last = math.floor(low / step), math.ceil(high / step)
    if low >= 0:
        first = max(first, 0)
    if measure.shape is Shape.SHARE:
        last = min(last, math.ceil(1 / step - 1e-9))
    return [round(step * place, 6) for place in range(first, max(last, first + 1) + 1)]


def _grid(sheet: Sheet, canvas: Canvas, down: Scale, ticks: Sequence[float], measure: Measure) -> None:
    for tick in ticks:
        sheet.line((canvas.left, down(tick)), (canvas.right, down(tick)), colour=LINE)
        sheet.words((canvas.left - 10, down(tick)), _tick(tick, measure), align="right", colour=SOFT)


def _months(sheet: Sheet, canvas: Canvas, places: Sequence[float], months: Sequence[Month]) -> None:
    """The last month is always named, and none too near to it."""
    foot = canvas.height - BOTTOM
    for at in range(len(months) - 1, -1, -canvas.name_each):
        sheet.words((places[at], foot + 18), f"{months[at].ends:%b}", align="centre", colour=SOFT)
        sheet.words((places[at], foot + 34), f"{months[at].ends:%Y}", align="centre", colour=SOFT)


def _average(sheet: Sheet, canvas: Canvas, down: Scale, found: Limits, measure: Measure) -> None:
    height = down(found.average)
    sheet.line((canvas.left, height), (canvas.right, height), colour=SOFT)
    if canvas.width > canvas.right + 60:
        words = f"Average {plain_value(measure, found.average)}"
        sheet.words((canvas.right + 14, height), words, colour=SOFT)


def _aim(sheet: Sheet, canvas: Canvas, down: Scale, target: float, found: Limits | None, measure: Measure) -> None:
    """A dashed line, named beside it; its name stands clear of the average's."""
    height = down(target)
    sheet.line((canvas.left, height), (canvas.right, height), colour=INK, width=1.5, dashes="5 4")
    if canvas.width > canvas.right + 60:
        beside = down(found.average) if found else None
        close = beside is not None and abs(beside - height) < LINE_OF_WORDS
        lift = (-LINE_OF_WORDS if found and target > found.average else LINE_OF_WORDS) if close else 0
        sheet.words((canvas.right + 14, height + lift), f"Aim {plain_value(measure, target)}", bold=True)


def _marks(
    sheet: Sheet,
    places: Sequence[float],
    down: Scale,
    months: Sequence[Month],
    found: Limits | None,
    measure: Measure,
    marked: Sequence[bool],
) -> None:
    known = [(at, month.value) for at, month in enumerate(months) if month.value is not None]
    # A month without a value breaks the line: nothing is drawn where nothing is known.
    for _key, run in groupby(enumerate(known), key=lambda item: item[1][0] - item[0]):
        points = [one for _number, one in run]
        places_of = through((places[at] for at, _value in points), (down(value) for _at, value in points))
        sheet.path(places_of, colour=NOW)
    for at, value in known:
        if found and found.outside(value):
            sheet.diamond((places[at], down(value)), radius=7, fill=RISE_WORDS)
        else:
            stands_out = bool(marked) and marked[at]
            sheet.dot(
                (places[at], down(value)), radius=4 if stands_out else 3, fill=OPEN if stands_out else NOW, edge=NOW
            )
    # The last value is said on the side that the line does not come from.
    at, value = known[-1]
    rises = len(known) < 2 or value >= known[-2][1]
    # The last value is said above a mark that stands at the foot, where the months are named.
    at_the_foot = down(value) + LINE_OF_WORDS > sheet.height - BOTTOM
    lift = -15 if rises or at_the_foot else 17
    sheet.words((places[at], down(value) + lift), plain_value(measure, value), align="centre", bold=True, halo=True)


def _tick(tick: float, measure: Measure) -> str:
    return f"{round(100 * tick, 2):g}%" if measure.shape is Shape.SHARE else f"{tick:,g}"
