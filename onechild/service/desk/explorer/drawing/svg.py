"""The pieces that the explorer's charts are made of: marks, lines, words, round ticks, and the whole element."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Literal

INK, SOFT, GRID = "#0b0c0c", "#484949", "#cecece"
SIZE = 14
STEPS = (1, 2, 2.5, 5, 10)
Mark = Literal["circle", "ring", "square", "diamond", "triangle", "cross"]


@dataclass(frozen=True)
class Look:
    """How a line and its marks are drawn: no two alike in grey, or to somebody who sees no colours."""

    colour: str
    mark: Mark
    dashes: str = ""
    width: float = 2


@dataclass(frozen=True)
class Canvas:
    """How wide a drawing is, and where its plot begins and ends."""

    width: int
    left: int
    right: int
    narrow: bool


def element(parts: Iterable[str], *, canvas: Canvas, height: float, title: str, name: str) -> str:
    """This function will return the whole SVG; `title` is what a screen reader says, `name` keeps its id apart."""
    ident = f"{name}-{'narrow' if canvas.narrow else 'wide'}-title"
    body = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" aria-labelledby="{ident}"'
        f' viewBox="0 0 {canvas.width} {height:g}" width="{canvas.width}" height="{height:g}"'
        f' font-family="Arial, sans-serif" font-size="{SIZE}"><title id="{ident}">{escape(title)}</title>{body}</svg>'
    )


def words(
    x: float, y: float, text: str, *, anchor: str = "start", colour: str = INK, bold: bool = False, halo: bool = False
) -> str:
    """This function will return words whose middle line is at `y`; with a halo, on a white edge."""
    weight = ' font-weight="bold"' if bold else ""
    edge = ' paint-order="stroke" stroke="#fff" stroke-width="4"' if halo else ""
    return (
        f'<text x="{x:.1f}" y="{y + SIZE * 0.35:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}{edge}>'
        f"{escape(text)}</text>"
    )


def rule(x1: float, y1: float, x2: float, y2: float, *, colour: str = GRID, width: float = 1, dashes: str = "") -> str:
    """This function will return a straight line."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width:g}"'
        f"{dashed}/>"
    )


def path(points: Sequence[tuple[float, float]], look: Look) -> str:
    """This function will return one unbroken line through points; nothing for fewer than two."""
    if len(points) < 2:
        return ""
    dashed = f' stroke-dasharray="{look.dashes}"' if look.dashes else ""
    along = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        f'<polyline points="{along}" fill="none" stroke="{look.colour}" stroke-width="{look.width:g}"'
        f' stroke-linejoin="round"{dashed}/>'
    )


def mark(x: float, y: float, look: Look, *, size: float = 4.5) -> str:
    """This function will return a mark: filled circle, ring, square, diamond, triangle or cross."""
    open_ = f'fill="#fff" stroke="{look.colour}" stroke-width="2"'
    if look.mark == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size + 0.5:g}" fill="{look.colour}"/>'
    if look.mark == "ring":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:g}" {open_}/>'
    if look.mark == "square":
        return (
            f'<rect x="{x - size + 0.5:.1f}" y="{y - size + 0.5:.1f}" width="{2 * size - 1:g}"'
            f' height="{2 * size - 1:g}" {open_}/>'
        )
    if look.mark == "cross":
        arms = rule(x - size, y - size, x + size, y + size, colour=look.colour, width=2)
        return arms + rule(x - size, y + size, x + size, y - size, colour=look.colour, width=2)
    shape = (
        ((x, y - size - 1), (x + size + 1, y), (x, y + size + 1), (x - size - 1, y))
        if look.mark == "diamond"
        else ((x, y - size - 1), (x + size + 0.5, y + size), (x - size - 0.5, y + size))
    )
    along = " ".join(f"{px:.1f},{py:.1f}" for px, py in shape)
    return f'<polygon points="{along}" {open_}/>'


def ticks(values: Iterable[float], *, wanted: int = 4, floor: float | None = None) -> list[float]:
    """This function will return round numbers from below the least to above the greatest value, never below `floor`."""
    some = list(values)
    low, high = min(some), max(some)
    rough = max((high - low) / wanted, abs(high) / 1000, 1e-6)
    size = 10 ** math.floor(math.log10(rough))
    step = next(step * size for step in STEPS if step * size >= rough * 0.999)
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    found = [round(step * place, 9) for place in range(first, last + 1)]
    return [tick for tick in found if floor is None or tick >= floor]


def tick_words(scale: Sequence[float], number: Callable[[float], str]) -> list[str]:
    """This function will return the ticks in words, without decimals where none of them needs any."""
    told = [number(tick) for tick in scale]
    short = [re.sub(r"\.0+(?!\d)", "", text) for text in told]
    return short if all("." not in text for text in short) else told


def apart(wanted: Sequence[tuple[float, float]], *, top: float, bottom: float) -> list[float]:
    """This function will return middles near the wanted ones that leave each label its height.

    `wanted` is (middle, height) from the top down. Labels are pushed down where they would touch, and then the whole
    pushed up where the last would leave the drawing.
    """
    placed: list[float] = []
    edge = top
    for middle, height in wanted:
        placed.append(max(middle, edge + height / 2))
        edge = placed[-1] + height / 2
    edge = bottom
    for place in range(len(placed) - 1, -1, -1):
        height = wanted[place][1]
        placed[place] = min(placed[place], edge - height / 2)
        edge = placed[place] - height / 2
    return placed


def runs(known: Sequence[tuple[int, float]]) -> list[list[tuple[int, float]]]:
    """This function will return the runs of values with no year missing between, so that a gap is left a gap."""
    found: list[list[tuple[int, float]]] = [[known[0]]] if known else []
    for (before, _), now in pairwise(known):
        if now[0] == before + 1:
            found[-1].append(now)
        else:
            found.append([now])
    return found
