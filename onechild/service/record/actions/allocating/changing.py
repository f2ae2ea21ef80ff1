"""Changes how urgently a child waits and who answers for the child meanwhile; names a co-worker and ends that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Unpack

from onechild.service.record.actions.allocating.acting import Act, Acting, NotPossible
from onechild.service.record.actions.allocating.rows import end, note
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Allocation, AllocationMove, Child
from onechild.service.record.models.allocation_move import MoveVerb
from onechild.service.record.queries.workload.holders import lead_rows


def change_priority(*, children: Sequence[Child], priority: str, **acting: Unpack[Acting]) -> list[AllocationMove]:
    """Change how urgently these children are held or wait: `priority` is a code. Raises NotPossible."""
    act = Act(**acting)
    with change_set(by=act.by, kind="edit", words="Priority on the list changed"):
        return _change(children, "priority", priority, MoveVerb.PRIORITY, act)


def change_manager(*, children: Sequence[Child], manager_id: str, **acting: Unpack[Acting]) -> list[AllocationMove]:
    """Name another manager who answers for these children while they wait. Raises NotPossible."""
    act = Act(**acting)
    with change_set(by=act.by, kind="edit", words="Named manager changed"):
        return _change(children, "responsible_manager_id", manager_id, MoveVerb.MANAGER, act)


def add_co_worker(
    *, child: Child, worker_id: str, team_id: str | None, on: date, **acting: Unpack[Acting]
) -> AllocationMove:
    """Name a worker who works beside the lead, from a day; who holds the case stays the same. Raises NotPossible."""
    act = Act(**acting)
    with change_set(by=act.by, kind="edit", words="Co-worker named"):
        locked([child.pk])
        rows = lead_rows([child.pk], on=on).get(child.pk, [])
        if any(row.worker_id == worker_id for row in rows):
            raise NotPossible("This worker leads on the child already.")
        there = Allocation.objects.filter(child=child, worker_id=worker_id, role="co_worker")
        if any(row.ended_on is None or row.ended_on > on for row in there):
            raise NotPossible("This worker is a co-worker of the child already.")
        made = Allocation.objects.create(
            child=child, worker_id=worker_id, team_id=team_id, role="co_worker", started_on=on, recorded_on=act.today
        )
        move = note(MoveVerb.CO_WORKER, child=child, on=on, act=act, made=made)
        renew([child.pk])
    return move


def end_co_worker(*, allocation: Allocation, on: date, **acting: Unpack[Acting]) -> AllocationMove:
    """End a co-worker's part, from a day. Raises NotPossible."""
    act = Act(**acting)
    with change_set(by=act.by, kind="edit", words="Co-worker's part ended"):
        child = locked([allocation.child_id])[allocation.child_id]
        row = Allocation.objects.get(pk=allocation.pk)
        if row.ended_on is not None and row.ended_on <= on:
            raise NotPossible("This co-worker’s part has ended already.")
        if on < row.started_on:
            raise NotPossible("It can’t end before it began.")
        before = end(row, on=on, act=act)
        move = note(MoveVerb.CO_WORKER_ENDED, child=child, on=on, act=act, ended=[row], before={"ended": [before]})
        renew([child.pk])
    return move


def _change(children: Sequence[Child], field: str, value: str, verb: MoveVerb, act: Act) -> list[AllocationMove]:
    ids = sorted(child.pk for child in children)
    locked(ids)
    held = lead_rows(ids, on=act.today)
    moves = []
    for child in children:
        rows = held.get(child.pk, [])
        if not rows:
            raise NotPossible("Nobody holds this child, and the child waits on no list.")
        row = rows[0]
        was = getattr(row, field)
        if was == value:
            continue
        setattr(row, field, value)
        row.save(update_fields=[field])
        move = note(verb, child=child, on=act.today, act=act, made=row, before={"field": field, "was": was})
        moves.append(move)
    renew(ids)
    return moves
