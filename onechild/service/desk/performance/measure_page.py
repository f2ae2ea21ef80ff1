"""What one measure's page shows, from stored results alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from onechild.knowledge.measures.catalogue import TOPICS
from onechild.knowledge.measures.model import Basis, Measure
from onechild.knowledge.reports.page.trends import RULES
from onechild.knowledge.reports.words import full_date
from onechild.service.access.viewer import Request
from onechild.service.desk.performance import stored
from onechild.service.desk.performance.asking import WAYS, a_year_before, called, day_in, period_words
from onechild.service.desk.performance.behind import Asked, behind, tabs, which_asked
from onechild.service.desk.performance.stored import Line
from onechild.service.desk.performance.workers import worker_table
from onechild.service.govuk.charts import safe_drawing
from onechild.service.govuk.parts import Cell, Column, Fact, Table
from onechild.service.record.models import FigureDocument

LOCAL = "local"


@dataclass(frozen=True)
class NoSuchDay(Exception):
    """There is no figure of this measure for the day asked for; `kept` are the days there are."""

    kept: list[date]


def measure_context(request: Request, measure: Measure, standing: stored.Standing) -> dict[str, Any]:
    """This function will return the context of a measure's page: NoSuchDay where the day asked for is not kept."""
    public = stored.is_public(request.viewer)
    kept = stored.days_kept() if not public else None
    days = kept.of(measure) if kept else stored.public_days().get(measure.key, [])
    if not days:
        raise NoSuchDay([])
    now = day_in(request.GET, "as_at") or days[0]
    if now not in days:
        raise NoSuchDay(days)
    then = a_year_before(now, days)
    trend = stored.trend_of(measure, request.viewer)
    context = {
        "measure": measure,
        "topic": next(title for title, found in TOPICS.items() if measure in found),
        "when": period_words(measure, now),
        "now": now,
        "then": then,
        "then_words": period_words(measure, then) if then else "",
        "days": [(day, called(day)) for day in days],
        "address": f"{request.build_absolute_uri(request.path)}?as_at={now.isoformat()}",
        "way": WAYS[measure.better],
        "definition": _definition(measure),
        "trend": trend,
        "wide": safe_drawing(trend.wide) if trend else "",
        "narrow": safe_drawing(trend.narrow) if trend else "",
        "trend_table": _trend_table(trend, measure) if trend else None,
        "rules": RULES,
        "public": public,
        "latest": now == days[0] and measure.basis is Basis.AS_AT,
    }
    return context | (_public(measure, now, then) if kept is None else _full(request, measure, kept, now, then))


def _public(measure: Measure, now: date, then: date | None) -> dict[str, Any]:
    copies = stored.public([measure.key], [day for day in (now, then) if day])
    copy, before = copies[measure.key, now], copies.get((measure.key, then)) if then else None
    return {
        "line": copy.total,
        "before": before.total if before else None,
        "teams": _team_table(
            copy.rows,
            copy.total,
            {row.team_id: row for row in before.rows} if before else {},
            whole_before=before.total if before else None,
        ),
    }


