"""The list of teams, and a team's page with its tabs."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.service.access.viewer import NotAllowed, Request, needs
from onechild.service.desk.duties import children_of
from onechild.service.desk.links import team_page
from onechild.service.desk.listing import listing_page
from onechild.service.desk.teams.board import Board, board_of
from onechild.service.desk.teams.tables import members_table, waiting_table
from onechild.service.govuk.listing import page_asked
from onechild.service.govuk.parts import Cell, Column, Link, Table
from onechild.service.govuk.words import date_only
from onechild.service.record.models import Team
from onechild.service.record.queries.due import due_for, next_of
from onechild.service.record.queries.names import worker_names
from onechild.service.record.queries.workload.weights import weights

SHOWS = ("waiting", "active", "members")
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


@needs("see_team", "see_all_children")
def team(request: Request, team_id: str) -> HttpResponse:
    """Show a team: who waits, who is open, who holds how much."""
    found = Team.objects.filter(pk=team_id).first()
    if found is None:
        raise Http404("There is no such team.")
    if team_id not in request.viewer.team_ids and not request.viewer.may("see_all_children"):
        raise NotAllowed("You can see the teams that you work in.", ("see_all_children",))
    asked = request.GET.get("show", "")
    board = board_of(found, today=request.today, whole=asked == "members")
    show = asked if asked in SHOWS else "waiting" if board.waiting else "active"
    first, *others = board.lead()
    context = {
        "team": found,
        "board": board,
        "show": show,
        "first": first,
        "others": " ".join(others),
        "tabs": _tabs(board, show),
    }
    return render(request, "desk/team.html", context | TABS[show](request, board))


def _waiting(request: Request, board: Board) -> dict[str, object]:
    ids = [row.child_id for row in board.waiting]
    children = children_of(ids, today=request.today)
    nexts = next_of(due_for(ids, today=request.today))
    managers = worker_names(row.manager_id for row in board.waiting)
    request.seen(children.heads, what="team: waiting list")
    return {"table": waiting_table(board.waiting, children, nexts, managers, today=request.today)}


def _active(request: Request, board: Board) -> dict[str, object]:
    empty = "No child is open to this team. A child given to one of its workers stands here."
    listing = listing_page(request, board.active, label="Active children", empty=empty, show_worker=True)
    request.seen(listing.child_ids, what="team: active children")
    return {"table": listing.table, "page": listing.page}


def _members(request: Request, board: Board) -> dict[str, object]:
    page = page_asked(request.GET, board.members, size=PAGE)
    standards = board.standards
    since = f", from {date_only(standards.since)}" if standards.since else ""
    return {
        "table": members_table(list(page), today=request.today),
        "page": page,
        "over_by_load": sum(1 for one in board.holders if one.over_by_load),
        "target": f"{standards.full_time:g} for a full-time worker, less for part-time (by the share of full time) "
        f"and {standards.first_year_share:.0%} of it in the first year. Local standard{since}.",
        "weights": weights(today=request.today),
    }


TABS = {"waiting": _waiting, "active": _active, "members": _members}


def _tabs(board: Board, show: str) -> list[Link]:
    words = {"waiting": "Waiting list", "active": "Active children", "members": "Members"}
    counts = {"waiting": len(board.waiting), "active": len(board.active), "members": len(board.members)}
    return [Link(words[key], team_page(board.team.pk, key), current=key == show, count=counts[key]) for key in SHOWS]


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
