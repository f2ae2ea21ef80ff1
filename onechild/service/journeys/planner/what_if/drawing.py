"""Draws caseloads of the weeks to come: the middle of all runs as a line, the range as steps behind it, the target."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onechild.knowledge.reports.page.svg import (
    BAND,
    INK,
    LINE,
    NOW,
    SOFT,
    THEN,
    Scale,
    Sheet,
    evenly,
    through,
)

TOP, BOTTOM = 22, 40
STEPS = (1, 2, 5, 10, 20)


@dataclass(frozen=True)
class Canvas:
    """How wide a drawing is, and every how many weeks one is named."""

    width: int
    left: int
    right: int
    name_each: int
    height: int = 260


WIDE = Canvas(width=884, left=44, right=720, name_each=4)
NARROW = Canvas(width=358, left=36, right=340, name_each=13)


def drawn(weeks: Sequence[Any], *, beside: Sequence[Any], target: float, title: str, name: str, canvas: Canvas) -> str:
    """This function will return the SVG of cases for each full-time worker: `weeks` with their range, and `beside` (as
    things are) as a dashed line where something is supposed. The scale starts at nought."""
    top = _top(max([*(one.high for one in weeks), *(one.middle for one in beside), target]))
    sheet, foot = Sheet(canvas.width, canvas.height), canvas.height - BOTTOM
    across, down = evenly(len(weeks), (canvas.left, canvas.right)), Scale((0, top), (foot, TOP))
    step = across[1] - across[0] if len(across) > 1 else 0
    for x, one in zip(across, weeks, strict=True):
        begins, ends = max(canvas.left, x - step / 2), min(canvas.right, x + step / 2)
        sheet.area((begins, down(one.high)), (ends - begins + 0.5, down(one.low) - down(one.high)), colour=BAND)
    for tick in range(0, top + 1, _step(top)):
        sheet.line((canvas.left, down(tick)), (canvas.right, down(tick)), colour=LINE)
        sheet.words((canvas.left - 8, down(tick)), str(tick), align="right", colour=SOFT)
    for at in range(0, len(weeks), canvas.name_each):
        words = "Now" if at == 0 else f"{weeks[at].day.day} {weeks[at].day:%b}"
        last = at == len(weeks) - 1
        sheet.words((across[at], foot + 20), words, align="right" if last else "centre", colour=SOFT)
    sheet.line((canvas.left, down(target)), (canvas.right, down(target)), colour=INK, width=1.5, dashes="5 4")
    if beside:
        sheet.path(through(across, (down(one.middle) for one in beside)), colour=THEN, dashes="2 4")
    sheet.path(through(across, (down(one.middle) for one in weeks)), colour=NOW, width=3)
    _names(sheet, canvas, down, weeks, beside, target)
    return sheet.element(title=title, name=name)


def _names(
    sheet: Sheet, canvas: Canvas, down: Scale, weeks: Sequence[Any], beside: Sequence[Any], target: float
) -> None:
    """What each line is, at its end where there is room; words that would touch are moved apart."""
    if canvas.width <= canvas.right + 60:
        sheet.words((canvas.left + 4, down(target) - 10), f"Target {target:g}", bold=True, halo=True)
        return
    told = [(down(target), f"Target {target:g}", True), (down(weeks[-1].middle), f"{weeks[-1].middle:.1f}", False)]
    if beside:
        told[1] = (told[1][0], f"{told[1][1]} supposed", False)
        told.append((down(beside[-1].middle), f"{beside[-1].middle:.1f} as things are", False))
    reached = -100.0
    for height, words, bold in sorted(told):
        reached = max(height, reached + 18)
        sheet.words((canvas.right + 12, reached), words, bold=bold)


def _step(top: int) -> int:
    return next((step for step in STEPS if top / step <= 6), 50)


def _top(most: float) -> int:
    step = _step(math.ceil(most))
    return max(step, math.ceil(most / step) * step)
