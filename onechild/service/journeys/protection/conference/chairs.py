"""Who may chair a conference: a chair of the service who does not work with the children nor manages who does."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from onechild.service.record.actions.work.chairs import CHAIRS
from onechild.service.record.models import Team, TeamMembership
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.names import worker_names

MANAGE = ("team_manager", "service_manager")


def chairs_for(child_ids: Collection[str], *, today: date) -> list[tuple[str, str]]:
    """This function will return the workers who may chair for all these children, with their names, by name."""
    near = near_to(child_ids, today=today)
    reviewing = Q(role=CHAIRS) | Q(team_id__in=Team.objects.filter(team_kind="reviewing").values("pk"))
    rows = TeamMembership.objects.filter(_now(today), reviewing).exclude(role__in=MANAGE)
    found = sorted(set(rows.values_list("worker_id", flat=True)) - near)
    names = worker_names(found)
    return sorted(((key, names[key]) for key in found if key in names), key=lambda one: (one[1], one[0]))


def near_to(child_ids: Collection[str], *, today: date) -> set[str]:
    """This function will return who works with one of these children or manages the work, by worker id.

    That is whoever holds a part in the case (not as its chair), and the managers of the lead's team and of those above.
    """
    held = open_allocations(today).filter(child_id__in=child_ids)
    workers = set(held.exclude(role=CHAIRS).exclude(worker_id=None).values_list("worker_id", flat=True))
    named = set(held.exclude(responsible_manager_id=None).values_list("responsible_manager_id", flat=True))
    teams = _and_above(set(held.filter(role="lead").exclude(team_id=None).values_list("team_id", flat=True)))
    managing = TeamMembership.objects.filter(_now(today), team_id__in=teams, role__in=MANAGE)
    return {str(one) for one in (*workers, *named, *managing.values_list("worker_id", flat=True))}


def _and_above(teams: set[str]) -> set[str]:
    parents = dict(Team.objects.exclude(parent_team_id=None).values_list("pk", "parent_team_id"))
    found, reached = set(teams), set(teams)
    while reached:
        reached = {str(parents[one]) for one in reached if one in parents} - found
        found |= reached
    return found


def _now(today: date) -> Q:
    began = Q(started_on__isnull=True) | Q(started_on__lte=today)
    return began & (Q(ended_on__isnull=True) | Q(ended_on__gt=today))
