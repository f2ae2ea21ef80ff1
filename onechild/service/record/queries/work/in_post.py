"""Which workers are in post in a team on a day: whom a page may offer where a worker has to be named."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from onechild.service.record.models import Employment, TeamMembership
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names


def in_post(team_ids: Collection[str | None], *, today: date) -> list[tuple[str, str]]:
    """This function will return workers of these teams by key and name, in the order of their names: three queries.

    Who has left the council's service is left out, whatever the team's list says.
    """
    members = TeamMembership.objects.filter(_on(today), team_id__in=[one for one in team_ids if one])
    ids = set(members.values_list("worker_id", flat=True))
    known = Employment.objects.filter(worker_id__in=ids)
    left = set(known.values_list("worker_id", flat=True)) - set(
        known.filter(_on(today)).values_list("worker_id", flat=True)
    )
    names = worker_names(ids - left)
    return sorted(((key, names.get(key, NO_WORKER_NAME)) for key in ids - left), key=lambda one: (one[1], one[0]))


def team_in_post(worker_id: str, *, among: Collection[str | None], today: date) -> str | None:
    """This function will return the team, of those given, that a worker is a member of on the day; None of none."""
    rows = TeamMembership.objects.filter(_on(today), worker_id=worker_id, team_id__in=[one for one in among if one])
    return rows.order_by("pk").values_list("team_id", flat=True).first()


def _on(today: date) -> Q:
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    return began & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
