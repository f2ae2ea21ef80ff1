"""How each page of supervision opens what it is about, and for whom: the worker, the supervisor, and few others."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

from django.http import Http404

from onechild.service.access.models import User
from onechild.service.access.sign_in.request import SignedIn
from onechild.service.access.viewer import NotAllowed, check
from onechild.service.record.models import SessionKind, SupervisionSession
from onechild.service.record.queries.work.in_post import in_post
from onechild.service.record.queries.workforce import Person, people

MAY = ("supervise",)
RANKS = {"deputy_manager": 1, "team_manager": 2, "service_manager": 3}  # supervision runs downwards; 0 is anybody else


class Acting(TypedDict):
    """Who acts: what most actions take."""

    by: User
    now: datetime


def supervised(request: SignedIn, worker_id: str) -> Person:
    """This function will return a worker whom the viewer supervises. Raises Http404 for nobody, else NotAllowed."""
    person = people([worker_id], today=request.today).get(worker_id)
    if person is None:
        raise Http404("There is no such worker.")
    check(request.viewer, *MAY)
    if worker_id == request.viewer.worker_id:
        raise NotAllowed("Nobody supervises themselves: your own manager does.", MAY)
    if not set(person.teams) & set(request.viewer.team_ids):
        raise NotAllowed("You supervise the workers of your own teams.", MAY)
    if _ranks_as_high(request, person):
        raise NotAllowed("A manager is supervised by whoever manages them.", MAY)
    if not request.viewer.worker_id:
        raise NotAllowed("Your account is not tied to a worker, so the record can’t say who supervises.", MAY)
    return person


def session_of(request: SignedIn, session_id: str) -> SupervisionSession:
    """This function will return a supervision that the viewer may read. Raises Http404, of another's own one too."""
    row = SupervisionSession.objects.filter(pk=session_id).first()
    if row is None or (row.kind == SessionKind.PERSONAL and not is_theirs(request, row)):
        raise Http404("There is no such supervision.")
    whose = None if is_theirs(request, row) else people([row.worker_id], today=request.today).get(row.worker_id)
    if whose is not None and _ranks_as_high(request, whose):
        raise Http404("There is no such supervision.")
    return row


def _ranks_as_high(request: SignedIn, person: Person) -> bool:
    """Whether somebody is a manager of the viewer's rank or above."""
    mine = request.viewer.worker_id or ""
    viewer = people([mine], today=request.today).get(mine) if mine else None
    rank = RANKS.get(person.role, 0)
    return rank > 0 and rank >= RANKS.get(viewer.role if viewer else "", 0)


def written_by(request: SignedIn, session_id: str) -> SupervisionSession:
    """This function will return a supervision that the viewer leads. Raises Http404, and NotAllowed for others."""
    row = session_of(request, session_id)
    if not request.viewer.worker_id or row.supervisor_id != request.viewer.worker_id:
        raise NotAllowed(f"{row.supervisor_name} writes this supervision.", MAY)
    check(request.viewer, *MAY)
    return row


def is_theirs(request: SignedIn, row: SupervisionSession) -> bool:
    """This function will say whether the viewer is one of the two."""
    return bool(request.viewer.worker_id) and request.viewer.worker_id in (row.worker_id, row.supervisor_id)


def owners_for(row: SupervisionSession, request: SignedIn) -> list[tuple[str, str]]:
    """This function will return who a direction can be given to: the worker, the supervisor, the teams of both."""
    persons = people([row.worker_id, row.supervisor_id or ""], today=request.today)
    teams = {team for person in persons.values() for team in person.teams} | set(request.viewer.team_ids)
    mates = dict(in_post(teams, today=request.today))
    first = {key: person.name for key, person in persons.items()}
    return [*first.items(), *((key, name) for key, name in mates.items() if key not in first)]
