"""Who signs in to a demonstration: one account for each role, joined to an invented worker whose work suits it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Count, Q, QuerySet

from onechild.service.access.models import RoleHeld, User
from onechild.service.access.roles import BY_ROLE, ROLES, Role
from onechild.service.record.models import Allocation, Team, TeamMembership, WorkerName

AT = "hatterton.example"  # a domain that can't be anybody's
INSPECTION = timedelta(days=28)
A_FULL_CASELOAD = (15, 18)


@dataclass(frozen=True)
class Picked:
    """How a role's worker is found: the part they play in a team, and the kinds of team, the best first."""

    plays: tuple[str, ...]
    teams: tuple[str, ...] = ()


CASE_TEAMS = ("family_safeguarding", "assessment", "looked_after", "disabilities")
PICKS: dict[str, Picked] = {
    "social_worker": Picked(("social_worker",), ("family_safeguarding",)),
    "newly_qualified": Picked(("newly_qualified", "social_worker"), CASE_TEAMS),
    "senior_practitioner": Picked(("senior_practitioner",), CASE_TEAMS),
    "family_worker": Picked(("family_worker",)),
    "personal_adviser": Picked(("personal_adviser",)),
    "lead_practitioner": Picked(("family_worker",), CASE_TEAMS),
    "lead_child_protection_practitioner": Picked(("senior_practitioner", "social_worker"), ("family_safeguarding",)),
    "deputy_manager": Picked(("deputy_manager",), CASE_TEAMS),
    "team_manager": Picked(("team_manager",), CASE_TEAMS),
    "service_manager": Picked(("service_manager",)),
    "reviewing_officer": Picked(("reviewing_officer",)),
    "conference_chair": Picked(("reviewing_officer",)),
    "front_door": Picked(("social_worker", "senior_practitioner", "team_manager"), ("front_door",)),
    "triage_officer": Picked(("social_worker", "senior_practitioner", "family_worker"), ("front_door",)),
    "emergency_duty": Picked(("social_worker", "senior_practitioner"), ("emergency_duty", "front_door")),
    "fostering": Picked(("supervising_social_worker",), ("fostering",)),
}
SEVERAL_TEAMS = {"service_manager": ("family_safeguarding",)}
# Those who run the same team as the social worker, so that one child can be looked at through several eyes.
SAME_TEAM = ("team_manager", "deputy_manager", "senior_practitioner")


@transaction.atomic
def open_accounts(*, today: date, now: datetime, phrase: str) -> list[dict[str, str]]:
    """Give every role that has none an account with the phrase as its password.

    This function will return each sign-in: role, its name, the account's e-mail address and the person's name.
    """
    hashed = make_password(phrase)  # once: it takes a fifth of a second, as it should, and they share it anyway
    taken: set[str] = set()
    home: str | None = None
    sign_ins = []
    for role in ROLES:
        place = _worker(role.key, today=today, taken=taken, home=home if role.key in SAME_TEAM else None)
        if place:
            taken.add(place.worker_id)
            home = home or (place.team_id if role.key == "social_worker" else None)
        user = _account(role.key, place, now=now, hashed=hashed)
        _give(role, user, today=today)
        team = Team.objects.filter(pk=place.team_id).values_list("name", flat=True).first() if place else ""
        sign_ins.append({"role": role.key, "of": role.name, "email": user.email, "name": user.name, "team": team or ""})
    return sign_ins


def _give(role: Role, user: User, *, today: date) -> None:
    """A service manager answers for all teams of one kind; everybody else has the teams that they are a member of."""
    if RoleHeld.objects.filter(user=user, role=role.key).exists():
        return
    ends = today + INSPECTION if role.ends else None
    of_kind = Team.objects.filter(team_kind__in=SEVERAL_TEAMS.get(role.key, ())).order_by("team_id")
    for team in (None, *of_kind.values_list("team_id", flat=True)):
        RoleHeld.objects.create(
            user=user, role=role.key, team_id=team, started_on=today, ended_on=ends, reason="demonstration"
        )


def _account(role: str, place: TeamMembership | None, *, now: datetime, hashed: str) -> User:
    email = f"{role.replace('_', '.')}@{AT}"
    kept = User.objects.filter(email=email).first()
    if kept:
        return kept
    name = (
        WorkerName.objects.filter(worker_id=place.worker_id).values_list("name", flat=True).first() if place else None
    )
    return User.objects.create(
        email=email,
        name=name or BY_ROLE[role].name,
        worker_id=place.worker_id if place else None,
        created_at=now,
        password=hashed,
    )


def _worker(role: str, *, today: date, taken: set[str], home: str | None) -> TeamMembership | None:
    """The worker with a full caseload where there is one, else the one with most; always the same one."""
    pick = PICKS.get(role)
    if pick is None:
        return None
    places = TeamMembership.objects.filter(_open(today), role__in=pick.plays).exclude(worker_id__in=taken)
    for narrowed in (_in_team(places, home), _of_kind(places, pick.teams), places):
        found = _busiest(list(narrowed), today)
        if found:
            return found
    return None


def _in_team(places: QuerySet[TeamMembership], team: str | None) -> QuerySet[TeamMembership]:
    return places.filter(team_id=team) if team else places.none()


def _of_kind(places: QuerySet[TeamMembership], kinds: tuple[str, ...]) -> QuerySet[TeamMembership]:
    return places.filter(team_id__in=Team.objects.filter(team_kind__in=kinds).values("team_id"))


def _busiest(places: list[TeamMembership], today: date) -> TeamMembership | None:
    workers = [place.worker_id for place in places]
    held = (
        Allocation.objects.filter(_open(today), worker_id__in=workers)
        .values("worker_id")
        .annotate(cases=Count("child_id", distinct=True))
    )
    cases = {row["worker_id"]: row["cases"] for row in held}
    fewest, most = A_FULL_CASELOAD

    def suits(place: TeamMembership) -> tuple[bool, int, str]:
        count = cases.get(place.worker_id, 0)
        return (not fewest <= count <= most, -count, place.worker_id)

    return min(places, key=suits, default=None)


def _open(today: date) -> Q:
    return (Q(started_on__isnull=True) | Q(started_on__lte=today)) & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
