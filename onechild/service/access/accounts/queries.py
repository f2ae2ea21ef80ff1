"""Accounts as a list and one by one: their roles, whether they are locked, and where they are signed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from axes.models import AccessAttempt  # type: ignore[import-untyped]
from django.db.models import Prefetch, Q, QuerySet, Sum

from onechild.service.access.models import RoleHeld, User
from onechild.service.access.roles import BY_ROLE
from onechild.service.record.models import Team


@dataclass(frozen=True, kw_only=True)
class Holding:
    """A role as an account's page shows it."""

    row: RoleHeld
    name: str
    says: str
    team: str
    ended: bool


def accounts(*, words: str = "", ended: bool = False) -> QuerySet[User]:
    """This function will return accounts by name, those with the words in name or address, each with its roles."""
    found = User.objects.filter(is_active=not ended).order_by("name", "pk")
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return found.prefetch_related(Prefetch("roles_held", RoleHeld.objects.order_by("-started_on"), to_attr="holdings"))


def holdings_of(account: User, *, today: date) -> list[Holding]:
    """This function will return the roles of an account, those in force first."""
    rows = list(account.roles_held.order_by("-started_on", "-pk"))
    teams = team_names(row.team_id for row in rows if row.team_id)
    made = [
        Holding(
            row=row,
            name=BY_ROLE[row.role].name if row.role in BY_ROLE else row.role,
            says=BY_ROLE[row.role].says if row.role in BY_ROLE else "",
            team=teams.get(row.team_id or "", ""),
            ended=row.ended_on is not None and row.ended_on <= today,
        )
        for row in rows
    ]
    return sorted(made, key=lambda holding: holding.ended)


def roles_today(rows: Iterable[RoleHeld], *, today: date) -> list[str]:
    """This function will return the names of the roles in force."""
    current = [row for row in rows if row.started_on <= today and (row.ended_on is None or row.ended_on > today)]
    return list(dict.fromkeys(BY_ROLE[row.role].name for row in current if row.role in BY_ROLE))


def locked(emails: Iterable[str], *, now: datetime, tries: int, lasts: timedelta) -> set[str]:
    """This function will return the e-mail addresses that are locked at some address."""
    counts: Any = (
        AccessAttempt.objects.filter(username__in=list(emails), attempt_time__gt=now - lasts)
        .values("username", "ip_address")
        .annotate(tries=Sum("failures_since_start"))
        .filter(tries__gte=tries)
    )
    return {str(row["username"]) for row in counts}


def team_names(team_ids: Iterable[str]) -> dict[str, str]:
    """This function will return the names of teams by id."""
    return dict(Team.objects.filter(pk__in=list(team_ids)).values_list("pk", "name"))


def teams_on(day: date) -> list[tuple[str, str]]:
    """This function will return the teams that there are on a day, by name, for a choice."""
    there = Team.objects.filter(Q(ended_on=None) | Q(ended_on__gt=day)).order_by("name")
    return [("", "The teams that they belong to"), *there.values_list("pk", "name")]
