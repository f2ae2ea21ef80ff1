"""Gives the chair of a conference a part in the case, so that they may read what they chair, and ends that part."""

from __future__ import annotations

from datetime import date

from onechild.service.record.models import Allocation
from onechild.service.record.queries.caseload import open_allocations

CHAIRS = "reviewing_officer"


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
