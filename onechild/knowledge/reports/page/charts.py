"""The chart of the report: cases for each worker by team, then and now, drawn to SVG on this machine.

Layers are written as Vega-Lite has them: built by its Python library, a drawing takes more than twice as long.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

import vl_convert

from onechild.knowledge.reports.words import one_decimal, shown

INK, SOFT, LINE = "#0b0c0c", "#484949", "#cecece"
NOW, THEN, JOIN, RISE, RISE_WORDS = "#106165", "#5f6061", "#a9b5b6", "#c2672f", "#7a3c1c"
FONT, SIZE = "Arial, sans-serif", 14
VEGA_LITE = "6.4"
CONFIG = {"font": FONT, "padding": 0, "background": "transparent", "view": {"stroke": None}}
Layer = dict[str, Any]


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
TOP, BOTTOM = 34, 24
# Words over lines are drawn twice: a white edge first, then the letters.
HALOED: tuple[dict[str, Any], ...] = ({"stroke": "white", "strokeWidth": 5}, {})


def dumbbells(pairs: Iterable[Pair], *, target: float, title: str, name: str, drawing: Drawing) -> str:
    """An SVG element of a row for each pair: open mark then, filled mark now, the change in words, a dashed target.

    `title` is what a screen reader says; `name` tells its id from that of another drawing on the page.
    """
    pairs = list(pairs)
    rows = [_row(place, pair) for place, pair in enumerate(pairs)]
    height = TOP + drawing.row * len(rows) + BOTTOM
    ticks = scale(pairs, target=target)
    frame = _Frame(drawing, height, {"domain": [ticks[0], ticks[-1]], "range": [drawing.left, drawing.right]})
    layers = [
        *_scale(frame, ticks, target),
        *_joins(frame, rows),
        *_marks(frame, rows),
        *_words(frame, rows),
    ]
    chart = {"width": drawing.width, "height": height, "layer": layers, "config": CONFIG}
    return tidied(vl_convert.vegalite_to_svg(chart, vl_version=VEGA_LITE), title=title, name=name)


@dataclass(frozen=True)
class _Frame:
    drawing: Drawing
    height: int
    scale: dict[str, Any]

    def x(self, field: str) -> dict[str, Any]:
        return {"field": field, "type": "quantitative", "scale": self.scale, "axis": None}

    def y(self) -> dict[str, Any]:
        """The middle of a row."""
        rows = (self.height - TOP - BOTTOM) / self.drawing.row
        scale = {"domain": [-0.5, rows - 0.5], "range": [TOP, self.height - BOTTOM], "nice": False, "zero": False}
        return {"field": "row", "type": "quantitative", "scale": scale, "axis": None}


def _row(place: int, pair: Pair) -> dict[str, Any]:
    moved = shown(pair.now) - shown(pair.then) if pair.now is not None and pair.then is not None else None
    if moved is None:
        change = pair.instead or ("not compared" if pair.now is not None else "no cases")
    else:
        change = "same" if not moved else f"{'up' if moved > 0 else 'down'} {one_decimal(abs(moved))}"
    return {
        "row": place,
        "label": pair.label,
        "now": pair.now,
        "then": pair.then,
        "change": change,
        "rose": bool(moved and moved > 0),
        "now_words": "" if pair.now is None else one_decimal(pair.now),
        "then_words": "" if pair.then is None else one_decimal(pair.then),
    }


def scale(pairs: Iterable[Pair], *, target: float) -> list[float]:
    """Round numbers from below the least value to above the greatest, not more than eight of them."""
    values = [value for pair in pairs for value in (pair.now, pair.then, target) if value is not None] or [target]
    low, high = math.floor(min(values)) - 1, math.ceil(max(values)) + 1
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (high - low) / step <= 7)
    first = max(0, math.floor(low / step) * step)
    return [first + step * n for n in range(math.ceil((high - first) / step) + 1)]


def _scale(frame: _Frame, ticks: list[float], target: float) -> list[Layer]:
    lines = [{"at": tick, "words": f"{tick:g}"} for tick in ticks]
    goal = [{"at": target, "words": f"Target {target:g}"}]
    x, upright = frame.x("at"), {"y": {"value": TOP - 4}, "y2": {"value": frame.height - BOTTOM}}
    dashed = {"type": "rule", "color": INK, "strokeDash": [5, 4], "strokeWidth": 1.5}
    return [
        _layer(lines, {"type": "rule", "color": LINE}, x=x, **upright),
        _layer(lines, _text(color=SOFT), x=x, y={"value": frame.height - 8}, text=_says("words")),
        _layer(goal, dashed, x=x, **upright),
        _layer(goal, _text(weight="bold"), x=x, y={"value": TOP - 16}, text=_says("words")),
    ]


def _joins(frame: _Frame, rows: list[dict[str, Any]]) -> list[Layer]:
    both = [row for row in rows if row["now"] is not None and row["then"] is not None]
    return [
        _layer(
            [row for row in both if row["rose"] is rose],
            {"type": "rule", "color": color, "strokeWidth": 4},
            x=frame.x("then"),
            x2={"field": "now"},
            y=frame.y(),
        )
        for rose, color in ((False, JOIN), (True, RISE))
    ]


def _marks(frame: _Frame, rows: list[dict[str, Any]]) -> list[Layer]:
    marks = (("then", {"fill": "white", "stroke": THEN}), ("now", {"fill": NOW, "stroke": NOW}))
    return [
        _layer(
            [row for row in rows if row[name] is not None],
            {"type": "point", "size": 95, "strokeWidth": 2, "opacity": 1, **colours},
            x=frame.x(name),
            y=frame.y(),
        )
        for name, colours in marks
    ]


def _words(frame: _Frame, rows: list[dict[str, Any]]) -> list[Layer]:
    """Each value beside its mark, on the side away from the other; the team's name and the change at the ends."""
    lift = -18 if frame.drawing.names_above else 0
    layers = [
        _layer(rows, _text(align="left", dy=lift, **halo), x={"value": 0}, y=frame.y(), text=_says("label"))
        for halo in HALOED
    ]
    for rose, color, weight in ((False, SOFT, "normal"), (True, RISE_WORDS, "bold")):
        some = [row for row in rows if row["rose"] is rose]
        words = _text(color=color, weight=weight, align="right", dy=lift)
        layers.append(_layer(some, words, x={"value": frame.drawing.width}, y=frame.y(), text=_says("change")))
    for name, weight, color in (("then", "normal", SOFT), ("now", "bold", INK)):
        for side in ("left", "right"):
            some = [row for row in rows if row[name] is not None and _side(row, name) == side]
            place = {"align": "right" if side == "left" else "left", "dx": -10 if side == "left" else 10}
            for halo in HALOED:
                text = _text(color=color, weight=weight, **place, **halo)
                layers.append(_layer(some, text, x=frame.x(name), y=frame.y(), text=_says(f"{name}_words")))
    return layers


