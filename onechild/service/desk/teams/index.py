"""The list of teams that the viewer may open."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render

from onechild.service.access.viewer import Request, needs
from onechild.service.desk.links import team_page
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Table
from onechild.service.record.models import Team

PAGE = 50


@needs("see_team", "see_all_children")
def teams(request: Request) -> HttpResponse:
    """List the teams that the viewer may open: their own, or all."""
    found = Team.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=request.today)).order_by("name")
    if not request.viewer.may("see_all_children"):
        found = found.filter(pk__in=request.viewer.team_ids)
    page = page_asked(request.GET, found, size=PAGE)
    context = {"table": _teams_table(list(page), _counts(request)), "page": page}
    return render(request, "desk/teams.html", context | {"may_see_all": request.viewer.may("see_all_children")})


def _counts(request: Request) -> Mapping[str, tuple[int, int, int]]:
    with connection.cursor() as cursor:
        cursor.callproc("access_team_counts", [request.today])
        return {team_id: (cases, waiting, workers) for team_id, cases, waiting, workers in cursor.fetchall()}


def _teams_table(found: list[Team], counts: Mapping[str, tuple[int, int, int]]) -> Table:
    columns = [
        Column("Team"),
        Column("Children held", number=True),
        Column("Waiting", number=True),
        Column("Workers who hold cases", number=True),
    ]
    rows = [
        [
            Cell(text=one.name, href=team_page(one.pk), note=one.team_kind_words),  # type: ignore[attr-defined]
            *counts.get(one.pk, (0, 0, 0)),
        ]
        for one in found
    ]
    empty = "You are a member of no team. Teams that you work in stand here."
    return Table(label="Teams", columns=columns, rows=rows, kind="tight", empty=empty)
