"""Keeps the languages that a worker speaks with families and the areas they visit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed
from onechild.service.record.models import Worker, WorkerFact


def keep(*, worker_id: str, typed: Mapping[str, Any], seen_version: int, by: Person, today: date) -> WorkerFact:
    """Keep `languages` and `areas`; `seen_version` is 0 where nobody had kept any. Raises Stale (see `editing`)."""
    with change_set(by=by, kind="edit", words="Languages and areas changed"):
        Worker.objects.select_for_update(no_key=True).get(pk=worker_id)
        row = WorkerFact.objects.select_for_update().filter(worker_id=worker_id).first()
        if row is None:
            return WorkerFact.objects.create(worker_id=worker_id, recorded_on=today, **typed)
        if names := changed(row, seen_version=seen_version, typed=typed):
            row.recorded_on = today
            row.save(update_fields=[*names, "recorded_on"])
        return row
