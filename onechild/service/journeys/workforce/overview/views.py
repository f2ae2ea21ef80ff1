"""The workforce's page."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import needs
from onechild.service.journeys.workforce.choices import team_names, teams_of_workers
from onechild.service.journeys.workforce.counted import workforce_now, year_before
from onechild.service.journeys.workforce.employing.views import page_named
from onechild.service.journeys.workforce.overview import tables

LATEST = 12


@needs("plan_workforce")
def overview(request: SignedIn) -> HttpResponse:
    """Say how the workforce stands today, by team, and who came and went in twelve months and why."""
    today, workforce = request.today, workforce_now()
    first = year_before(today) + timedelta(days=1)
    left, began = workforce.leavers(first, today), workforce.starters(first, today)
    agency, vacancy = workforce.agency_rate(today), workforce.vacancy_rate(today)
    context = {
        "figures": tables.figures(workforce, today=today),
        "teams": tables.by_team(workforce, team_names(), teams_of_workers(today), today=today),
        "reasons": tables.reasons(left),
        "left": tables.movements(left, left=True, today=today),
        "left_count": len(left),
        "began": tables.movements(began, left=False, today=today),
        "began_count": len(began),
        "agency": None if agency.value is None else f"{100 * agency.value:.1f}%",
        "vacant": f"{vacancy.part:g}",
        "academy": page_named("academy") if request.viewer.may("keep_academy") else "",
    }
    return render(request, "workforce/workforce.html", context)
