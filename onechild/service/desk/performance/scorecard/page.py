"""What a scorecard shows, and what the list of areas does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.xmr import METHOD
from onechild.knowledge.reports.words import capital, does, number, things
from onechild.service.access.viewer import Request
from onechild.service.desk.performance import saying, stored
from onechild.service.desk.performance.account import Account, account_of
from onechild.service.desk.performance.asking import called, day_in
from onechild.service.desk.performance.others import in_a_line
from onechild.service.desk.performance.scorecard.areas import AREAS, Area
from onechild.service.desk.performance.scorecard.lines import Line, line_of
from onechild.service.govuk.parts import Cell, Column, Link, Table


@dataclass(frozen=True)
class NoSuchDay(Exception):
    """Nothing is kept for the day asked for; `kept` are the days there are."""

    kept: list[date]


def scorecard_context(request: Request, area: Area, standing: stored.Standing) -> dict[str, Any]:
    """This function will return the context of an area's scorecard: at most one query. NoSuchDay as it says."""
    public = stored.is_public(request.viewer)
    account = account_of(standing, public=public)
    days = days_of(account)
    if not days:
        raise NoSuchDay([])
    day = day_in(request.GET, "at") or days[0]
    if day not in days:
        raise NoSuchDay(days)
    lines = [_line(account, measure, day, request.council_code) for measure in area.measures]
    return {
        "area": area,
        "areas": [Link(one.title, one.href, current=one is area) for one in AREAS.values()],
        "day": day,
        "days": [(one, called(one)) for one in days],
        "lines": lines,
        "lead": _lead(lines),
        "public": public,
        "any_local": any(line.measure.local for line in lines),
        "any_others": any(line.others for line in lines),
        "local_words": saying.LOCAL,
        "method": METHOD,
        "address": f"{request.build_absolute_uri(request.path)}?at={day.isoformat()}",
    }


def index_context(request: Request, standing: stored.Standing) -> dict[str, Any]:
    """This function will return the context of the list of areas: at most one query."""
    public = stored.is_public(request.viewer)
    account = account_of(standing, public=public)
    days = days_of(account)
    rows = account.once("areas", lambda: [_area_row(account, area, days[0]) for area in AREAS.values()] if days else [])
    columns = [
        Column("Area"),
        Column("Measures", number=True),
        Column("Outside their limits", number=True),
        Column("Short of their aim", number=True),
    ]
    return {
        "public": public,
        "day": days[0] if days else None,
        "table": Table(label="Areas of the journey", columns=columns, rows=rows, kind="stack", heading="areas"),
    }


def days_of(account: Account) -> list[date]:
    """This function will return the days that a scorecard can be of, the latest first."""
    days = {one.to_on for found in account.figures.values() for one in found if one.from_on is None}
    return sorted(days, reverse=True)


def _line(account: Account, measure: Measure, day: date, council_code: str) -> Line:
    """A measure's line, made once for all who read it."""
    others = partial(in_a_line, council_code=council_code)
    return account.once(("line", measure.key, day, council_code), lambda: line_of(account, measure, day, others))


def _area_row(account: Account, area: Area, day: date) -> list[object]:
    lines = [line_of(account, measure, day, lambda _measure, _day: None, drawn=False) for measure in area.measures]
    told = [line for line in lines if line.now]
    outside = [line.measure.title for line in told if line.outside]
    missed = sum(line.missed for line in told)
    note = f"Outside: {'; '.join(outside[:2])}{' and others' if len(outside) > 2 else ''}" if outside else ""
    count = f"{len(told)} of {len(lines)}" if len(told) < len(lines) else str(len(told))
    return [Cell(text=area.title, href=area.href, note=note), count, len(outside), missed]


def _lead(lines: list[Line]) -> str:
    """The sentence that a scorecard begins with: what stands out, what misses its aim, what can't be told."""
    told = [line for line in lines if line.now]
    outside = [line.measure.title for line in told if line.outside]
    missed = [line.measure.title for line in told if line.missed]
    parts = [
        f"Of {things(len(told), 'measure', 'measures')} here, {number(len(outside))} "
        f"{does(len(outside), 'stands', 'stand')} outside ordinary up and down{_named(outside)}"
    ]
    aimed = [line for line in told if line.measure.target]
    if aimed:
        parts.append(
            f"{capital(number(len(missed)))} of the {things(len(aimed), 'that has', 'that have')} an aim "
            f"{does(len(missed), 'falls', 'fall')} short of it{_named(missed)}"
        )
    gone = len(lines) - len(told)
    if gone:
        parts.append(f"{capital(number(gone))} can’t be told: the record holds nothing to count from")
    return ". ".join(parts) + "."


def _named(titles: list[str]) -> str:
    return f" ({'; '.join(titles)})" if titles else ""
