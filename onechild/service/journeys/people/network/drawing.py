"""Draws a family as SVG that a strict policy and a printer take: shape, dash and word say it, never a colour alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onechild.knowledge.reports.page.svg import INK, NOW, SOFT, Sheet
from onechild.service.journeys.people.network.layout import Layout, Place, Shape, Somebody

LETTER, BOLD = 7.3, 8.4  # how wide a letter of 14 pixels is at most, on the whole
HOME = "#e6eeee"
PIECES = re.compile(r"[^\s-]+-?|-")  # a double name may break after its hyphen
SIGN, EDGE, NAME_LINE, LINE = 9, 8, 18, 17


def fitted(people: Sequence[Somebody], shape: Shape) -> Shape:
    """This function will return the shape with boxes as high as the one of whom most is to be told."""
    heights = [_height(*_lines(who, shape)) for who in people]
    return replace(shape, box_height=max(heights, default=shape.box_height))


def draw(layout: Layout, *, title: str, name: str) -> str:
    """This function will return one SVG element; `title` is what a screen reader says, `name` makes its id its own."""
    sheet = Sheet(layout.shape.width, layout.height)
    for home in layout.households:
        sheet.area((home.left, home.top), (home.width, home.height), colour=HOME, edge=NOW)
    for points, past in layout.lines:
        sheet.path(points, colour=SOFT, width=1.5, dashes="5 4" if past else "")
    for words, at in layout.heads:
        sheet.words((layout.shape.margin, at), words, colour=SOFT, bold=True, halo=True)
    for place in layout.places:
        _box(sheet, place, layout)
    return sheet.element(title=title, name=name)


def _box(sheet: Sheet, place: Place, layout: Layout) -> None:
    who, shape = place.who, layout.shape
    left, top, width, height = place.left, place.top, shape.box_width, shape.box_height
    sheet.area((left, top), (width, height), colour="white")
    right, foot = left + width, top + height
    corners = ((left, top), (right, top), (right, foot), (left, foot), (left, top))
    sheet.path(corners, colour=INK, width=3 if who.is_child else 1.5, dashes="5 4" if who.ended else "")
    _sign(sheet, who, (left + EDGE + SIGN, top + EDGE + SIGN))
    names, told = _lines(who, shape)
    down = top + EDGE + SIGN
    for number, line in enumerate(names):
        sheet.words((left + (2 * EDGE + 2 * SIGN if number == 0 else EDGE), down), line, bold=True)
        down += NAME_LINE
    for line, marked in told:
        sheet.words((left + EDGE, down), line, colour=INK if marked else SOFT)
        down += LINE


def _lines(who: Somebody, shape: Shape) -> tuple[list[str], list[tuple[str, bool]]]:
    """The lines of a name, and those below it, each with whether it is a mark."""
    inner = shape.box_width - 2 * EDGE
    names = _broken(who.name, int(inner / BOLD), first=int((inner - EDGE - 2 * SIGN) / BOLD), most=3)
    room = int(inner / LETTER)
    told = [(part, False) for part in _broken(_relation(who), room, first=room, most=3)]
    return names, told + [(part, True) for mark in who.marks for part in _broken(mark, room, first=room, most=3)]


def _height(names: Sequence[str], told: Sequence[tuple[str, bool]]) -> int:
    return EDGE + NAME_LINE * len(names) + LINE * len(told) + EDGE


def _relation(who: Somebody) -> str:
    return ", ".join(part for part in (who.relation_words, who.age) if part)


def _sign(sheet: Sheet, who: Somebody, at: tuple[float, float]) -> None:
    """A square for male, a circle for female, a diamond where it is not known; crossed through for the dead."""
    x, y = at
    if who.sex in ("M", "1"):
        sheet.area((x - SIGN, y - SIGN), (2 * SIGN, 2 * SIGN), colour="white", edge=INK)
    elif who.sex in ("F", "2"):
        sheet.dot(at, radius=SIGN, fill="white", edge=INK)
    else:
        points = ((x, y - SIGN), (x + SIGN, y), (x, y + SIGN), (x - SIGN, y), (x, y - SIGN))
        sheet.path(points, colour=INK, width=1.5)
    if who.dead:
        sheet.line((x - SIGN, y - SIGN), (x + SIGN, y + SIGN), colour=INK, width=2)
        sheet.line((x + SIGN, y - SIGN), (x - SIGN, y + SIGN), colour=INK, width=2)


def _broken(words: str, room: int, *, first: int, most: int) -> list[str]:
    """Words over so many lines; what does not fit ends in an ellipsis (the list says it whole)."""
    lines, width = [""], first
    for word in PIECES.findall(words):
        longer = f"{lines[-1]}{'' if lines[-1].endswith('-') else ' '}{word}".strip()
        if len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
            width = room
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]} …"
    return [_cut(line, first if number == 0 else room) for number, line in enumerate(kept)]


def _cut(line: str, room: int) -> str:
    return line if len(line) <= room else f"{line[: max(room - 1, 1)]}…"
