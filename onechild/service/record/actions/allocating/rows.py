"""Ends, opens and puts back single allocations, and writes each move: what the verbs of allocation are made of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from onechild.knowledge.workdays.hours import LONDON
from onechild.service.govuk.words import clock, date_only
from onechild.service.record.actions.allocating.acting import BACK, Act, Meanwhile, NotPossible, earliest_day
from onechild.service.record.models import Allocation, AllocationMove, Child, TransferRequest
from onechild.service.record.models.allocation_move import MoveVerb
from onechild.service.record.models.transfer_request import TransferAnswer
from onechild.service.record.queries.names import NO_WORKER_NAME, heads, worker_names
from onechild.service.record.queries.workload.holders import last_moves, lead_rows, stamp

CHANGED_MEANWHILE = "The child’s worker changed meanwhile."
ENDING = ("ended_on", "end_recorded_on", "end_reason", "end_words")


def leads_of(
    children: Collection[Child], *, on: date, act: Act, seen: Mapping[str, str] | None = None
) -> dict[str, list[Allocation]]:
    """This function will return the rows by which somebody leads or the child waits on a day.

    It raises Meanwhile where the child was moved after the form was opened (`seen` are its stamps), and NotPossible
    where a change from a later day is already made, where the day is more than five working days past, or where who
    holds the child would have done so for no day at all.
    """
    if on < (since := earliest_day(act.today)):
        raise NotPossible(
            f"A change can be written down at most {BACK} working days later: choose {date_only(since, act.today)} or "
            "a later day, and say in words from when it was."
        )
    ids = [child.pk for child in children]
    if seen is not None:
        now = lead_rows(ids, on=act.today)
        moved = [key for key in ids if key in seen and seen[key] != stamp(now.get(key, ()))]
        if moved:
            raise Meanwhile(_told(moved, now, act), moved)
    found = lead_rows(ids, on=on)
    for rows in found.values():
        if later := next((row for row in rows if row.started_on > on), None):
            raise NotPossible(f"{_holds(later, act)} Choose that day or a later one, or undo that first.")
        # Moved twice on the day itself is a mistake put right; on a day that is past it would wipe that day's holder.
        if on < act.today and (same := next((row for row in rows if row.started_on == on), None)):
            raise NotPossible(f"{_holds(same, act)} Choose a later day.")
    return found


def end(row: Allocation, *, on: date, act: Act) -> dict[str, Any]:
    """End an allocation from a day, a load's own included (decision 18); what it said before is returned."""
    before = {name: _plain(getattr(row, name)) for name in ENDING}
    row.ended_on, row.end_recorded_on = on, act.today
    row.end_reason, row.end_words = (act.reason or None) if row.worker_id else None, act.words or None
    row.save(update_fields=list(ENDING))
    row.refresh_from_db(fields=["edit_version"])
    return {"row": row.pk, "version": row.edit_version, **before}


def put_back(row: Allocation, before: Mapping[str, Any]) -> None:
    """Let an allocation that was ended run as it did."""
    for name in ENDING:
        value = before[name]
        setattr(row, name, date.fromisoformat(value) if value and name.endswith("_on") else value)
    row.save(update_fields=list(ENDING))


def note(
    verb: MoveVerb,
    *,
    child: Child,
    on: date,
    act: Act,
    made: Allocation | None = None,
    ended: Sequence[Allocation] = (),
    before: Mapping[str, Any] | None = None,
    **others: Any,
) -> AllocationMove:
    """This function will write one move into the child's list of moves and return it."""
    left = ended[0] if ended else None
    if made is not None:
        made.refresh_from_db(fields=["edit_version"])
    return AllocationMove.objects.create(
        child=child,
        happened_on=on,
        recorded_on=act.today,
        verb=verb,
        batch_id=act.batch,
        allocation=made,
        ended_allocation=left,
        from_worker_id=left.worker_id if left else None,
        from_team_id=left.team_id if left else None,
        to_worker_id=made.worker_id if made else None,
        to_team_id=made.team_id if made else None,
        reason=act.reason or None,
        words=act.words,
        before={**(before or {}), "made_version": made.edit_version if made else None},
        plan_id=act.plan_id,
        at=act.now,
        by_worker_id=act.by_worker_id,
        by_name=act.by.name,
        **others,
    )


def close_requests(move: AllocationMove, act: Act) -> None:
    """Withdraw what another team was asked about the child: who holds the child is another now. Undoing reopens it."""
    for request in TransferRequest.objects.select_for_update().filter(child_id=move.child_id, answer=""):
        request.answer, request.answered_at = TransferAnswer.WITHDRAWN, act.now
        request.answered_by_name, request.answer_words = act.by.name, CHANGED_MEANWHILE
        request.move = move
        request.save(update_fields=["answer", "answered_at", "answered_by_name", "answer_words", "move"])


def _told(moved: Sequence[str], now: Mapping[str, list[Allocation]], act: Act) -> str:
    """ "Denise Okoro allocated Maya to Amina Hassan at 9.12am." """
    named, last = heads(moved, today=act.today), last_moves(moved)
    workers = worker_names([row.worker_id for rows in now.values() for row in rows])
    said = []
    for key in moved:
        name = named[key].first_name if key in named else "The child"
        rows, move = now.get(key, []), last.get(key)
        holder = workers.get(rows[-1].worker_id or "", "a team’s waiting list") if rows else "nobody"
        if move is None:
            said.append(f"{name} is now with {holder}: a load from the case system changed it.")
            continue
        at = move.at.astimezone(LONDON)
        when = (
            clock(at.time()) if at.date() == act.today else f"{clock(at.time())} on {date_only(at.date(), act.today)}"
        )
        said.append(f"{move.by_name} changed who holds {name} at {when}: now with {holder}.")
    return " ".join(said)


def _holds(row: Allocation, act: Act) -> str:
    name = worker_names([row.worker_id]).get(row.worker_id or "", NO_WORKER_NAME) if row.worker_id else ""
    child = heads([row.child_id], today=act.today).get(row.child_id)
    who = child.first_name if child else "The child"
    begins = date_only(row.started_on, act.today)
    return f"{who} is with {name} from {begins}." if name else f"{who} is on a team’s waiting list from {begins}."


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
