"""The forecast's pages: of a team, and of one worker."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.knowledge.clocks.local.named import in_words
from onechild.service.access.viewer import NotAllowed, Request, needs
from onechild.service.desk.duties import children_of
from onechild.service.desk.forecast.gathering import Gathered, gathered
from onechild.service.desk.forecast.outlook import Outlook, outlooks, together, waiting
from onechild.service.desk.forecast.saying import FEW, lead, short_of, weeks_table
from onechild.service.record.models import Team
from onechild.service.record.queries.caseload import held_by_team
from onechild.service.record.queries.workforce import members_of, people

MAY_ASK = ("see_own_children", "see_team", "see_all_children")


@needs("see_team", "see_all_children")
def team_forecast(request: Request, team_id: str) -> HttpResponse:
    """Show what a team's workers owe in six weeks, what can't be met, when, and what would mend it."""
    team = Team.objects.filter(pk=team_id).first()
    if team is None:
        raise Http404("There is no such team.")
    if team_id not in request.viewer.team_ids and not request.viewer.may("see_all_children"):
        raise NotAllowed("You can see the teams that you work in.", ("see_all_children",))
    found = gathered(_workers_of(request, team_id), team_id=team_id, today=request.today)
    rows = outlooks(found, today=request.today)
    waits = waiting(found, today=request.today)
    return _page(
        request,
        found,
        rows,
        {
            "team": team,
            "title": f"The next six weeks: {team.name}",
            "caption": "Team",
            "weeks": weeks_table(
                rows,
                found,
                waits=waits,
                total=together([*(one.weeks for one in rows), waits]) if rows else (),
                today=request.today,
            ),
        },
    )


@needs(*MAY_ASK)
def worker_forecast(request: Request, worker_id: str) -> HttpResponse:
    """Show one worker's six weeks; colleagues with room are named to those who see the team."""
    person = people([worker_id], today=request.today).get(worker_id)
    if person is None:
        raise Http404("There is no such worker.")
    viewer = request.viewer
    shares = viewer.may("see_team") and bool(set(person.teams) & set(viewer.team_ids))
    if worker_id != viewer.worker_id and not shares and not viewer.may("see_all_children"):
        raise NotAllowed("You can see the workers of your own teams.", ("see_all_children",))
    sees_team = shares or viewer.may("see_all_children")
    beside = {one for team_id in person.teams for one in _workers_of(request, team_id)} if sees_team else set()
    found = gathered({worker_id, *beside}, today=request.today)
    rows = [one for one in outlooks(found, today=request.today) if one.worker_id == worker_id]
    context = {
        "title": f"The next six weeks: {person.name}",
        "caption": "Worker",
        "worker_id": worker_id,
        "weeks": weeks_table(rows, found, today=request.today),
    }
    return _page(request, found, rows, context)


def _page(request: Request, found: Gathered, rows: Sequence[Outlook], context: dict[str, object]) -> HttpResponse:
    short = [one for one in rows if one.unmet]
    children = children_of({item.due.child_id for one in short for item in one.unmet[:FEW]}, today=request.today)
    request.seen(children.heads, what="forecast: what can't be met", kind="list")
    first, others = lead(rows, request.today)
    context |= {
        "first": first,
        "others": others,
        "short": [short_of(one, found, children, today=request.today) for one in short],
        "a_day": f"{found.hours.a_day:g}",
        "share": in_words(found.hours.direct_share, "share"),
    }
    return render(request, "desk/forecast/forecast.html", context)


def _workers_of(request: Request, team_id: str) -> set[str]:
    """Members of the team on the day, and whoever holds one of its children."""
    members = members_of(team_id, today=request.today).values_list("worker_id", flat=True)
    holders = {one.worker_id for one in held_by_team(team_id, today=request.today) if one.worker_id}
    return {*members, *holders}
