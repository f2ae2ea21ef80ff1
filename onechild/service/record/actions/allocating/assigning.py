"""Gives children to a worker, puts them on a team's list, and takes them out of somebody's hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Unpack

from onechild.service.record.actions import handovers
from onechild.service.record.actions.allocating.acting import Act, Acting, First, NotPossible, SetAside
from onechild.service.record.actions.allocating.first_year import refuse_protected, set_aside_for
from onechild.service.record.actions.allocating.rows import close_requests, end, leads_of, note
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.promises import give, pass_on
from onechild.service.record.models import Allocation, AllocationMove, Child
from onechild.service.record.models.allocation_move import MoveVerb


def assign(
    *,
    children: Sequence[Child],
    worker_id: str,
    team_id: str,
    on: date,
    priority: str | None = None,
    first: First | None = None,
    set_aside: SetAside | None = None,
    seen: Mapping[str, str] | None = None,
    verb: MoveVerb = MoveVerb.ALLOCATED,
    **acting: Unpack[Acting],
) -> list[AllocationMove]:
    """Give each of these children to a worker of a team from a day: who held the case before holds it no more.

    Where a lead follows a lead, a handover begins; open promises go along, on the day itself where that is to come
    (promises.following). This function will raise Meanwhile
    where somebody moved a child since `seen`, Protected where the rule for the first year stands against it and is not
    `set_aside`, and NotPossible for anything else; nothing is then written.
    """
    act = Act(**acting)
    ids = sorted(child.pk for child in children)
    with change_set(by=act.by, kind="edit", words="Children allocated to a worker"):
        locked(ids)
        held = leads_of(children, on=on, act=act, seen=seen)
        for child in children:
            if any((row.worker_id, row.team_id) == (worker_id, team_id) for row in held.get(child.pk, ())):
                raise NotPossible("This worker holds the child already.")
        if set_aside is None:
            refuse_protected(ids, worker_id=worker_id, on=on, today=act.today)
        moves = []
        for child in children:
            move = _give(
                child,
                held.get(child.pk, []),
                worker_id,
                team_id,
                on=on,
                act=act,
                verb=verb,
                priority=priority,
                first=first,
            )
            if set_aside is not None:
                set_aside_for(child, move, set_aside, on=on, act=act)
            if verb is not MoveVerb.TRANSFERRED:
                close_requests(move, act)
            moves.append(move)
        renew(ids)
    return moves


def assign_several(
    *,
    shares: Mapping[str, Sequence[Child]],
    team_id: str,
    on: date,
    seen: Mapping[str, str] | None = None,
    **acting: Unpack[Acting],
) -> list[AllocationMove]:
    """Give each worker their children, all of them or nothing, as one batch. Raises what `assign` raises."""
    act = Act(**acting)
    told: Acting = {**acting, "batch_id": act.batch}
    with change_set(by=act.by, kind="edit", words="Several children allocated"):
        locked(sorted(child.pk for children in shares.values() for child in children))
        return [
            move
            for worker_id, children in sorted(shares.items())
            for move in assign(children=children, worker_id=worker_id, team_id=team_id, on=on, seen=seen, **told)
        ]


def put_on_list(
    *,
    children: Sequence[Child],
    team_id: str,
    manager_id: str,
    priority: str,
    on: date,
    seen: Mapping[str, str] | None = None,
    verb: MoveVerb = MoveVerb.WAITS,
    **acting: Unpack[Acting],
) -> list[AllocationMove]:
    """Put each of these children on a team's waiting list from a day, with the manager who answers for them there.

    Raises Meanwhile and NotPossible.
    """
    act = Act(**acting)
    ids = sorted(child.pk for child in children)
    with change_set(by=act.by, kind="edit", words="Children put on a team's waiting list"):
        locked(ids)
        held = leads_of(children, on=on, act=act, seen=seen)
        moves = []
        for child in children:
            rows = held.get(child.pk, [])
            if any(row.worker_id is None and row.team_id == team_id for row in rows):
                raise NotPossible("The child waits on this team’s list already.")
            before = [end(row, on=on, act=act) for row in rows]
            made = Allocation.objects.create(
                child=child,
                team_id=team_id,
                role="lead",
                priority=priority,
                responsible_manager_id=manager_id,
                referral_id=_referral(rows),
                started_on=on,
                recorded_on=act.today,
            )
            move = note(verb, child=child, on=on, act=act, made=made, ended=rows, before={"ended": before})
            if verb is not MoveVerb.TRANSFERRED:
                close_requests(move, act)
            moves.append(move)
            if led := _who_led(rows):
                handovers.begin(
                    child=child, ended_allocation=led, allocation=made, by=act.by, now=act.now, today=act.today
                )
        renew(ids)
    return moves


def take_out(
    *, children: Sequence[Child], on: date, seen: Mapping[str, str] | None = None, **acting: Unpack[Acting]
) -> list[AllocationMove]:
    """End these children's being held or waiting, from a day: nobody leads from then on. Raises Meanwhile, NotPossible.

    For a child with whom no more work is to be done; a child with work goes to a worker or on a list.
    """
    act = Act(**acting)
    ids = sorted(child.pk for child in children)
    with change_set(by=act.by, kind="edit", words="Lead worker's allocation ended"):
        locked(ids)
        held = leads_of(children, on=on, act=act, seen=seen)
        moves = []
        for child in children:
            rows = held.get(child.pk, [])
            if not rows:
                raise NotPossible("Nobody holds this child on that day.")
            before = [end(row, on=on, act=act) for row in rows]
            move = note(MoveVerb.ENDED, child=child, on=on, act=act, ended=rows, before={"ended": before})
            close_requests(move, act)
            moves.append(move)
        renew(ids)
    return moves


def _give(
    child: Child,
    rows: list[Allocation],
    worker_id: str,
    team_id: str,
    *,
    on: date,
    act: Act,
    verb: MoveVerb,
    priority: str | None,
    first: First | None,
) -> AllocationMove:
    ended = [end(row, on=on, act=act) for row in rows]
    made = Allocation.objects.create(
        child=child,
        worker_id=worker_id,
        team_id=team_id,
        role="lead",
        priority=priority or next((row.priority for row in rows if row.priority), None),
        referral_id=_referral(rows),
        started_on=on,
        recorded_on=act.today,
    )
    led = _who_led(rows)
    handovers.begin(child=child, ended_allocation=led, allocation=made, by=act.by, now=act.now, today=act.today)
    before: dict[str, Any] = {"ended": ended}
    if on <= act.today:
        passed = pass_on(
            child=child,
            from_worker_id=led.worker_id if led else None,
            to_worker_id=worker_id,
            by=act.by,
            by_worker_id=act.by_worker_id,
            by_name=act.by.name,
            now=act.now,
            today=act.today,
        )
        before["passed"] = {"promises": passed.promises, "actions": passed.actions}
    told = _tell_first(child, worker_id, first, act) if first else None
    return note(verb, child=child, on=on, act=act, made=made, ended=rows, before=before, direction_id=told)


def _tell_first(child: Child, worker_id: str, first: First, act: Act) -> str:
    direction = give(
        child=child,
        words=first.words,
        owner_id=worker_id,
        due_on=first.due_on,
        given_in="oversight",
        given_in_id=None,
        given_by_id=act.by_worker_id,
        by=act.by,
        by_worker_id=act.by_worker_id,
        by_name=act.by.name,
        now=act.now,
        today=act.today,
    )
    return str(direction.pk)


def _who_led(rows: Sequence[Allocation]) -> Allocation | None:
    return next((row for row in rows if row.worker_id), None)


def _referral(rows: Sequence[Allocation]) -> str | None:
    return next((row.referral_id for row in rows if row.referral_id), None)
