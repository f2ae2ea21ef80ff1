"""Who may chair a conference: a chair of the service who does not work with the children nor manages who does."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from onechild.service.record.models import Allocation, Team, TeamMembership
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.names import worker_names

CHAIRS = "reviewing_officer"
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


def bring_in(*, child_id: str, chair_id: str, today: date) -> None:
    """Give the chair a part in the case, so that they may read what they chair; call it inside a change-set."""
    mine = open_allocations(today).filter(child_id=child_id, worker_id=chair_id, role=CHAIRS)
    if not mine.exists():
        Allocation.objects.create(
            child_id=child_id, worker_id=chair_id, role=CHAIRS, started_on=today, recorded_on=today
        )


def let_go(*, child_id: str, today: date) -> None:
    """End the chair's part that OneChild gave, where no plan is left to chair; call it inside a change-set."""
    for row in open_allocations(today).filter(child_id=child_id, role=CHAIRS, team_id=None, origin__isnull=True):
        row.ended_on, row.end_recorded_on = max(today, row.started_on), today
        row.save(update_fields=["ended_on", "end_recorded_on"])


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
