"""What waits for a named manager on My day: children who wait and whom they have not looked at in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.urls import reverse

from onechild.service.record.models import Oversight
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.work.waiting import Somebody, Waiting
from onechild.service.record.queries.workload.waiting_list import LOOK, limits


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> Sequence[Waiting]:
    """This function will return the looks that the viewer owes by today as named manager: one query, else three."""
    if not viewer.worker_id or not viewer.may("allocate"):
        return []
    rows = open_allocations(today).filter(role="lead", worker=None, responsible_manager_id=viewer.worker_id)
    mine = list(rows.values_list("child_id", "child__la_child_id", "started_on"))
    if not mine:
        return []
    by = limits(today=today)
    looks = Oversight.objects.filter(child_id__in=[child_id for child_id, _, _ in mine], about=LOOK)
    last = dict(looks.order_by("happened_on").values_list("child_id", "happened_on"))
    found = [
        Waiting(
            title="Look at a child who waits for a worker",
            does="Look",
            page=reverse("waiting-look", args=[la_child_id]),
            why="You are the named manager until there is a worker.",
            child_ids=(child_id,),
            due_on=by.look_by(since, last.get(child_id)),
        )
        for child_id, la_child_id, since in mine
    ]
    return [one for one in found if one.due_on and one.due_on <= today]
