"""What waits for those who keep the workforce: somebody leaves within four weeks and holds children still."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.urls import reverse

from onechild.service.journeys.workforce.counted import cases_on
from onechild.service.record.models import Employment
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names
from onechild.service.record.queries.work.waiting import Somebody, Waiting

AHEAD = timedelta(weeks=4)


def waiting_for(viewer: Somebody, *, today: date, now: datetime) -> Sequence[Waiting]:
    """This function will return leavers of the next four weeks who lead the work with children: three queries."""
    if not viewer.may("plan_workforce"):
        return []
    leaving = Employment.objects.filter(ended_on__gt=today, ended_on__lte=today + AHEAD)
    goes_on = Employment.objects.filter(ended_on=None).values("worker_id")
    ends: dict[str, date] = {}
    for row in leaving.exclude(worker_id__in=goes_on):
        if row.ended_on:
            ends[row.worker_id] = max(row.ended_on, ends.get(row.worker_id, row.ended_on))
    if not ends:
        return []
    held, names = cases_on(today), worker_names(ends)
    return [
        Waiting(
            title=f"{names.get(key, NO_WORKER_NAME)} leaves, and holds {held[key]} children",
            does="Share their children out",
            page=f"{reverse('workforce-people')}?leaving={key}",
            why="No child should be without a worker for a day (local standard).",
            due_on=day - timedelta(days=1),
        )
        for key, day in sorted(ends.items(), key=lambda one: one[1])
        if held.get(key)
    ]
