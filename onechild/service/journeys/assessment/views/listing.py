"""A team's open assessments: how many days each has taken, what it waited for, and with whom it is."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import check
from onechild.service.govuk.parts import Cell, Column, Link, Table, Tag
from onechild.service.govuk.words import date_only, due
from onechild.service.journeys.assessment.queries import Line, lines, open_assessments, teams_assessing, teams_named
from onechild.service.record.models.fields import code_in_words

A_PAGE = 40


def assessments(request: SignedIn) -> HttpResponse:
    """The open assessments of one team, those begun first first; nothing preselects a team of another's."""
    check(request.viewer, "see_team", "see_all_children")
    own = teams_named(request.viewer.team_ids)
    teams = teams_assessing(request.today) if request.viewer.sees_all else own
    asked = request.GET.get("team", "")
    chosen = next((one for one in teams if one[0] == asked), None) or next(iter(own or teams), None)
    found: list[Line] = []
    page = None
    if chosen is not None:
        rows = open_assessments(team_ids=[chosen[0]], today=request.today)
        page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
        found = lines(list(page.object_list), today=request.today)
        request.seen([one.head.child_id for one in found], what="a team's open assessments")
    context = {
        "teams": [Link(name, f"?team={key}", current=chosen is not None and key == chosen[0]) for key, name in teams],
        "team": chosen[1] if chosen else "",
        "table": _table(found, request),
        "page": page,
        "total": page.paginator.count if page else 0,
    }
    return render(request, "assessment/assessments.html", context)


def _table(found: list[Line], request: SignedIn) -> Table:
    return Table(
        label="Open assessments",
        heading="open",
        columns=[
            Column("Child"),
            Column("Begun"),
            Column("Working days", number=True),
            Column("Due"),
            Column("With"),
            Column("Waited for"),
        ],
        rows=[_row(one, request) for one in found],
        empty="No assessment is open in this team.",
    )


def _row(one: Line, request: SignedIn) -> list[object]:
    page = reverse("assessment", args=[one.head.la_child_id, one.assessment.pk])
    kind = code_in_words("assessment_kind", one.assessment.assessment_kind)
    lead, most = one.clock.lead, one.delay.split.most
    changed = Tag("Worker changed", "over") if one.delay.worker_changed else None
    late = Tag("Late", "late") if one.clock.late else None
    return [
        Cell(text=one.head.name, note=", ".join(part for part in (kind, one.status) if part), href=page, strong=True),
        date_only(one.assessment.started_on, request.today),
        one.clock.days,
        Cell(text=due(lead.due_on, request.today) if lead and lead.met_on is None else "", tag=late),
        Cell(text=one.worker or "Nobody", tag=changed),
        Cell(
            text=f"{most.words}: {most.days} of {one.delay.split.days}" if most else "",
            href=f"{reverse('assessment-delay', args=[one.head.la_child_id, one.assessment.pk])}" if most else "",
        ),
    ]
