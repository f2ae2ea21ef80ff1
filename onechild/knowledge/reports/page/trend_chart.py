"""The chart of a trend: a mark for each month, the average, and the band of ordinary up and down, drawn to SVG."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import vl_convert

from onechild.knowledge.measures.model import Measure, Shape
from onechild.knowledge.reports.page.charts import FONT, INK, LINE, NOW, RISE_WORDS, SIZE, SOFT, VEGA_LITE, tidied
from onechild.knowledge.reports.page.trends import Limits, Month
from onechild.knowledge.reports.values import plain_value

BAND, MARK = "#e6eeee", 70
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
NARROW_TREND = Canvas(width=358, height=230, left=50, right=346, name_each=6)
TOP, BOTTOM = 22, 44


def trend(
    measure: Measure, months: Sequence[Month], found: Limits | None, *, title: str, name: str, canvas: Canvas
) -> str:
    """An SVG element of the months, oldest first; nothing where no month has a value.

    `title` is what a screen reader says; `name` tells its ids from those of another drawing on the page.
    """
    known = [(place, month) for place, month in enumerate(months) if month.value is not None]
    if not known:
        return ""
    values = [month.value for _place, month in known if month.value is not None]
    ticks = _ticks([*values, *([found.low, found.high] if found else [])], measure)
    frame = _Frame(canvas, ticks, len(months))
    layers = [
        *_band(frame, found),
        *_grid(frame, measure, months),
        *_average(frame, found, measure),
        *_marks(frame, known, found, measure),
    ]
    chart = {
        "width": canvas.width,
        "height": canvas.height,
        "padding": 0,
        "background": "transparent",
        "config": {"view": {"stroke": None}, "font": FONT},
        "layer": layers,
    }
    return tidied(vl_convert.vegalite_to_svg(chart, vl_version=VEGA_LITE), title=title, name=name)


@dataclass(frozen=True)
class _Frame:
    canvas: Canvas
    ticks: list[float]
    months: int

    def layer(self, values: list[dict[str, Any]], mark: dict[str, Any], **more: Any) -> dict[str, Any]:
        """A layer whose rows have `at` (the place of the month) and `value`."""
        place = {"domain": [0, max(self.months - 1, 1)], "range": [self.canvas.left, self.canvas.right], "nice": False}
        scale = {"domain": [self.ticks[0], self.ticks[-1]], "range": [self.canvas.height - BOTTOM, TOP], "nice": False}
        encoding = {
            "x": {"field": "at", "type": "quantitative", "scale": place | {"zero": False}, "axis": None},
            "y": {"field": "value", "type": "quantitative", "scale": scale | {"zero": False}, "axis": None},
        }
        return {"data": {"values": values}, "mark": mark, "encoding": encoding | more}


def _ticks(values: list[float], measure: Measure) -> list[float]:
    """Five or so round numbers around the values; a share never leaves nought to one."""
    low, high = min(values), max(values)
    rough = max((high - low) / 4, 0.005 if measure.shape is Shape.SHARE else 0.05, high / 100)
    size = 10 ** math.floor(math.log10(rough))
    step = next(step * size for step in (*STEPS, 20) if step * size >= rough)
    if measure.shape is Shape.COUNT:
        step = max(1, math.ceil(step))
    first, last = math.floor(low / step), math.ceil(high / step)
    if measure.shape is Shape.SHARE:
        last = min(last, math.ceil(1 / step - 1e-9))
    return [round(step * place, 6) for place in range(max(first, 0), max(last, first + 1) + 1)]


def _grid(frame: _Frame, measure: Measure, months: Sequence[Month]) -> list[dict[str, Any]]:
    ends = [{"at": 0, "to": frame.months - 1, "value": tick, "words": _tick(tick, measure)} for tick in frame.ticks]
    lines = frame.layer(ends, {"type": "rule", "color": LINE}, x2={"field": "to"})
    words = frame.layer(ends, _text("right", dx=-10, color=SOFT), **_says("words"))
    # The last month is always named, and none too near to it.
    back = range(frame.months - 1, -1, -frame.canvas.name_each)
    named = [
        {"at": at, "value": frame.ticks[0], "month": f"{months[at].ends:%b}", "year": f"{months[at].ends:%Y}"}
        for at in back
    ]
    below = [
        frame.layer(named, _text("center", dy=dy, color=SOFT), **_says(field))
        for dy, field in ((18, "month"), (34, "year"))
    ]
    return [lines, words, *below]


def _band(frame: _Frame, found: Limits | None) -> list[dict[str, Any]]:
    if found is None:
        return []
    band = [{"at": 0, "to": frame.months - 1, "value": found.low, "high": found.high}]
    return [frame.layer(band, {"type": "rect", "color": BAND}, x2={"field": "to"}, y2={"field": "high"})]


def _average(frame: _Frame, found: Limits | None, measure: Measure) -> list[dict[str, Any]]:
    if found is None:
        return []
    last = frame.months - 1
    row = {"at": 0, "to": last, "value": found.average, "words": f"Average {plain_value(measure, found.average)}"}
    layers = [frame.layer([row], {"type": "rule", "color": SOFT}, x2={"field": "to"})]
    if frame.canvas.width > frame.canvas.right + 60:
        layers.append(frame.layer([row | {"at": last}], _text("left", dx=14, color=SOFT), **_says("words")))
    return layers


def _marks(
    frame: _Frame, known: list[tuple[int, Month]], found: Limits | None, measure: Measure
) -> list[dict[str, Any]]:
    rows = [
        {"at": place, "value": month.value, "out": bool(found and found.outside(month.value))} for place, month in known
    ]
    filled = {"type": "point", "filled": True, "opacity": 1}
    inside, outside = ([row for row in rows if row["out"] is out] for out in (False, True))
    # The last value is said on the side that the line does not come from.
    rises = len(rows) < 2 or (rows[-1]["value"] or 0.0) >= (rows[-2]["value"] or 0.0)
    last = rows[-1] | {"words": plain_value(measure, rows[-1]["value"] or 0.0)}
    return [
        frame.layer(rows, {"type": "line", "color": NOW, "strokeWidth": 2}),
        frame.layer(inside, filled | {"color": NOW, "size": MARK}),
        frame.layer(outside, filled | {"color": RISE_WORDS, "size": MARK * 2, "shape": "diamond"}),
        frame.layer(
            [last], _text("center", dy=-15 if rises else 17, color=INK) | {"fontWeight": "bold"}, **_says("words")
        ),
    ]


def _text(align: str, *, color: str, dx: int = 0, dy: int = 0) -> dict[str, Any]:
    place = {"align": align, "baseline": "middle", "dx": dx, "dy": dy}
    return {"type": "text", "font": FONT, "fontSize": SIZE, "color": color, **place}


def _says(field: str) -> dict[str, Any]:
    return {"text": {"field": field, "type": "nominal"}}


def _tick(tick: float, measure: Measure) -> str:
    return f"{round(100 * tick, 2):g}%" if measure.shape is Shape.SHARE else f"{tick:,g}"
