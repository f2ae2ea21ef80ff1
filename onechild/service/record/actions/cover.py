"""Names who covers for a worker who is away, child by child, and ends it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Child, Cover


def give(
    *,
    children: Sequence[Child],
    worker_id: str,
    by_worker_id: str,
    first_day: date,
    last_day: date,
    reason: str,
    by: Person,
    today: date,
) -> list[Cover]:
    """Have `by_worker_id` see to these children in place of `worker_id` from one day to another, both counted.

    A child whom somebody covers already in those days has the new one from then on: the old ends the day before.
    """
    ids = sorted(child.pk for child in children)
    with change_set(by=by, kind="edit", words="Cover named"):
        locked(ids)
        before = Cover.objects.filter(child_id__in=ids, worker_id=worker_id, ended_on__gt=first_day)
        _end(before, on=first_day, reason="Somebody else covers", today=today)
        return [
            Cover.objects.create(
                child=child,
                worker_id=worker_id,
                by_worker_id=by_worker_id,
                started_on=first_day,
                ended_on=last_day + timedelta(days=1),
                reason=reason,
                given_by=by.name,
                recorded_on=today,
            )
            for child in children
        ]


def end(*, covers: Collection[Cover], reason: str, by: Person, today: date) -> None:
    """End cover from today: the one who covered has no more to do with these children from this moment."""
    with change_set(by=by, kind="edit", words="Cover ended"):
        locked(sorted({cover.child_id for cover in covers}))
        rows = Cover.objects.filter(pk__in=[cover.pk for cover in covers], ended_on__gt=today)
        _end(rows, on=today, reason=reason, today=today)


def _end(rows: Iterable[Cover], *, on: date, reason: str, today: date) -> None:
    for row in rows:
        row.ended_on, row.end_reason, row.end_recorded_on = max(on, row.started_on), reason, today
        row.save(update_fields=["ended_on", "end_reason", "end_recorded_on"])
