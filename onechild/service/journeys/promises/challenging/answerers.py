"""To whom a challenge can be put: those who work with the child, their managers, and those above them."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q, QuerySet

from onechild.service.access.entering import enter
from onechild.service.access.models import RoleHeld, User
from onechild.service.access.roles import BY_ROLE
from onechild.service.access.visible import MaySee
from onechild.service.record.models import Child, Escalation, TeamMembership
from onechild.service.record.queries.caseload import around
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

NEAR, ABOVE = ("deputy_manager", "team_manager"), ("service_manager", "director")


def answerers(child: Child, *, but: User, today: date) -> list[tuple[str, str]]:
    """This function will return them by key and name, the nearest first.

    A key is "worker:…" for somebody of the record, "user:…" for one with an account alone.
    """
    held = around([child.pk], today=today)[child.pk]
    teams = {one.team_id for one in held if one.team_id}
    names = worker_names(one.worker_id for one in held)
    found = {
        one.worker_id: f"{names.get(one.worker_id, NO_WORKER_NAME)}, works with the child"
        for one in held
        if one.worker_id
    }
    for user, role in _in_charge(teams, today):
        found.setdefault(user.worker_id or f"user:{user.pk}", f"{user.name}, {BY_ROLE[role].name.lower()}")
    for key, name in _managers(teams, today):
        found.setdefault(key, f"{name}, manager")
    mine = {but.worker_id, f"user:{but.pk}"}
    return [
        (key if key.startswith("user:") else f"worker:{key}", said) for key, said in found.items() if key not in mine
    ]


def person_of(key: str) -> tuple[str | None, str]:
    """This function will return the worker's key, where there is one, and the name of somebody who was chosen."""
    kind, _, number = key.partition(":")
    if kind == "worker":
        return number, worker_names([number]).get(number) or _account_name(number)
    return None, User.objects.get(pk=int(number)).name


def can_open(key: str, child: Child, *, asked_by: User, now: datetime) -> bool:
    """This function will say whether somebody who was chosen has an account that may open the child's record.

    The database is asked as that person, and then goes on as `asked_by`, who must be the transaction's viewer.
    """
    kind, _, number = key.partition(":")
    accounts = User.objects.filter(is_active=True)
    accounts = accounts.filter(worker_id=number) if kind == "worker" else accounts.filter(pk=int(number))
    found = list(accounts)
    try:
        return any(_sees(user, child, now) for user in found)
    finally:
        enter(asked_by, now=now)


def raiser_gone(row: Escalation) -> bool:
    """This function will say whether whoever raised a challenge has no active account any more."""
    accounts = User.objects.filter(is_active=True)
    raised = Q(worker_id=row.raised_by_id) if row.raised_by_id else Q(name=row.raised_by_name)
    return not accounts.filter(raised).exists()


def _sees(user: User, child: Child, now: datetime) -> bool:
    enter(user, now=now)
    return Child.every.filter(MaySee("pk"), pk=child.pk).exists()


def _account_name(worker_id: str) -> str:
    user = User.objects.filter(worker_id=worker_id, is_active=True).first()
    return user.name if user else NO_WORKER_NAME


def _in_charge(teams: set[str], today: date) -> list[tuple[User, str]]:
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    near = Q(role__in=NEAR) & (Q(team_id__in=teams) | Q(user__worker_id__in=_members(teams, today)))
    rows = RoleHeld.objects.filter(still, near | Q(role__in=ABOVE), started_on__lte=today, user__is_active=True)
    order = (*NEAR[::-1], *ABOVE)
    told = sorted(rows.select_related("user"), key=lambda row: (order.index(row.role), row.user.name))
    return [(row.user, row.role) for row in told]


def _managers(teams: set[str], today: date) -> list[tuple[str, str]]:
    keys = list(
        _memberships(teams, today).filter(role__in=(*NEAR, "service_manager")).values_list("worker_id", flat=True)
    )
    names = worker_names(keys)
    return [(key, names.get(key, NO_WORKER_NAME)) for key in keys]


def _members(teams: set[str], today: date) -> list[str]:
    return list(_memberships(teams, today).values_list("worker_id", flat=True))


def _memberships(teams: set[str], today: date) -> QuerySet[TeamMembership]:
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    ended = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    return TeamMembership.objects.filter(began, ended, team_id__in=teams).order_by("worker_id")
