"""Asks another team to take children over; nothing changes hands until that team has accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Unpack

from onechild.service.record.actions.allocating.acting import Act, Acting, First, NotPossible, SetAside
from onechild.service.record.actions.allocating.assigning import assign, put_on_list
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import AllocationMove, Child, TransferRequest
from onechild.service.record.models.allocation_move import MoveVerb
from onechild.service.record.models.transfer_request import TransferAnswer
from onechild.service.record.queries.workload.holders import lead_rows

ANSWER = ("answer", "answered_at", "answered_by_name", "answer_words", "move")


def ask_transfer(
    *,
    children: Sequence[Child],
    to_team_id: str,
    to_worker_id: str | None = None,
    move_on: date | None = None,
    priority: str | None = None,
    raised: Mapping[str, Sequence[str]] | None = None,
    **acting: Unpack[Acting],
) -> list[TransferRequest]:
    """Ask a team to take these children over. `raised` is what the asker was told first, child by child.

    This function will raise NotPossible where the team holds a child already, or was asked already.
    """
    act = Act(**acting)
    ids = sorted(child.pk for child in children)
    with change_set(by=act.by, kind="edit", words="Another team asked to take children over"):
        locked(ids)
        held = lead_rows(ids, on=act.today)
        if TransferRequest.objects.filter(child_id__in=ids, answer="").exists():
            raise NotPossible("A team was asked already and has not answered. Withdraw that first.")
        made = []
        for child in children:
            row = next(iter(held.get(child.pk, [])), None)
            if row and row.team_id == to_team_id:
                raise NotPossible("This team has the child already.")
            made.append(
                TransferRequest.objects.create(
                    child=child,
                    happened_on=act.today,
                    recorded_on=act.today,
                    batch_id=act.batch,
                    from_team_id=row.team_id if row else None,
                    to_team_id=to_team_id,
                    from_worker_id=row.worker_id if row else None,
                    to_worker_id=to_worker_id,
                    move_on=move_on,
                    priority=priority,
                    reason=act.reason or None,
                    words=act.words,
                    raised=list((raised or {}).get(child.pk, ())),
                    asked_at=act.now,
                    asked_by_id=act.by_worker_id,
                    asked_by_name=act.by.name,
                )
            )
    return made


def accept_transfer(
    *,
    requests: Sequence[TransferRequest],
    on: date,
    worker_id: str | None = None,
    manager_id: str | None = None,
    priority: str | None = None,
    first: First | None = None,
    set_aside: SetAside | None = None,
    seen: Mapping[str, str] | None = None,
    **acting: Unpack[Acting],
) -> list[AllocationMove]:
    """Take the children over from a day: to a worker, or on the team's list with a named manager.

    The reason of the move is the one it was asked with. Raises NotPossible, Meanwhile and Protected.
    """
    act = Act(**acting)
    with change_set(by=act.by, kind="edit", words="Transfer accepted"):
        rows = _open(requests)
        _refuse_moved(rows, act)
        children = [row.child for row in rows]
        team_id, how = str(rows[0].to_team_id), rows[0].reason
        told = {**acting, "reason": how, "batch_id": act.batch, "words": act.words or rows[0].words}
        moves = _move(children, team_id, on, worker_id, manager_id, priority, first, set_aside, seen, told)  # type: ignore[arg-type]
        by_child = {move.child_id: move for move in moves}
        for row in rows:
            _answer(row, TransferAnswer.ACCEPTED, act, by_child[row.child_id])
    return moves


def refuse_transfer(*, requests: Sequence[TransferRequest], **acting: Unpack[Acting]) -> None:
    """Say no, with why: the children stay where they are. Raises NotPossible."""
    _close(requests, TransferAnswer.REFUSED, Act(**acting))


def withdraw_transfer(*, requests: Sequence[TransferRequest], **acting: Unpack[Acting]) -> None:
    """Take the asking back, with why. Raises NotPossible."""
    _close(requests, TransferAnswer.WITHDRAWN, Act(**acting))


def _move(
    children: Sequence[Child],
    team_id: str,
    on: date,
    worker_id: str | None,
    manager_id: str | None,
    priority: str | None,
    first: First | None,
    set_aside: SetAside | None,
    seen: Mapping[str, str] | None,
    told: Acting,
) -> list[AllocationMove]:
    verb = MoveVerb.TRANSFERRED
    if worker_id:
        return assign(
            children=children,
            worker_id=worker_id,
            team_id=team_id,
            on=on,
            priority=priority,
            first=first,
            set_aside=set_aside,
            seen=seen,
            verb=verb,
            **told,
        )
    if not manager_id:
        raise NotPossible("Name the manager who answers for the child while the child waits.")
    return put_on_list(
        children=children,
        team_id=team_id,
        manager_id=manager_id,
        priority=priority or "medium",
        on=on,
        seen=seen,
        verb=verb,
        **told,
    )


def _close(requests: Sequence[TransferRequest], answer: TransferAnswer, act: Act) -> None:
    if not act.words:
        raise NotPossible("Say why.")
    with change_set(by=act.by, kind="edit", words=f"Transfer {answer.label.lower()}"):
        for row in _open(requests):
            _answer(row, answer, act, None)


def _open(requests: Sequence[TransferRequest]) -> list[TransferRequest]:
    locked(sorted({row.child_id for row in requests}))
    rows = TransferRequest.objects.select_for_update(of=("self",)).select_related("child")
    found = list(rows.filter(pk__in=[row.pk for row in requests]).order_by("pk"))
    if answered := next((row for row in found if row.answer), None):
        said = answered.get_answer_display().lower()
        raise NotPossible(f"{answered.answered_by_name} has {said} this request already.")
    return found


def _refuse_moved(rows: Sequence[TransferRequest], act: Act) -> None:
    """Raise NotPossible where who holds a child is no longer who held the child when it was asked."""
    held = lead_rows([row.child_id for row in rows], on=act.today)
    for row in rows:
        now = next(iter(held.get(row.child_id, [])), None)
        if ((now.worker_id, now.team_id) if now else (None, None)) != (row.from_worker_id, row.from_team_id):
            raise NotPossible(
                "Who holds the child changed after your team was asked, so this can’t be accepted. Refuse it, and say "
                "that it must be asked again."
            )


def _answer(row: TransferRequest, answer: TransferAnswer, act: Act, move: AllocationMove | None) -> None:
    row.answer, row.answered_at, row.answered_by_name = answer, act.now, act.by.name
    row.answer_words, row.move = act.words, move
    row.save(update_fields=list(ANSWER))
