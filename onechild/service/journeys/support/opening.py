"""How each page of this journey opens its child, and whom it may name: the workers of the teams around the child."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from onechild.service.access.gate import open_child
from onechild.service.access.models import User
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import Viewer, check
from onechild.service.record.models import Child
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.work.in_post import in_post


class Acting(TypedDict):
    """Who acts, and when: what every decision's action takes."""

    worker_id: str | None
    by: User
    now: datetime
    today: date


def acting(request: SignedIn) -> Acting:
    """This function will return who acts on a request, and when."""
    return {
        "worker_id": request.viewer.worker_id,
        "by": request.user,
        "now": request.now,
        "today": request.today,
    }


@dataclass(frozen=True)
class Opened:
    """A child whose page was asked for, and how a line names the child."""

    child: Child
    head: Head


def opened(request: SignedIn, la_child_id: str, *permissions: str, what: str) -> Opened:
    """Open the child, and check that the viewer has one of the permissions; with none, sight is enough."""
    child = open_child(request, la_child_id, what=what)
    if permissions:
        check(request.viewer, *permissions)
    return Opened(child, heads([child.pk], today=request.today)[child.pk])


def workers_around(child: Child, viewer: Viewer, *, today: date) -> list[tuple[str, str]]:
    """This function will return workers in post of the teams that hold the child or are the viewer’s: key and name."""
    return in_post(teams_around(child, viewer, today=today), today=today)


def teams_around(child: Child, viewer: Viewer, *, today: date) -> list[str]:
    """This function will return the teams that hold the child, then the viewer's own."""
    holding = open_allocations(today).filter(child=child).values_list("team_id", flat=True)
    return [team for team in dict.fromkeys((*holding, *viewer.team_ids)) if team]
