"""A measure over the years: one line for each area, its name and last value at its end."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onechild.service.desk.explorer.drawing.svg import (
    SOFT,
    Canvas,
    Look,
    apart,
    element,
    mark,
    path,
    rule,
    runs,
    tick_words,
    ticks,
    words,
)

WIDE = Canvas(width=884, left=64, right=640, narrow=False)
NARROW = Canvas(width=358, left=58, right=342, narrow=True)
TOP, PLOT, BELOW = 16, 232, 30
LABEL, ROW = 26, 22  # letters of a name's line, and how high one is


@dataclass(frozen=True)
class Line:
    """One area's values by place (0 is the first year), and how it looks; the first line is drawn last, on top."""

    name: str
    values: dict[int, float]
    look: Look


def lines(
    some: Sequence[Line],
    *,
    years: Sequence[str],
    number: Callable[[float], str],
    floor: float | None,
    title: str,
    name: str,
    canvas: Canvas,
) -> str:
    """This function will return the SVG of lines over years; empty where no line has a value.

    `number` says a value in words; `floor` is the least that a value can be (None where it can be negative).
    """
    drawn = [line for line in some if line.values]
    if not drawn:
        return ""
    frame = _Frame(canvas, scale(drawn, floor=floor), len(years))
    parts = [*_grid(frame, years, number), *_areas(frame, drawn)]
    labels, below = _key(frame, drawn, number) if canvas.narrow else (_ends(frame, drawn, number), 0.0)
    height = TOP + PLOT + BELOW + below
    return element([*parts, *labels], canvas=canvas, height=height, title=title, name=name)


def scale(some: Sequence[Line], *, floor: float | None) -> list[float]:
    """This function will return the ticks of the lines' scale, so that a page can say where it begins."""
    return ticks((value for line in some for value in line.values.values()), floor=floor)


@dataclass(frozen=True)
class _Frame:
    canvas: Canvas
    scale: list[float]
    years: int

    def x(self, place: float) -> float:
        across = self.canvas.right - self.canvas.left
        return self.canvas.left + across * (place / (self.years - 1) if self.years > 1 else 0.5)

    def y(self, value: float) -> float:
        low, high = self.scale[0], self.scale[-1]
        return TOP + PLOT * (1 - (value - low) / (high - low))


def _grid(frame: _Frame, years: Sequence[str], number: Callable[[float], str]) -> Iterator[str]:
    left, right = frame.canvas.left, frame.canvas.right
    for tick, told in zip(frame.scale, tick_words(frame.scale, number), strict=True):
        yield rule(left, frame.y(tick), right, frame.y(tick))
        yield words(left - 8, frame.y(tick), told, anchor="end", colour=SOFT)
    # The last year is always named; on a phone, every so many before it.
    longest = max(len(year) for year in years) * 8 + 8
    each = max(1, round(0.499 + longest * len(years) / (right - left + longest)))
    for place in range(len(years) - 1, -1, -each):
        yield words(frame.x(place), TOP + PLOT + 18, years[place], anchor="middle", colour=SOFT)


def _areas(frame: _Frame, drawn: Sequence[Line]) -> Iterator[str]:
    for line in reversed(drawn):
        known = sorted(line.values.items())
        for run in runs(known):
            yield path([(frame.x(place), frame.y(value)) for place, value in run], line.look)
        for place, value in known:
            yield mark(frame.x(place), frame.y(value), line.look, size=4.5 if line.look.width > 2 else 3.5)


def _ends(frame: _Frame, drawn: Sequence[Line], number: Callable[[float], str]) -> list[str]:
    """At the right: each line's name and last value, kept apart, joined to its end by a thin line."""
    ends = sorted(((frame.y(value), place, line) for line, (place, value) in _last(drawn)), key=lambda end: end[0])
    told = [textwrap.wrap(f"{line.name} {number(line.values[place])}", LABEL) for _y, place, line in ends]
    middles = apart(
        [(end[0], 18.0 * len(text) + 2) for end, text in zip(ends, told, strict=True)], top=0, bottom=TOP + PLOT + 24
    )
    parts: list[str] = []
    for (y, place, line), text, middle in zip(ends, told, middles, strict=True):
        start = frame.canvas.right + 38
        parts.append(rule(frame.x(place) + 9, y, start - 16, middle, colour=line.look.colour, width=1))
        parts.append(mark(start - 9, middle, line.look, size=3.5))
        for row, part in enumerate(text):
            at = middle + 18 * (row - (len(text) - 1) / 2)
            parts.append(words(start, at, part, bold=line.look.width > 2))
    return parts


def _key(frame: _Frame, drawn: Sequence[Line], number: Callable[[float], str]) -> tuple[list[str], float]:
    """On a phone: under the plot, a piece of each line, its name and its last value."""
    parts: list[str] = []
    y = TOP + PLOT + BELOW + ROW / 2
    for line, (_place, value) in _last(drawn):
        text = textwrap.wrap(f"{line.name} {number(value)}", 36)
        parts.append(path([(4, y), (40, y)], line.look) + mark(22, y, line.look, size=3.5))
        for part in text:
            parts.append(words(50, y, part, bold=line.look.width > 2))
            y += ROW
    return parts, y - TOP - PLOT - BELOW


def _last(drawn: Sequence[Line]) -> list[tuple[Line, tuple[int, float]]]:
    return [(line, max(line.values.items())) for line in drawn]
