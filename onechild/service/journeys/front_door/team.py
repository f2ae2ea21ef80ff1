"""Who works at the front door today, how many contacts each has in hand, and so who is free to take one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from onechild.service.access.models import RoleHeld
from onechild.service.access.roles import roles_that_may
from onechild.service.record.models import Intake, Team
from onechild.service.record.queries.work.in_post import in_post
from onechild.service.record.queries.workforce import people

KINDS = ("front_door", "emergency_duty")
WAITING = ("contact", "initial", "screening", "final")


@dataclass(frozen=True, kw_only=True)
class Hand:
    """Somebody at the front door today, whether they may decide, and how many contacts they have in hand."""

    worker_id: str
    name: str
    decides: bool
    holds: int


def hands(*, today: date) -> list[Hand]:
    """This function will return who is in post at the front door and not absent, those with fewest contacts first."""
    teams = Team.objects.filter(team_kind__in=KINDS).values_list("pk", flat=True)
    named = dict(in_post(list(teams), today=today))
    known, deciding = people(list(named), today=today), _deciding(list(named), today)
    held = Counter(
        Intake.objects.filter(stage__in=WAITING, holder_id__in=list(named)).values_list("holder_id", flat=True)
    )
    found = [
        Hand(worker_id=key, name=name, decides=key in deciding, holds=held[key])
        for key, name in named.items()
        if key not in known or not known[key].absent
    ]
    return sorted(found, key=lambda one: (one.holds, one.name, one.worker_id))


def free(team: Iterable[Hand], *, to_decide: bool, leaving_out: Iterable[str | None] = ()) -> Hand | None:
    """This function will return who has fewest in hand; to decide, of those who may. None for nobody."""
    out = set(leaving_out)
    return next((one for one in team if one.worker_id not in out and (one.decides or not to_decide)), None)


def _deciding(worker_ids: list[str], today: date) -> set[str | None]:
    """Those of these workers whose account has a role today that decides on contacts."""
    roles = [role.key for role in roles_that_may("decide_contact")]
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=today)
    held = RoleHeld.objects.filter(still, role__in=roles, started_on__lte=today, user__worker_id__in=worker_ids)
    return set(held.filter(user__is_active=True).values_list("user__worker_id", flat=True))
