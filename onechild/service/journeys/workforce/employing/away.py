"""Keeps absences with their kind, for those who keep the workforce; others see only that somebody is away."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import Q

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew_others
from onechild.service.record.actions.editing import changed
from onechild.service.record.actions.staffing.refused import THE_SOURCES, Refused
from onechild.service.record.models import Absence, Worker

A_DAY = timedelta(days=1)


def begin(*, worker_id: str, kind: str, first_day: date, last_day: date | None, by: Person, today: date) -> Absence:
    """Keep an absence from its first day to its last, both counted; without a last day until somebody ends it.

    This function will raise Refused for days the wrong way round, and where one of this kind is open already.
    """
    if last_day and last_day < first_day:
        raise Refused("last_day", "The last day can’t be before the first.")
    over = last_day + A_DAY if last_day else None
    with change_set(by=by, kind="edit", words="Absence recorded"):
        Worker.objects.select_for_update(no_key=True).get(pk=worker_id)
        then = Q(ended_on__isnull=True) | Q(ended_on__gt=first_day)
        same = Absence.objects.filter(then, worker_id=worker_id, absence_kind=kind)
        if over:
            same = same.filter(started_on__lt=over)
        if same.exists():
            raise Refused("first_day", "An absence of this kind is recorded on these days already.")
        row = Absence.objects.create(
            worker_id=worker_id, absence_kind=kind, started_on=first_day, ended_on=over, recorded_on=today
        )
        renew_others([worker_id])
        return row


def end(*, absence: Absence, back_on: date, seen_version: int, by: Person, today: date) -> None:
    """End an absence on the day that the worker is back. Raises Refused, Stale."""
    with change_set(by=by, kind="edit", words="Absence ended"):
        Worker.objects.select_for_update(no_key=True).get(pk=absence.worker_id)
        row = Absence.objects.select_for_update().get(pk=absence.pk)
        if row.origin_id is not None:
            raise Refused("ended_on", THE_SOURCES)
        if back_on < row.started_on:
            raise Refused("ended_on", "They can’t be back before the absence began.")
        changed(row, seen_version=seen_version, typed={"ended_on": back_on})
        row.end_recorded_on = today
        row.save(update_fields=["ended_on", "end_recorded_on"])
        renew_others([row.worker_id])