def _full(request: Request, measure: Measure, kept: stored.Days, now: date, then: date | None) -> dict[str, Any]:
    number, before = kept.number(measure, now), kept.number(measure, then)
    assert number is not None  # noqa: S101  `now` is one of the days kept
    lines = stored.totals([number, before], [measure])
    teams = stored.by_team(measure, number)
    earlier = {row.team_id: row for row in stored.by_team(measure, before)} if before else {}
    whole_before = lines.get((before, measure.key)) if before else None
    names = {row.team_id: row.label for row in teams if row.team_id}
    team_id, worker_id = _team_asked(request, teams), request.GET.get("worker") or None
    query = {"as_at": now.isoformat(), **({"team": team_id} if team_id is not None else {})}
    which = which_asked(measure, request.GET.get("which"))
    found = behind(request, Asked(measure, number, now, team_id, worker_id, which), teams=names)
    if found.child_ids:
        request.seen(found.child_ids, what=f"children behind a figure: {measure.title}")
    chosen = {**query, **({"worker": worker_id} if worker_id else {})}
    return {
        "line": lines[number, measure.key],
        "before": whole_before,
        "teams": _team_table(teams, lines[number, measure.key], earlier, whole_before=whole_before, query=query),
        "team": names.get(team_id, "") if team_id is not None else "",
        "team_asked": team_id is not None,
        "worker_asked": worker_id,
        "workers": worker_table(measure, number, team_id, query)
        if team_id and "worker" in measure.breakdowns
        else None,
        "behind": found,
        "which": which,
        "tabs": tabs(measure, which, urlencode(chosen)),
        "all_behind": f"?{urlencode({'as_at': now.isoformat()})}#behind",
    }


def _team_asked(request: Request, teams: list[Line]) -> str | None:
    asked = request.GET.get("team")
    return asked if asked is not None and asked in {row.team_id for row in teams} else None


def _team_table(
    rows: list[Line],
    total: Line,
    before: dict[str, Line],
    *,
    whole_before: Line | None,
    query: dict[str, str] | None = None,
) -> Table:
    columns = [Column("Team"), Column("Count", number=True), Column("Figure", number=True)]
    if before:
        columns.append(Column("A year before", number=True))
    counts = any(row.parts for row in [*rows, total])
    drawn = [_team_row(row, before, counts=counts, query=query) for row in rows]
    whole: list[object] = ["All", total.parts, total.value] if counts else ["All", total.value]
    if not counts:
        del columns[1]
    return Table(
        label="By team",
        columns=columns,
        rows=drawn,
        total=[*whole, whole_before.value if whole_before else ""] if before else whole,
        kind="scroll",
        heading="teams",
    )


def _team_row(row: Line, before: dict[str, Line], *, counts: bool, query: dict[str, str] | None) -> list[object]:
    href = f"?{urlencode({**query, 'team': row.team_id})}#behind" if query is not None else ""
    cells: list[object] = [
        Cell(text=row.label, href=href),
        *([row.parts] if counts else []),
        Cell(text=row.value, strong=True),
    ]
    if before:
        cells.append(before[row.team_id].value if row.team_id in before else "")
    return cells


def _trend_table(trend: FigureDocument, measure: Measure) -> Table:
    months = list(reversed(trend.facts["months"]))
    counts = any(month["parts"] for month in months)
    columns = [Column("Month"), *([Column("Count", number=True)] if counts else []), Column("Figure", number=True)]
    rows = [
        [
            Cell(text=f"{date.fromisoformat(month['ends']):%B %Y}", href=f"?as_at={month['ends']}"),
            *([month["parts"]] if counts else []),
            Cell(text=month["value"], note="outside the limits" if month["out"] else ""),
        ]
        for month in months
    ]
    return Table(label=f"{measure.title}, each month", columns=columns, rows=rows, kind="scroll")


def _definition(measure: Measure) -> list[Fact]:
    limit = {LOCAL: "A local standard: no law sets it.", "none": "No law and no standard sets a limit."}
    standing = limit.get(measure.standing, f"The limit is set by {measure.standing}.")
    return [
        Fact(name="What it counts", value=measure.says),
        Fact(name="Why it matters", value=measure.why_it_matters),
        Fact(name="The law", value=standing),
        Fact(name="Source", value="; ".join(source.words for source in measure.sources)),
        Fact(name="Which way", value=WAYS[measure.better]),
        Fact(
            name="Version",
            value=f"{measure.version}. {_checked(measure)} To be looked at again by {full_date(measure.review_by)}.",
        ),
    ]


def _checked(measure: Measure) -> str:
    return (
        f"Checked by {measure.checked_by}." if measure.checked_by else "Nobody outside the project has checked it yet."
    )
