"""Undoes a batch of moves, with words, while nothing else happened to the same children since."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TypedDict, Unpack

from onechild.service.record.actions import handovers
from onechild.service.record.actions.allocating.acting import BACK, Act, NotPossible, Who, earliest_day
from onechild.service.record.actions.allocating.rows import put_back
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.promises import NotPossible as PromiseStands
from onechild.service.record.actions.promises import pass_back, withdraw
from onechild.service.record.models import (
    Allocation,
    AllocationMove,
    AssessmentWork,
    CaseloadException,
    CaseNote,
    Direction,
    DirectionStep,
    SupervisionNote,
    TransferRequest,
    Visit,
)
from onechild.service.record.models.allocation_move import MoveVerb
from onechild.service.record.queries.names import Head, heads, worker_names

CHANGED_SINCE = "Who holds {name} was changed again since, so this can’t be undone. Allocate or transfer instead."

UNDONE = "The allocation was undone."


class Told(TypedDict):
    """Who acts and when, as the actions of promises are told."""

    by: Person
    by_worker_id: str | None
    now: datetime
    today: date


def undo(*, batch_id: str, **acting: Unpack[Who]) -> list[AllocationMove]:
    """Take back every move of a batch: the allocation that was made never was, and the one before runs on.

    What was made is marked gone, not ended: no figure counts it, and its history keeps that it was there for a time.
    This function will raise NotPossible where a child was moved again since, the worker has written anything for the
    child already, or the day is more than five working days past: the allocation did happen then.
    """
    act = Act(**acting)
    if not act.words:
        raise NotPossible("Say why it is undone.")
    with change_set(by=act.by, kind="edit", words="Allocation undone"):
        moves = list(AllocationMove.objects.filter(batch_id=batch_id, undone_at__isnull=True).order_by("-pk"))
        if not moves:
            raise NotPossible("This was undone already.")
        ids = sorted({move.child_id for move in moves})
        locked(ids)
        _refuse_what_went_on(moves, act)
        for move in moves:
            try:
                _undo(move, act)
            except PromiseStands as refused:
                raise NotPossible(f"What should be done first stands against it: {refused}") from refused
            move.undone_at, move.undone_by_name, move.undone_words = act.now, act.by.name, act.words
            move.save(update_fields=["undone_at", "undone_by_name", "undone_words"])
        renew(ids)
    return moves


def _refuse_what_went_on(moves: list[AllocationMove], act: Act) -> None:
    ids, batch = [move.child_id for move in moves], moves[0].batch_id
    named = heads(ids, today=act.today)
    later = AllocationMove.objects.filter(child_id__in=ids, undone_at__isnull=True, at__gte=moves[0].at)
    for move in later.exclude(batch_id=batch):
        raise NotPossible(CHANGED_SINCE.format(name=_name(named, move.child_id)))
    for move in moves:
        if move.happened_on < earliest_day(act.today):
            raise NotPossible(f"This was more than {BACK} working days ago, so it did happen. Allocate instead.")
        if _rows_changed(move):
            raise NotPossible(CHANGED_SINCE.format(name=_name(named, move.child_id)))
        gave = move.to_worker_id and move.verb in (MoveVerb.ALLOCATED, MoveVerb.TRANSFERRED)
        if gave and (did := _did(move)):
            worker = worker_names([move.to_worker_id]).get(move.to_worker_id or "", "The worker")
            raise NotPossible(
                f"{worker} has {did} {_name(named, move.child_id)} since, so the allocation did happen. "
                "Allocate instead."
            )


def _did(move: AllocationMove) -> str:
    """What the worker who got the child has written for the child since; empty where nothing."""
    child_id, worker_id = move.child_id, move.to_worker_id
    since = {"happened_on__gte": move.happened_on, "recorded_on__gte": move.recorded_on}
    if Visit.objects.filter(child_id=child_id, worker_id=worker_id, **since).exists():
        return "visited"
    if CaseNote.objects.filter(child_id=child_id, worker_id=worker_id, written_at__gt=move.at).exists():
        return "written a case note about"
    notes = SupervisionNote.objects.filter(child_id=child_id, worker_id=worker_id, supervision__isnull=False)
    if notes.filter(**since).exists():
        return "had supervision about"
    works = AssessmentWork.objects.filter(child_id=child_id, written_by_id=worker_id)
    if works.filter(change_set_id__gt=move.change_set_id).exists():  # it says no day: change-sets are in order
        return "written in an assessment of"
    kept = DirectionStep.objects.filter(child_id=child_id, by_worker_id=worker_id, step="kept", at__gt=move.at)
    return "kept a promise for" if kept.exists() else ""


def _rows_changed(move: AllocationMove) -> bool:
    """Whether a row that the move made or ended was changed since, by somebody or by a load."""
    expected = {one["row"]: one["version"] for one in move.before.get("ended", ())}
    if move.allocation_id and (version := move.before.get("made_version")):
        expected[move.allocation_id] = version
    rows = Allocation.objects.filter(pk__in=expected)
    return {row.pk: row.edit_version for row in rows} != expected


def _undo(move: AllocationMove, act: Act) -> None:
    if field := move.before.get("field"):
        row = Allocation.objects.get(pk=move.allocation_id)
        setattr(row, field, move.before["was"])
        row.save(update_fields=[field])
        return
    if made := Allocation.objects.filter(pk=move.allocation_id).first():
        handovers.call_off(allocation=made, by=act.by, now=act.now)
        made.gone_at = act.now
        made.save(update_fields=["gone_at"])
    for before in move.before.get("ended", ()):
        put_back(Allocation.objects.get(pk=before["row"]), before)
    for exception in CaseloadException.objects.filter(allocation_id=move.allocation_id or ""):
        exception.gone_at = act.now
        exception.save(update_fields=["gone_at"])
    for request in TransferRequest.objects.filter(move=move):
        request.answer, request.answered_at, request.answered_by_name = "", None, ""
        request.answer_words, request.move = "", None
        request.save(update_fields=["answer", "answered_at", "answered_by_name", "answer_words", "move"])
    _promises_back(move, act)


def _promises_back(move: AllocationMove, act: Act) -> None:
    """What went along with the case goes back; what should have been done first is withdrawn."""
    told: Told = {"by": act.by, "by_worker_id": act.by_worker_id, "now": act.now, "today": act.today}
    first = Direction.objects.filter(
        pk=move.direction_id or "", done_on__isnull=True, withdrawn_on__isnull=True
    ).first()
    if first:
        withdraw(direction=first, words=UNDONE, manages=True, **told)
    if move.to_worker_id and (passed := move.before.get("passed")):
        pass_back(child=move.child, from_worker_id=move.to_worker_id, passed=passed, words=UNDONE, **told)


def _name(named: Mapping[str, Head], child_id: str) -> str:
    return named[child_id].first_name if child_id in named else "the child"
