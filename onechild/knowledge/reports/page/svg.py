"""A sheet on which charts are drawn: a few marks, written as SVG that a strict security policy and a printer take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

INK, SOFT, LINE = "#0b0c0c", "#484949", "#cecece"
NOW, THEN, JOIN, RISE, RISE_WORDS, BAND = "#106165", "#5f6061", "#a9b5b6", "#c2672f", "#7a3c1c", "#e6eeee"
FONT, SIZE = "Arial, sans-serif", 14
ANCHORS = {"left": "start", "centre": "middle", "right": "end"}
MIDDLE = 0.35  # of the size: from the middle of a line of words down to the line they stand on


class Sheet:
    """Marks in the order they were drawn; places are in pixels from the top left."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._marks: list[str] = []

    def line(
        self, start: tuple[float, float], end: tuple[float, float], *, colour: str, width: float = 1, dashes: str = ""
    ) -> None:
        """A straight line; `dashes` as SVG writes them ("5 4")."""
        (x1, y1), (x2, y2) = start, end
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._marks.append(
            f'<line x1="{_n(x1)}" y1="{_n(y1)}" x2="{_n(x2)}" y2="{_n(y2)}" stroke="{colour}" '
            f'stroke-width="{_n(width)}"{dashed}/>'
        )

    def path(self, points: Sequence[tuple[float, float]], *, colour: str, width: float = 2, dashes: str = "") -> None:
        """A line through points."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        places = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self._marks.append(
            f'<polyline points="{places}" fill="none" stroke="{colour}" stroke-width="{_n(width)}"{dashed}/>'
        )

    def area(self, corner: tuple[float, float], size: tuple[float, float], *, colour: str, edge: str = "") -> None:
        """A rectangle from its top left corner; `edge` is the colour of its outline."""
        (x, y), (width, height) = corner, size
        outline = f' stroke="{edge}" stroke-width="1.5"' if edge else ""
        self._marks.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(max(width, 0))}" height="{_n(max(height, 0))}" '
            f'fill="{colour}"{outline}/>'
        )

    def dot(self, at: tuple[float, float], *, radius: float, fill: str, edge: str) -> None:
        """A round mark."""
        self._marks.append(
            f'<circle cx="{_n(at[0])}" cy="{_n(at[1])}" r="{_n(radius)}" fill="{fill}" stroke="{edge}" '
            'stroke-width="2"/>'
        )

    def diamond(self, at: tuple[float, float], *, radius: float, fill: str) -> None:
        """A mark that is told from a round one by its shape."""
        x, y = at
        corners = ((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y))
        places = " ".join(f"{_n(across)},{_n(down)}" for across, down in corners)
        self._marks.append(f'<polygon points="{places}" fill="{fill}"/>')

    def words(
        self,
        at: tuple[float, float],
        words: str,
        *,
        align: str = "left",
        colour: str = INK,
        bold: bool = False,
        size: float = SIZE,
        halo: bool = False,
    ) -> None:
        """Words whose middle stands at a height; `halo` keeps them legible over lines."""
        weight = ' font-weight="bold"' if bold else ""
        place = f'x="{_n(at[0])}" y="{_n(at[1] + MIDDLE * size)}" text-anchor="{ANCHORS[align]}"'
        sized = f' font-size="{_n(size)}"' if size != SIZE else ""
        if halo:  # drawn twice: a white edge first, then the letters
            edge = 'stroke="white" stroke-width="5" fill="white" aria-hidden="true"'
            self._marks.append(f"<text {place} {edge}{weight}{sized}>{escape(words)}</text>")
        self._marks.append(f'<text {place} fill="{colour}"{weight}{sized}>{escape(words)}</text>')

    def element(self, *, title: str, name: str) -> str:
        """The drawing as one SVG element: `title` is what a screen reader says, `name` tells its id from others'."""
        width, height = _n(self.width), _n(self.height)
        return (
            f'<svg class="chart chart--{name}" role="img" aria-labelledby="{name}-title" '
            f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'font-family="{FONT}" font-size="{SIZE}">'
            f'<title id="{name}-title">{escape(title)}</title>{"".join(self._marks)}</svg>'
        )


class Scale:
    """Takes a value to its place between two ends."""

    def __init__(self, values: tuple[float, float], places: tuple[float, float]) -> None:
        (self._low, self._high), (self._first, self._last) = values, places

    def __call__(self, value: float) -> float:
        """The place of a value; the middle where all values are one."""
        reach = self._high - self._low
        share = (value - self._low) / reach if reach else 0.5
        return self._first + share * (self._last - self._first)


def evenly(count: int, places: tuple[float, float]) -> list[float]:
    """This function will return the places of so many things in a row, the first and the last at the ends."""
    scale = Scale((0, max(count - 1, 1)), places)
    return [scale(number) for number in range(count)]


def through(xs: Iterable[float], ys: Iterable[float]) -> list[tuple[float, float]]:
    """This function will return points from their places across and down."""
    return list(zip(xs, ys, strict=True))


def _n(number: float) -> str:
    """A place to a tenth of a pixel, no longer than it must be."""
    return f"{round(number, 1):g}"
