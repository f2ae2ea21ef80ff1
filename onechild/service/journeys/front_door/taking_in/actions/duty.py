"""Says who holds the front door out of hours, and ends that."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.models import OutOfHoursHolder


def hold(
    *, worker_id: str, name: str, phone: str, starts_at: datetime, ends_at: datetime, by: Person, now: datetime
) -> OutOfHoursHolder:
    """Name who holds the front door between two moments, and return the row; a later start goes before an earlier."""
    with change_set(by=by, kind="edit", words="Holder out of hours named"):
        return OutOfHoursHolder.objects.create(
            worker_id=worker_id, name=name, phone=phone, starts_at=starts_at, ends_at=ends_at, recorded_on=london(now)
        )


def end(*, holder: OutOfHoursHolder, by: Person, now: datetime) -> None:
    """End a turn now; one that has not begun is taken away."""
    with change_set(by=by, kind="edit", words="Turn out of hours ended"):
        row = OutOfHoursHolder.objects.select_for_update().get(pk=holder.pk)
        if row.starts_at >= now:
            row.gone_at = now
            row.save(update_fields=["gone_at"])
        elif row.ends_at > now:
            row.ends_at = now
            row.save(update_fields=["ends_at"])