def _side(row: dict[str, Any], name: str) -> str:
    now, then = row["now"], row["then"]
    if now is None or then is None:
        return "right"
    return "left" if (now <= then) == (name == "now") else "right"


def _layer(values: list[dict[str, Any]], mark: dict[str, Any], **encoding: Any) -> Layer:
    return {"data": {"values": values}, "mark": mark, "encoding": encoding}


def _text(*, color: str = INK, weight: str = "normal", **place: Any) -> dict[str, Any]:
    own = {"font": FONT, "fontSize": SIZE, "fontWeight": weight, "color": color, "baseline": "middle"}
    return {"type": "text", **own, **place}


def _says(field: str) -> dict[str, str]:
    return {"field": field, "type": "nominal"}


def tidied(svg: str, *, title: str, name: str) -> str:
    """Only the whole drawing has a name; ids are its own; nothing in it asks for anything outside the page."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r'\s(?:role|aria-[a-z]+|class|xmlns:xlink)="[^"]*"', "", svg)
    svg = re.sub(r'(id="|url\(#)(?=[\w-]+)', rf"\g<1>{name}-", svg)
    head = f'<svg class="chart chart--{name}" role="img" aria-labelledby="{name}-title"'
    return svg.replace("<svg", head, 1).replace(">", f'><title id="{name}-title">{escape(title)}</title>', 1)
