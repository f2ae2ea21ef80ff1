"""The page of what if: the teams in 26 weeks, one team week by week, and what would bring every team under 18."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from onechild.knowledge.planning.whatif import Forecast, Scenario, TeamForecast, enough, what_if
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.govuk.charts import safe_drawing
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.govuk.words import date_only
from onechild.service.journeys.planner.plans.found import teams_of
from onechild.service.journeys.planner.what_if.drawing import NARROW, WIDE, Canvas, drawn
from onechild.service.journeys.planner.what_if.forms import WhatIfForm
from onechild.service.journeys.planner.what_if.reading import Start, start_of

MOST = 18.0
SHOWN = (0, 4, 8, 13, 17, 22, 26)


def what_if_page(request: SignedIn) -> HttpResponse:
    """Caseloads of the next 26 weeks as things are, and as they would be if something changed."""
    check(request.viewer, "allocate")
    teams = [one for one in teams_of(request.viewer, today=request.today) if one.caseholding is not False]
    form = WhatIfForm(request.GET if "team" in request.GET else None, teams=[(one.pk, one.name) for one in teams])
    start = start_of(teams, today=request.today)
    if not start.past or not start.staff:
        return render(request, "planner/what_if.html", {"form": form, "none": True})
    now = _forecast(start, request, Scenario())
    scenario = form.scenario
    then = _forecast(start, request, scenario) if scenario else None
    asked = form.cleaned_data["team"] if form.is_bound and form.is_valid() else ""
    team_id = asked or next((one.team_id for one in now.teams), "")
    needed = enough(past=start.past, staff=start.staff, waiting=start.waiting, on=request.today, most=MOST,
                    scenario=scenario or Scenario(), full_time_target=start.target)  # fmt: skip
    context = {
        "form": form,
        "supposed": form.supposed(),
        "first": _sentence(now, then, team_id),
        "enough": [one.said for one in needed],
        "in_all": _in_all(needed),
        "left_out": now.left_out,
        "teams": _teams(now, then),
        "one": _drawings(now, then, team_id, start, request),
        "most": f"{MOST:g}",
    }
    return render(request, "planner/what_if.html", context)


def _forecast(start: Start, request: SignedIn, scenario: Scenario) -> Forecast:
    return what_if(past=start.past, staff=start.staff, waiting=start.waiting, on=request.today, scenario=scenario,
                   full_time_target=start.target)  # fmt: skip


def _sentence(now: Forecast, then: Forecast | None, team_id: str) -> str:
    found = _of(then or now, team_id)
    return " ".join(one.said for one in found) or "This team is too new for a range: it needs half a year of weeks."


def _of(forecast: Forecast, team_id: str) -> list[TeamForecast]:
    """The team, or its two halves where it was split; nothing where it is too new for a range."""
    return [one for one in forecast.teams if one.team_id == team_id]


def _in_all(needed: Sequence[Any]) -> str:
    """What brings every team under, in one sentence; how sure it is stands with each team."""
    if any(one.more is None for one in needed):
        return (
            f"Twelve more full-time workers in a team would not bring every team under {MOST:g} cases on average for "
            "each full-time worker by then."
        )
    count = sum(one.more for one in needed)
    if not count:
        return (
            f"No team needs another worker to be under {MOST:g} cases on average for each full-time worker in 26 "
            "weeks, in eight of ten runs."
        )
    workers = "worker" if count == 1 else "workers"
    return (
        f"{count} more full-time {workers}, shared out as below, would bring every team under {MOST:g} cases on "
        "average for each full-time worker in 26 weeks, in eight of ten runs."
    )


def _teams(now: Forecast, then: Forecast | None) -> Table:
    supposed = (
        [Column("Supposed, in 26 weeks", number=True), Column("Workers over target then", number=True)] if then else []
    )
    return Table(
        label="Cases for each full-time worker, by team",
        columns=[
            Column("Team"),
            Column("Now", number=True),
            Column("In 13 weeks", number=True),
            Column("In 26 weeks", number=True),
            Column("Workers over target then", number=True),
            *supposed,
        ],
        rows=[_row(one, then) for one in now.teams],
        kind="scroll",
    )


def _row(one: TeamForecast, then: Forecast | None) -> list[object]:
    weeks = one.weeks
    supposed = _of(then, one.team_id) if then else []
    return [
        one.name,
        f"{weeks[0].middle:.1f}",
        _range(weeks[13]),
        _range(weeks[26]),
        _workers(weeks[26]),
        *([Cell(text="; ".join(_range(half.weeks[26]) for half in supposed))] if then else []),
        *(["; ".join(_workers(half.weeks[26]) for half in supposed)] if then else []),
    ]


def _range(week: Any) -> str:
    return f"{week.middle:.1f} ({week.low:.1f} to {week.high:.1f})"


def _workers(week: Any) -> str:
    low, high = f"{week.over_low:.0f}", f"{week.over_high:.0f}"
    return low if low == high else f"{low} to {high}"


def _drawings(
    now: Forecast, then: Forecast | None, team_id: str, start: Start, request: SignedIn
) -> list[dict[str, Any]]:
    """A chart and a table for the team asked for, or for each of its halves."""
    as_is = _of(now, team_id)
    beside = as_is[0].weeks if then and as_is else ()
    target = then.scenario.target if then and then.scenario.target else start.target
    return [
        {
            "name": one.name,
            "wide": _svg(one, beside, target, f"weeks-{place}-wide", WIDE),
            "narrow": _svg(one, beside, target, f"weeks-{place}-narrow", NARROW),
            "table": _weeks(one, request),
        }
        for place, one in enumerate(_of(then or now, team_id))
    ]


def _svg(one: TeamForecast, beside: Sequence[Any], target: float, name: str, canvas: Canvas) -> SafeString:
    title = f"{one.name}: {one.said}"
    return safe_drawing(drawn(one.weeks, beside=beside, target=target, title=title, name=name, canvas=canvas))


def _weeks(one: TeamForecast, request: SignedIn) -> Table:
    return Table(
        label=f"{one.name}, week by week",
        columns=[
            Column("Week"),
            Column("Cases for each full-time worker", number=True),
            Column("8 of 10 runs between", number=True),
            Column("Workers over target", number=True),
            Column("Waiting", number=True),
            Column("Full-time workers", number=True),
        ],
        rows=[
            [
                "Now" if not week.week else f"In {week.week} weeks, {date_only(week.day, request.today)}",
                f"{week.middle:.1f}",
                f"{week.low:.1f} to {week.high:.1f}",
                _workers(week),
                f"{week.waiting_middle:.0f}",
                f"{week.full_time:.1f}",
            ]
            for week in one.weeks
            if week.week in SHOWN
        ],
        kind="scroll",
    )
