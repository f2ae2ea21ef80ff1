"""Keeps what the census asks of a worker and of an employment, beside rows that may be the staff system's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed
from onechild.service.record.models import Employment, EmploymentNote, Worker, WorkerDetail


def keep_details(*, worker_id: str, typed: Mapping[str, Any], seen_version: int, by: Person, today: date) -> None:
    """Keep a worker's census details. `seen_version` is 0 where nobody had kept any. Raises Stale."""
    with change_set(by=by, kind="edit", words="Census details of a worker kept"):
        Worker.objects.select_for_update(no_key=True).get(pk=worker_id)
        row = WorkerDetail.objects.select_for_update().filter(worker_id=worker_id).first()
        if row is None:
            WorkerDetail.objects.create(worker_id=worker_id, recorded_on=today, **typed)
        elif names := changed(row, seen_version=seen_version, typed=typed):
            row.recorded_on = today
            row.save(update_fields=[*names, "recorded_on"])


def keep_origin(
    *, employment: Employment, typed: Mapping[str, Any], seen_version: int, by: Person, today: date
) -> None:
    """Keep where a worker came from and went to. `seen_version` is 0 where nobody had kept it. Raises Stale."""
    with change_set(by=by, kind="edit", words="Census details of an employment kept"):
        Worker.objects.select_for_update(no_key=True).get(pk=employment.worker_id)
        row = EmploymentNote.objects.select_for_update().filter(employment=employment).first()
        if row is None:
            EmploymentNote.objects.create(employment=employment, recorded_on=today, **typed)
        elif names := changed(row, seen_version=seen_version, typed=typed):
            row.recorded_on = today
            row.save(update_fields=[*names, "recorded_on"])
