"""Who holds which children: a worker's own, a team's, and the children who wait for a worker."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from onechild.service.record.models import Allocation


@dataclass(frozen=True, kw_only=True)
class Held:
    """A child in a team's or worker's hands; with no worker, on the team's list. `role` is the code of the part."""

    child_id: str
    worker_id: str
    team_id: str
    role: str
    since: date
    priority: str = ""
    manager_id: str = ""

    @property
    def leads(self) -> bool:
        """Whether the worker holds the case."""
        return self.role == "lead"


def open_allocations(today: date) -> QuerySet[Allocation]:
    """This function will return the allocations that hold at the end of the day."""
    return Allocation.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today), started_on__lte=today)


def held_by(worker_id: str, *, today: date) -> list[Held]:
    """This function will return the children whom a worker holds or works with, the longest held first: one query.

    A child whom the worker holds in two parts stands once, as the lead's.
    """
    if not worker_id:
        return []
    found = _held(open_allocations(today).filter(worker_id=worker_id))
    once: dict[str, Held] = {}
    for one in sorted(found, key=lambda one: (not one.leads, one.since)):
        once.setdefault(one.child_id, one)
    return sorted(once.values(), key=lambda one: (one.since, one.child_id))


def held_by_team(team_id: str, *, today: date) -> list[Held]:
    """This function will return the cases of a team, and the children on its list with no worker: one query."""
    found = _held(open_allocations(today).filter(team_id=team_id, role="lead"))
    return sorted(set(found), key=lambda one: (one.since, one.child_id))


def around(child_ids: Collection[str], *, today: date) -> dict[str, list[Held]]:
    """This function will return everybody who works with each of these children, the lead first: one query."""
    found: dict[str, list[Held]] = {child_id: [] for child_id in child_ids}
    if child_ids:
        for one in _held(open_allocations(today).filter(child_id__in=list(child_ids))):
            found[one.child_id].append(one)
    return {child_id: sorted(held, key=lambda one: (not one.leads, one.since)) for child_id, held in found.items()}


def _held(rows: QuerySet[Allocation]) -> Iterable[Held]:
    wanted = ("child_id", "worker_id", "team_id", "role", "started_on", "priority", "responsible_manager_id")
    for child_id, worker_id, team_id, role, since, priority, manager_id in rows.values_list(*wanted):
        yield Held(
            child_id=child_id,
            worker_id=worker_id or "",
            team_id=team_id or "",
            role=role,
            since=since,
            priority=priority or "",
            manager_id=manager_id or "",
        )
