"""Keeps that a worker takes fewer new children for a time, or none; never why."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.staffing.refused import THE_SOURCES, Refused
from onechild.service.record.models import Worker, WorkerLimit


def set_limit(
    *,
    worker_id: str,
    first_day: date,
    last_day: date | None,
    at_most_new: int | None,
    words: str,
    by: Person,
    today: date,
) -> WorkerLimit:
    """Keep a limit from one day to another, both counted; without a last day it holds until somebody ends it.

    It takes the place of one that holds on those days: that one ends the day before. This function will raise Refused
    where neither a number nor words say what the limit is, and for days the wrong way round.
    """
    if at_most_new is None and not words.strip():
        raise Refused("at_most_new", "Say how many new children at most, or in words what they can do.")
    if last_day is not None and last_day < first_day:
        raise Refused("last_day", "The last day can’t be before the first.")
    with change_set(by=by, kind="edit", words="Limit on new children set"):
        Worker.objects.select_for_update(no_key=True).get(pk=worker_id)
        for row in _since(worker_id, first_day).filter(origin=None):
            _end(row, on=max(first_day, row.started_on), today=today)
        return WorkerLimit.objects.create(
            worker_id=worker_id,
            started_on=first_day,
            ended_on=last_day + timedelta(days=1) if last_day else None,
            at_most_new=at_most_new,
            words=words.strip(),
            recorded_on=today,
        )


def end_limit(*, row: WorkerLimit, by: Person, today: date) -> None:
    """End a limit today, or take back one to come. Raises Refused for one that the staff system keeps."""
    if row.origin_id is not None:
        raise Refused("", THE_SOURCES)
    with change_set(by=by, kind="edit", words="Limit on new children ended"):
        _end(row, on=max(today, row.started_on), today=today)


def limits_of(worker_id: str, *, today: date) -> QuerySet[WorkerLimit]:
    """This function will return the limits that hold or are to come, the next first."""
    return _since(worker_id, today).order_by("started_on", "pk")


def _since(worker_id: str, day: date) -> QuerySet[WorkerLimit]:
    rows = WorkerLimit.objects.filter(worker_id=worker_id).exclude(ended_on=F("started_on"))
    return rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def _end(row: WorkerLimit, *, on: date, today: date) -> None:
    row.ended_on, row.end_recorded_on = on, today
    row.save(update_fields=["ended_on", "end_recorded_on"])
