"""Who holds a child now or from a later day, and the stamp by which a form is told that this changed meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q

from onechild.service.record.models import Allocation, AllocationMove
from onechild.service.record.models.allocation_move import MoveVerb

NOBODY = "nobody"


def lead_rows(child_ids: Collection[str], *, on: date) -> dict[str, list[Allocation]]:
    """This function will return the lead allocations that run at the end of the day or begin later: one query.

    With no worker the child waits. Where sources contradict each other there can be several of one day.
    """
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    found: dict[str, list[Allocation]] = defaultdict(list)
    for row in Allocation.objects.filter(still, child_id__in=child_ids, role="lead").order_by("started_on", "pk"):
        found[row.child_id].append(row)
    return found


def stamp(rows: Collection[Allocation]) -> str:
    """This function will return the stamp of a child's lead rows: another one as soon as any of them is changed."""
    return "-".join(f"{row.pk}.{row.edit_version}" for row in rows) or NOBODY


def stamps(child_ids: Collection[str], *, today: date) -> dict[str, str]:
    """This function will return, for each of these children, who holds them as a stamp for a form: one query."""
    rows = lead_rows(child_ids, on=today)
    return {child_id: stamp(rows.get(child_id, ())) for child_id in child_ids}


def last_moves(child_ids: Collection[str]) -> dict[str, AllocationMove]:
    """This function will return, for each child, the last move of who leads that was not undone: one query."""
    co_work = (MoveVerb.CO_WORKER, MoveVerb.CO_WORKER_ENDED)
    rows = AllocationMove.objects.filter(child_id__in=child_ids, undone_at__isnull=True).exclude(verb__in=co_work)
    return {row.child_id: row for row in rows.order_by("at", "pk")}
