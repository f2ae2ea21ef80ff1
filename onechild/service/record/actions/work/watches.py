"""Follows a child after a decision that sends them away: a redirect, a step down, a closure; and what is learned."""

from __future__ import annotations

from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Decision, Watch, WatchReading


def begin_watch(*, decision: Decision, kind: str, on: date) -> Watch:
    """Follow the decision's child from a day; `kind` is a key of WatchKind. Returns the watch.

    Call it inside the change-set of the decision. A decision is watched once: a second call returns the first watch.
    """
    found = Watch.objects.filter(decision=decision).first()
    return found or Watch.objects.create(
        child_id=decision.child_id,
        kind=kind,
        decision=decision,
        decided_by_id=decision.decided_by_id,
        started_on=on,
        # The decision is written now, for whichever day it holds.
        recorded_on=decision.recorded_on or on,
    )


def end_watch(*, decision: Decision, reason: str, on: date) -> None:
    """End the watch of a decision that was reversed: nothing that comes back is traced to it any more.

    Call it inside the change-set of the reversal.
    """
    for row in Watch.objects.filter(decision=decision, ended_on__isnull=True):
        row.ended_on, row.end_recorded_on, row.end_reason = max(on, row.started_on), on, reason
        row.save(update_fields=["ended_on", "end_recorded_on", "end_reason"])


def write_reading(
    *,
    watch: Watch,
    came_back: str,
    came_back_id: str,
    came_back_on: date,
    learned: str,
    worker_id: str | None,
    by: Person,
    today: date,
) -> WatchReading:
    """Write down what one learns from a child's coming back after one's decision, and return it.

    Who has written about it already gets what they wrote then: nothing is written twice.
    """
    with change_set(by=by, kind="edit", words="What a decider learned when a child came back"):
        locked([watch.child_id])
        mine = WatchReading.objects.filter(watch=watch, came_back_id=came_back_id, read_by_id=worker_id)
        return mine.first() or WatchReading.objects.create(
            child_id=watch.child_id,
            watch=watch,
            happened_on=today,
            recorded_on=today,
            came_back=came_back,
            came_back_id=came_back_id,
            came_back_on=came_back_on,
            read_by_id=worker_id,
            read_by_name=by.name,
            learned=learned,
        )
