"""How each page here opens its child; who may give, keep and settle a promise; and whom a form may name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from django.http import Http404

from onechild.service.access.gate import open_child
from onechild.service.access.models import User
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import Viewer, check
from onechild.service.record.models import Child, Direction
from onechild.service.record.queries.caseload import around
from onechild.service.record.queries.names import NO_WORKER_NAME, Head, heads, worker_names
from onechild.service.record.queries.people import managers
from onechild.service.record.queries.promises import Promise, promise

GIVES = ("approve_work", "supervise", "audit_work", "chair_conference", "raise_challenge")
MANAGES = ("supervise",)


class Acting(TypedDict):
    """Who acts, and when."""

    by: User
    by_worker_id: str | None
    now: datetime
    today: date


def acting(request: SignedIn) -> Acting:
    """This function will return who acts on a request, and when."""
    return {
        "by": request.user,
        "by_worker_id": request.viewer.worker_id,
        "now": request.now,
        "today": request.today,
    }


@dataclass(frozen=True)
class Opened:
    """A child whose page was asked for, and how a line names the child."""

    child: Child
    head: Head


def opened(request: SignedIn, la_child_id: str, *permissions: str, what: str = "promises for the child") -> Opened:
    """Open the child, and check that the viewer has one of the permissions; with none, sight is enough."""
    child = open_child(request, la_child_id, what=what)
    if permissions:
        check(request.viewer, *permissions)
    return Opened(child, heads([child.pk], today=request.today)[child.pk])


def opened_promise(request: SignedIn, la_child_id: str, direction_id: str) -> tuple[Opened, Direction, Promise]:
    """Open the child and one promise for the child; Http404 where there is none."""
    found = opened(request, la_child_id)
    row = Direction.objects.filter(pk=direction_id, child=found.child).first()
    told = promise(direction_id, child_id=found.child.pk, today=request.today)
    if row is None or told is None:
        raise Http404("There is no such promise.")
    return found, row, told


def manages(viewer: Viewer) -> bool:
    """Whether they may settle a promise that is neither theirs nor given by them."""
    return any(map(viewer.may, MANAGES))


def owners(child: Child, *, today: date) -> list[tuple[str, str]]:
    """This function will return who can be asked to keep a promise, by key and name: who works with the child, then
    the managers of the teams that hold the child.
    """
    held = around([child.pk], today=today)[child.pk]
    names = worker_names(one.worker_id for one in held)
    found = {one.worker_id: names.get(one.worker_id, NO_WORKER_NAME) for one in held if one.worker_id}
    for key, name in managers([one.team_id for one in held], today=today):
        found.setdefault(key, f"{name} (manager)")
    return list(found.items())
