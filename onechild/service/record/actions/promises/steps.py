"""What every act on a promise has in common: the row locked, a step written beside it, the child's silences renewed."""

from __future__ import annotations

from datetime import date, datetime

from onechild.service.record.actions.change_sets import Person
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Direction, DirectionStep


class NotPossible(Exception):
    """This can't be done to the promise as it stands, or not by this person; the message is for its reader."""


def locked_row(direction: Direction) -> Direction:
    """This function will lock the child, then the promise, and return the promise as it is now."""
    locked([direction.child_id])
    return Direction.objects.select_for_update().get(pk=direction.pk)


def open_row(direction: Direction) -> Direction:
    """This function will lock a promise that is neither kept nor withdrawn. Raises NotPossible."""
    row = locked_row(direction)
    if row.done_on is not None:
        raise NotPossible("This promise was marked kept already.")
    if row.withdrawn_on is not None:
        raise NotPossible("This promise was withdrawn already.")
    return row


def note(
    row: Direction,
    step: str,
    *,
    words: str = "",
    by: Person | str,
    by_worker_id: str | None,
    by_name: str = "",
    now: datetime,
    today: date,
    from_owner_id: str | None = None,
    to_owner_id: str | None = None,
    from_due_on: date | None = None,
    to_due_on: date | None = None,
    evidence_kind: str = "",
    evidence_id: str = "",
) -> DirectionStep:
    """This function will write that something happened to a promise, and return the step."""
    return DirectionStep.objects.create(
        child_id=row.child_id,
        direction=row,
        step=step,
        at=now,
        happened_on=today,
        recorded_on=today,
        by_worker_id=by_worker_id,
        by_name=by_name or (by if isinstance(by, str) else by.name),
        words=words,
        from_owner_id=from_owner_id,
        to_owner_id=to_owner_id,
        from_due_on=from_due_on,
        to_due_on=to_due_on,
        evidence_kind=evidence_kind,
        evidence_id=evidence_id,
    )
