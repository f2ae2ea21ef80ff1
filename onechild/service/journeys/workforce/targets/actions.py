"""Sets and ends targets of the workforce."""

from __future__ import annotations

from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed
from onechild.service.record.models import WorkforceTarget


def set_target(
    *, target: str, from_value: float, value: float, on: date, reach_by: date, words: str, by: Person, today: date
) -> WorkforceTarget:
    """Set a target from a day; one of the same kind that holds then ends on that day."""
    with change_set(by=by, kind="edit", words="Workforce target set"):
        for row in WorkforceTarget.objects.select_for_update().filter(target=target, ended_on=None):
            row.ended_on, row.end_recorded_on = max(on, row.started_on), today
            row.save(update_fields=["ended_on", "end_recorded_on"])
        return WorkforceTarget.objects.create(
            target=target,
            from_value=from_value,
            value=value,
            started_on=on,
            reach_by=reach_by,
            words=words,
            set_by_name=by.name,
            recorded_on=today,
        )


def end(*, target: WorkforceTarget, on: date, seen_version: int, by: Person, today: date) -> None:
    """End a target from a day. Raises Stale."""
    with change_set(by=by, kind="edit", words="Workforce target ended"):
        row = WorkforceTarget.objects.select_for_update().get(pk=target.pk)
        changed(row, seen_version=seen_version, typed={"ended_on": on})
        row.end_recorded_on = today
        row.save(update_fields=["ended_on", "end_recorded_on"])
