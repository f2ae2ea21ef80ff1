"""A clock's example as a drawing of two widths and as sentences, worked out by the engine's own arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from onechild.knowledge.clocks.explained.example import Hours, Turn, example_of, hours_example_of
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.standards import InForce
from onechild.service.govuk.charts import safe_drawing
from onechild.service.govuk.words import clock as said_clock
from onechild.service.govuk.words import date_only

WIDE, NARROW = 760, 340
EDGE, ROW, BAR, LINE = 8, 104, 12, 44
INK, SOFT, GREY, DARK, AMBER, NOW = "#0b0c0c", "#484949", "#d6d8d8", "#858686", "#c2672f", "#106165"
BEFORE_A_BIRTHDAY = timedelta(days=90)
SATURDAY = 5


@dataclass(frozen=True)
class Example:
    """The drawing, and the same in words: a list of sentences a turn."""

    wide: SafeString
    narrow: SafeString
    turns: tuple[tuple[str, ...], ...]


def drawn_example(clock: Clock, *, today: date, standards: Iterable[InForce]) -> Example | None:
    """This function will return the example of a clock; None where it can't be counted without more."""
    set_here = tuple(standards)
    turns = example_of(clock, today=today, standards=set_here)
    if not turns:
        hours = hours_example_of(clock, today=today, standards=set_here)
        return _of_hours(clock, hours) if hours else None
    said = tuple(tuple(_sentences(turn, number)) for number, turn in enumerate(turns, start=1))
    title = f"{clock.title}. " + " ".join(sentence for turn in said for sentence in turn)
    return Example(_drawing(turns, title, WIDE), _drawing(turns, title, NARROW), said)


def _sentences(turn: Turn, number: int) -> Iterator[str]:
    birthday = turn.within.unit == "birthday"
    back = turn.due_on < turn.started_on
    again = "The next is counted from the day it was done" if number > 1 else "Counted from"
    counted = "Born" if birthday else "Counted back from" if back else again
    colon = ":" if number > 1 and not back else ""
    yield f"{counted}{colon} {_day(turn.started_on)}."
    yield f"{_length(turn)}: due by the end of {_day(turn.due_on)}."
    weekends = sum(one.weekday() >= SATURDAY for one in turn.uncounted)
    if turn.uncounted:
        named = [f"{name}, {date_only(one)}" for one, name in turn.bank_holidays]
        holidays = (
            f" and {len(named)} bank holiday{'s' if len(named) > 1 else ''} ({'; '.join(named)})" if named else ""
        )
        yield f"Not counted: {weekends} weekend day{'' if weekends == 1 else 's'}{holidays}."
    yield f"Amber from {_day(turn.amber_on)}; late from the day after it was due."
    if turn.done_on:
        yield f"Say it is done on {_day(turn.done_on)}."


def _of_hours(clock: Clock, hours: Hours) -> Example:
    said = tuple(_hours_said(hours))
    title = f"{clock.title}. " + " ".join(said)
    return Example(_hours_drawing(hours, title, WIDE), _hours_drawing(hours, title, NARROW), (said,))


def _hours_said(hours: Hours) -> Iterator[str]:
    yield f"Counted from {_moment(hours.started_at)}."
    length = _capital(str(hours.within))
    yield f"{length}, day and night, weekends and holidays too: due by {_moment(hours.due_at)}."
    if hours.turned:
        way = "forward" if hours.turned > 0 else "back"
        yield f"The clocks go {way} by an hour between; the hours are counted as they pass."
    yield f"Amber from {_moment(hours.amber_at)}; late from the minute after it was due."


def _hours_drawing(hours: Hours, title: str, width: int) -> SafeString:
    whole, to_amber = (_passed(hours.started_at, at) for at in (hours.due_at, hours.amber_at))
    amber = to_amber / max(whole, 1)
    left, right = EDGE, width - EDGE
    amber_x = left + min(max(amber, 0), 1) * (right - left)
    close = width <= NARROW
    parts = [
        _rect(left, LINE, right - left, BAR, "#e3eded", NOW),
        _rect(amber_x, LINE + BAR, right - amber_x, 5, AMBER, "none"),
        _rect(right - 3, LINE - 6, 3, BAR + 11, INK, "none"),
        _label(width, left, LINE - 24, f"From {_short_moment(hours.started_at)}", INK, bold=False),
        _label(width, right, LINE - 8 if close else LINE - 24, f"Due {_short_moment(hours.due_at)}", INK),
        _label(width, amber_x, LINE + BAR + 22, f"Amber from {_short_moment(hours.amber_at)}", SOFT, bold=False),
    ]
    return _svg(title, width, 1, format_html_join("", "{}", ((part,) for part in parts)))


