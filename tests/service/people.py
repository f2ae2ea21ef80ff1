"""People and children that tests of the service start from, made by calling actions only."""

from __future__ import annotations

from datetime import date
from itertools import count

from django.db.models import Count, QuerySet
from django.test import Client

from onechild.service.access.actions.roles_held import give_role
from onechild.service.access.models import User
from onechild.service.access.roles import BY_ROLE
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import Allocation, Child, Team, TeamMembership, Worker

_numbers = count(1)
LAST_DAY = date(2026, 12, 31)


def make_user(
    role: str,
    *,
    worker_id: str | None = None,
    team_id: str | None = None,
    on: date = date(2020, 1, 1),
    ends: date | None = None,
) -> User:
    """Somebody with one role; a role that must end does so at the end of the year."""
    number = next(_numbers)
    user = User(email=f"person{number}@hatterton.example", name=f"{BY_ROLE[role].name} {number}", worker_id=worker_id)
    user.set_unusable_password()
    user.save()
    last = ends or (LAST_DAY if BY_ROLE[role].ends else None)
    give_role(user=user, role=role, on=on, by=None, team_id=team_id, ends=last)
    return user


def sign_in(
    client: Client,
    role: str = "social_worker",
    *,
    worker_id: str | None = None,
    team_id: str | None = None,
    ends: date | None = None,
    user: User | None = None,
) -> User:
    """Somebody with one role, signed in on this client."""
    user = user or make_user(role, worker_id=worker_id, team_id=team_id, ends=ends)
    client.force_login(user, backend="onechild.service.access.sign_in.backends.PasswordBackend")
    return user


def a_worker_with_children(team_kind: str = "family_safeguarding") -> str:
    """A new worker, member of a team that has waiting children, who is given all of them; their id."""
    waiting = _open().filter(worker_id=None, team_id__in=Team.objects.filter(team_kind=team_kind).values("pk"))
    team_id = str(waiting.values_list("team_id").annotate(n=Count("pk")).order_by("-n", "team_id")[0][0])
    worker_id = a_worker(team_id)
    with change_set(by="a test", kind="edit", words="children given to a worker"):
        waiting.filter(team_id=team_id, child__restricted=None).update(worker_id=worker_id)
    return worker_id


def a_worker(team_id: str, role: str = "social_worker") -> str:
    """A new worker, member of the team; their id."""
    with change_set(by="a test", kind="edit", words="a worker"):
        worker = Worker.objects.create(registered=True)
        TeamMembership.objects.create(worker_id=worker.pk, team_id=team_id, role=role, started_on=date(2020, 1, 1))
    return str(worker.pk)


def give(
    child: Child, *, worker_id: str | None, team_id: str, role: str = "lead", ended_on: date | None = None
) -> None:
    """Put a child in a worker's and a team's hands; who held the case before, holds it no more."""
    with change_set(by="a test", kind="edit", words="a child given to a worker"):
        _open().filter(child=child, role=role).update(ended_on=date(2026, 6, 1))
        Allocation.objects.create(
            child=child, worker_id=worker_id, team_id=team_id, role=role, started_on=date(2026, 6, 1), ended_on=ended_on
        )


def child_of(worker_id: str) -> Child:
    """A child whose case the worker holds, not restricted."""
    held = _open().filter(worker_id=worker_id, child__restricted=None)
    return held.select_related("child").order_by("child_id")[0].child


def team_of(worker_id: str) -> str:
    """The team that the worker is a member of."""
    return str(TeamMembership.objects.filter(worker_id=worker_id, ended_on=None).values_list("team_id", flat=True)[0])


def child_of_other_team(worker_id: str) -> Child:
    """A child in another team's hands, not restricted, who was never with the worker's team or the worker."""
    team_id = team_of(worker_id)
    theirs = Allocation.objects.filter(team_id=team_id).values("child_id")
    held = _open().exclude(child_id__in=theirs).exclude(worker_id=worker_id).filter(child__restricted=None)
    return held.select_related("child").order_by("child_id")[0].child


def a_restricted_child(restriction: str = "ordinary") -> Child:
    """A child whose record its source marks as restricted; whoever holds the child may open it."""
    return Child.objects.filter(restricted=restriction).order_by("pk")[0]


def _open() -> QuerySet[Allocation]:
    return Allocation.objects.filter(role="lead", ended_on=None)
