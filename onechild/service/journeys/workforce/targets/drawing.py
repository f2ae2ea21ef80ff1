"""Draws a trajectory: a mark for each month, and the dashed line to the aim."""

from __future__ import annotations

from datetime import date

from django.utils.safestring import SafeString

from onechild.knowledge.reports.page.svg import INK, LINE, NOW, SOFT, Scale, Sheet
from onechild.service.govuk.charts import safe_drawing
from onechild.service.journeys.workforce.targets.trajectory import Trajectory

TOP, FOOT, MARGIN, STEPS = 20, 44, 60, 4
NEAR = 24  # pixels: two month names closer than this would run into one another
SIZES = {"wide": (884, 250), "narrow": (358, 230)}


def drawn(found: Trajectory, *, name: str, canvas: str, today: date) -> SafeString:
    """This function will return the drawing as an SVG element; nothing where no month has a value."""
    known = [(one.on, one.actual) for one in found.points if one.actual is not None]
    if not known:
        return SafeString("")
    width, height = SIZES[canvas]
    target = found.target
    last_day = max(target.reach_by, today)
    values = [value for _on, value in known] + [target.from_value, target.value]
    top = max(max(values) * 1.1, 1.0)
    across = Scale((found.points[0].on.toordinal(), last_day.toordinal()), (MARGIN, width - MARGIN))
    down = Scale((0.0, top), (height - FOOT, TOP))
    sheet = Sheet(width, height)
    for step in range(STEPS + 1):
        value = top * step / STEPS
        sheet.line((MARGIN, down(value)), (width - MARGIN, down(value)), colour=LINE)
        words = f"{value:.0f}%" if found.share else f"{value:.0f}"
        sheet.words((MARGIN - 10, down(value)), words, align="right", colour=SOFT)
    marks = (found.points[0].on, today, last_day) if canvas == "wide" else (found.points[0].on, last_day)
    named: list[float] = []
    for on in marks:
        place = across(on.toordinal())
        if all(abs(place - other) > 3 * NEAR for other in named):
            sheet.words((place, height - FOOT + 20), f"{on:%b %Y}", align="centre", colour=SOFT)
            named.append(place)
    line = [(target.started_on, target.from_value), (target.reach_by, target.value)]
    sheet.path([(across(on.toordinal()), down(value)) for on, value in line], colour=INK, width=1.5, dashes="5 4")
    aim = (across(target.reach_by.toordinal()), down(target.value))
    sheet.words((aim[0], aim[1] - 14), f"Aim {found.words(target.value)}", align="centre", bold=True, halo=True)
    places = [(across(on.toordinal()), down(value)) for on, value in known]
    sheet.path(places, colour=NOW)
    for at in places:
        sheet.dot(at, radius=3, fill=NOW, edge=NOW)
    x, y = places[-1]
    sheet.words((x, y - 15), found.words(known[-1][1]), align="centre", bold=True, halo=True)
    return safe_drawing(sheet.element(title=found.finding(today), name=f"{name}-{canvas}"))
