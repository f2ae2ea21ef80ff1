"""Gives a promise for a child, and passes what is open to the next worker with the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.promises.steps import note
from onechild.service.record.models import Allocation, Child, Direction, DirectionStepKind, PlanAction
from onechild.service.record.queries.caseload import open_allocations


def give(
    *,
    child: Child,
    words: str,
    owner_id: str | None,
    due_on: date | None,
    given_in: str,
    given_in_id: str | None = None,
    given_by_id: str | None = None,
    by: Person,
    by_worker_id: str | None,
    by_name: str = "",
    now: datetime,
    today: date,
) -> Direction:
    """Say what must be done for a child, by whom and by when, and return it.

    `given_in` is a code of `direction_source`, `given_in_id` the key of the supervision, audit or review it was given
    in. `owner_id` is None only where the child waits for a worker: the first one gets it.
    """
    with change_set(by=by, kind="edit", words="Promise given"):
        locked([child.pk])
        row = Direction.objects.create(
            child=child,
            happened_on=today,
            recorded_on=today,
            given_in=given_in,
            given_in_id=given_in_id or None,
            given_by_id=given_by_id or by_worker_id,
            owner_id=owner_id or None,
            words=words,
            due_on=due_on,
        )
        note(
            row,
            DirectionStepKind.GIVEN,
            words=words,
            by=by,
            by_worker_id=by_worker_id,
            by_name=by_name,
            now=now,
            today=today,
            to_owner_id=row.owner_id,
            to_due_on=due_on,
        )
        renew([child.pk])
        return row


@dataclass(frozen=True, kw_only=True)
class Passed:
    """What went to the next worker: each promise and each action of a plan by key, with who kept it before."""

    promises: dict[str, str | None]
    actions: dict[str, str | None]
    rows: tuple[Direction, ...] = ()


def pass_on(
    *,
    child: Child,
    from_worker_id: str | None,
    to_worker_id: str | None,
    by: Person | str,
    by_worker_id: str | None,
    by_name: str = "",
    now: datetime,
    today: date,
) -> Passed:
    """Pass what is open to the next lead worker: called when a case changes hands, and by a manager's button.

    This function will pass on the old lead's promises, those that nobody was named for, and those of earlier leads who
    no longer work with the child; actions of plans follow them. It returns what moved, and whose it was. Where the
    child waits with no worker (`to_worker_id` None) they stay with their owner until there is one.
    """
    if not to_worker_id:
        return Passed(promises={}, actions={})
    with change_set(by=by, kind="edit", words="Promises passed on with the case"):
        locked([child.pk])
        gone = _left(child.pk, today=today) - {to_worker_id}
        if from_worker_id and from_worker_id != to_worker_id:
            gone.add(from_worker_id)
        mine = Q(owner_id__in=gone) | Q(owner__isnull=True)
        rows = Direction.objects.select_for_update().filter(
            mine, child_id=child.pk, done_on__isnull=True, withdrawn_on__isnull=True
        )
        moved = list(rows.order_by("pk"))
        promises: dict[str, str | None] = {}
        for row in moved:
            promises[row.pk] = row.owner_id
            before, row.owner_id = row.owner_id, to_worker_id
            row.save(update_fields=["owner"])
            note(
                row,
                DirectionStepKind.PASSED,
                by=by,
                by_worker_id=by_worker_id,
                by_name=by_name,
                now=now,
                today=today,
                from_owner_id=before,
                to_owner_id=to_worker_id,
            )
        actions: dict[str, str | None] = {}
        for action in PlanAction.objects.filter(child_id=child.pk, done_on__isnull=True, owner_id__in=gone):
            actions[action.pk] = action.owner_id
            action.owner_id = to_worker_id
            action.save(update_fields=["owner"])
        if moved:
            renew([child.pk])
        return Passed(promises=promises, actions=actions, rows=tuple(moved))


def _left(child_id: str, *, today: date) -> set[str]:
    """The workers who led on the child once and no longer work with the child in any part."""
    led = Allocation.objects.filter(child_id=child_id, role="lead", worker__isnull=False, started_on__lte=today)
    there = open_allocations(today).filter(child_id=child_id, worker__isnull=False)
    return set(led.values_list("worker_id", flat=True)) - set(there.values_list("worker_id", flat=True))
