"""Draws a family as SVG that a strict policy and a printer take: shape, dash and word say it, never a colour alone."""

from __future__ import annotations

from onechild.knowledge.reports.page.svg import INK, NOW, SOFT, Sheet
from onechild.service.journeys.people.network.layout import Layout, Place, Somebody

LETTER = 7.3  # how wide a letter of 14 pixels is at most, on the whole
HOME = "#e6eeee"
SIGN = 9


def draw(layout: Layout, *, title: str, name: str) -> str:
    """This function will return one SVG element; `title` is what a screen reader says, `name` makes its id its own."""
    sheet = Sheet(layout.shape.width, layout.height)
    for home in layout.households:
        sheet.area((home.left, home.top), (home.width, home.height), colour=HOME, edge=NOW)
    for points, past in layout.lines:
        sheet.path(points, colour=SOFT, width=1.5, dashes="5 4" if past else "")
    for words, at in layout.heads:
        sheet.words((0, at), words, colour=SOFT, bold=True, halo=True)
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
    _sign(sheet, who, (left + 8 + SIGN, top + 8 + SIGN))
    room = int((width - 16) / LETTER)
    first = int((width - 24 - 2 * SIGN) / LETTER)
    lines = _broken(who.name, room, first=first, most=2)
    told = [line for line in (_relation(who), *who.marks) if line]
    down = top + 8 + SIGN
    for number, line in enumerate(lines):
        sheet.words((left + (16 + 2 * SIGN if number == 0 else 8), down), line, bold=True)
        down += 18
    for line in told:
        for part in _broken(line, room, first=room, most=2):
            if down > foot - 8:
                return
            sheet.words((left + 8, down), part, colour=INK if line in who.marks else SOFT)
            down += 17


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
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
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
