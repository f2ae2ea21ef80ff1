"""A team's continuity: children who have had most workers, and handovers that nobody has finished or read."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render

from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, needs
from onechild.service.journeys.handover.team import continuity_of
from onechild.service.record.models import Team


@needs("see_team", "see_all_children")
def continuity(request: SignedIn, team_id: str) -> HttpResponse:
    """How often the workers of a team's children changed, and which handovers are open."""
    team = Team.objects.filter(pk=team_id).first()
    if team is None:
        raise Http404("There is no such team.")
    if team_id not in request.viewer.team_ids and not request.viewer.may("see_all_children"):
        raise NotAllowed("You can see the teams that you work in.", ("see_all_children",))
    found = continuity_of(team_id, today=request.today)
    request.seen(found.child_ids, what="team: continuity of workers")
    return render(request, "handover/team.html", {"team": team, "found": found})