def _passed(start: datetime, end: datetime) -> float:
    """The seconds between two moments as they pass: London's own clock may have been turned between."""
    return (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds()


def _moment(at: datetime) -> str:
    return f"{said_clock(at.time())} on {at:%A} {date_only(at.date())}"


def _short_moment(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b}, {said_clock(at.time())}"


def _capital(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}"


def _length(turn: Turn) -> str:
    return _capital(str(turn.within))


def _day(on: date) -> str:
    return f"{on:%A} {date_only(on)}"


def _drawing(turns: tuple[Turn, ...], title: str, width: int) -> SafeString:
    rows = format_html_join("", "{}", ((_row(turn, place, width),) for place, turn in enumerate(turns)))
    return _svg(title, width, len(turns), rows)


def _svg(title: str, width: int, rows: int, drawn: SafeString) -> SafeString:
    return safe_drawing(
        format_html(
            '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {} {}" width="{}" height="{}" '
            'font-family="arial, sans-serif" font-size="14"><title>{}</title>{}</svg>',
            width,
            ROW * rows,
            width,
            ROW * rows,
            title,
            drawn,
        )
    )


def _row(turn: Turn, place: int, width: int) -> SafeString:
    """One turn across the whole width: the bar from what it is counted from to the day it is due."""
    first = min(turn.started_on, turn.amber_on, turn.due_on)
    if turn.within.unit == "birthday":
        first = max(first, turn.due_on - BEFORE_A_BIRTHDAY)
    last = max(turn.started_on, turn.due_on) + timedelta(days=1)
    scale = (width - 2 * EDGE) / max((last - first).days, 1)
    top = place * ROW + LINE

    def x(on: date) -> float:
        return round(EDGE + (max(on, first) - first).days * scale, 1)

    start, due = turn.started_on, turn.due_on
    left, right = sorted((x(start), x(due)))
    parts = [_rect(left, top, right - left + scale, BAR, "#e3eded", NOW)]
    parts += [_rect(x(one), top, scale, BAR, GREY, "none") for one in turn.uncounted]
    parts += [_rect(x(one), top, scale, BAR, DARK, "none") for one, _ in turn.bank_holidays]
    amber_to = due + timedelta(days=1)
    parts.append(_rect(x(turn.amber_on), top + BAR, (amber_to - turn.amber_on).days * scale, 5, AMBER, "none"))
    parts.append(_rect(x(due), top - 6, max(scale, 3), BAR + 11, INK, "none"))
    parts.append(_label(width, x(start), top - 24, _from(turn), INK, bold=False))
    parts.append(_label(width, x(due) + scale, top - 8 if _close(left, right, width) else top - 24, *_due(turn)))
    parts.append(
        _label(width, x(turn.amber_on), top + BAR + 22, f"Amber from {_brief(turn.amber_on)}", SOFT, bold=False)
    )
    if turn.done_on:
        parts.append(_mark(x(turn.done_on) + scale / 2, top + BAR / 2))
        parts.append(_label(width, x(turn.done_on), top + BAR + 40, f"Done {_brief(turn.done_on)}", NOW, bold=False))
    return format_html_join("", "{}", ((part,) for part in parts))


def _due(turn: Turn) -> tuple[str, str]:
    return f"Due {_brief(turn.due_on)}", INK


def _from(turn: Turn) -> str:
    if turn.within.unit == "birthday":
        return f"Born {date_only(turn.started_on)}"
    back = turn.due_on < turn.started_on
    return f"{'Counted back from' if back else 'From'} {_brief(turn.started_on)}"


def _brief(on: date) -> str:
    return f"{on:%a} {on.day} {on:%b}"


def _close(left: float, right: float, width: int) -> bool:
    """Whether the labels at the two ends would run into one another."""
    return right - left < width * 0.55


def _rect(x: float, y: float, wide: float, high: float, fill: str, stroke: str) -> SafeString:
    return format_html(
        '<rect x="{}" y="{}" width="{}" height="{}" fill="{}" stroke="{}"/>', x, y, round(wide, 1), high, fill, stroke
    )


def _mark(x: float, y: float) -> SafeString:
    return format_html('<circle cx="{}" cy="{}" r="6" fill="{}" stroke="#fff"/>', round(x, 1), y, NOW)


def _label(width: int, x: float, y: float, words: str, fill: str, *, bold: bool = True) -> SafeString:
    """Words at a place, turned inwards so that they stay inside the drawing."""
    anchor = "start" if x < width / 2 else "end"
    weight = "bold" if bold else "normal"
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}" fill="{}" font-weight="{}">{}</text>', x, y, anchor, fill, weight, words
    )
