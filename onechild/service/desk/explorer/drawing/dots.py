"""A measure in one year: a mark for each area on one scale, the highest first; those without a figure in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onechild.service.desk.explorer.drawing.svg import (
    GRID,
    SOFT,
    Canvas,
    Look,
    element,
    mark,
    rule,
    tick_words,
    ticks,
    words,
)

WIDE = Canvas(width=884, left=300, right=800, narrow=False)
NARROW = Canvas(width=358, left=20, right=286, narrow=True)
TOP, BELOW = 10, 30
ROW, NARROW_ROW = 27, 46


@dataclass(frozen=True)
class Dot:
    """One area's value, or `instead` why there is none; `bold` for the council that the page is about."""

    name: str
    value: float | None
    instead: str
    look: Look
    bold: bool = False


def dots(
    some: Sequence[Dot],
    *,
    number: Callable[[float], str],
    floor: float | None,
    title: str,
    name: str,
    canvas: Canvas,
) -> str:
    """This function will return the SVG; empty where no area has a value. The order of `some` is kept."""
    values = [dot.value for dot in some if dot.value is not None]
    if not values:
        return ""
    scale = ticks([*values, *([floor] if floor is not None else [])], floor=floor)
    row = NARROW_ROW if canvas.narrow else ROW
    height = TOP + row * len(some) + BELOW
    frame = _Frame(canvas, scale, row)
    parts = [
        *_grid(frame, number, height),
        *(part for place, dot in enumerate(some) for part in _row(frame, place, dot, number)),
    ]
    return element(parts, canvas=canvas, height=height, title=title, name=name)


@dataclass(frozen=True)
class _Frame:
    canvas: Canvas
    scale: list[float]
    row: int

    def x(self, value: float) -> float:
        low, high = self.scale[0], self.scale[-1]
        return self.canvas.left + (self.canvas.right - self.canvas.left) * (value - low) / (high - low)

    def y(self, place: int) -> float:
        return TOP + self.row * (place + (0.72 if self.canvas.narrow else 0.5))


def _grid(frame: _Frame, number: Callable[[float], str], height: float) -> Iterator[str]:
    each = max(1, len(frame.scale) // 3) if frame.canvas.narrow else 1
    for tick, told in list(zip(frame.scale, tick_words(frame.scale, number), strict=True))[::each]:
        yield rule(frame.x(tick), TOP, frame.x(tick), height - BELOW)
        yield words(frame.x(tick), height - 12, told, anchor="middle", colour=SOFT)


def _row(frame: _Frame, place: int, dot: Dot, number: Callable[[float], str]) -> Iterator[str]:
    y, left = frame.y(place), frame.canvas.left
    if frame.canvas.narrow:
        yield words(0, y - 21, dot.name, bold=dot.bold, halo=True)
    else:
        yield words(left - 12, y, dot.name, anchor="end", bold=dot.bold)
    if dot.value is None:
        yield words(left + 4, y, dot.instead, colour=SOFT, halo=True)
        return
    yield rule(frame.x(frame.scale[0]), y, frame.x(dot.value), y, colour=dot.look.colour if dot.bold else GRID, width=3)
    yield mark(frame.x(dot.value), y, dot.look, size=6)
    yield words(frame.x(dot.value) + 13, y, number(dot.value), bold=dot.bold, halo=True)
