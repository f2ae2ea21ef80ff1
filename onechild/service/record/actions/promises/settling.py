"""What happens to a promise that was given: news, kept, another owner or day, disputed, withdrawn, opened again."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import changed
from onechild.service.record.actions.promises.steps import NotPossible, locked_row, note, open_row
from onechild.service.record.models import Direction, DirectionStepKind
from onechild.service.record.queries.promises.stories import open_dispute

ANSWERS = ("stands", "withdrawn", "changed")


def add_news(
    *, direction: Direction, words: str, by: Person, by_worker_id: str | None, now: datetime, today: date
) -> None:
    """Write what has happened towards a promise; it stays open. Raises NotPossible where it is settled."""
    with change_set(by=by, kind="edit", words="What has happened on a promise"):
        row = open_row(direction)
        note(row, DirectionStepKind.NEWS, words=words, by=by, by_worker_id=by_worker_id, now=now, today=today)


def keep(
    *,
    direction: Direction,
    on: date,
    words: str,
    evidence_kind: str = "",
    evidence_id: str = "",
    manages: bool = False,
    seen_version: int | None = None,
    by: Person,
    by_worker_id: str | None,
    now: datetime,
    today: date,
) -> None:
    """Say that a promise was kept, on a day, and what shows it: words, and where there is one a row of the child's.

    Its owner keeps it, or a manager (`manages`). Raises NotPossible with no evidence or for anybody else, and Stale
    where it was changed meanwhile.
    """
    if not words.strip():
        raise NotPossible("Say what shows that it was kept.")
    with change_set(by=by, kind="edit", words="Promise kept"):
        row = open_row(direction)
        _owner_or_manager(row, by_worker_id=by_worker_id, manages=manages)
        if on < row.happened_on:
            raise NotPossible("It can’t have been kept before it was given.")
        _save(row, seen_version, done_on=on)
        note(
            row,
            DirectionStepKind.KEPT,
            words=words,
            by=by,
            by_worker_id=by_worker_id,
            now=now,
            today=today,
            evidence_kind=evidence_kind,
            evidence_id=evidence_id,
        )
        renew([row.child_id])


def change_owner(
    *,
    direction: Direction,
    to_worker_id: str,
    words: str,
    seen_version: int | None = None,
    by: Person,
    by_worker_id: str | None,
    now: datetime,
    today: date,
) -> None:
    """Give a promise to another worker, and say why. Raises NotPossible, and Stale."""
    with change_set(by=by, kind="edit", words="Who keeps a promise changed"):
        row = open_row(direction)
        before = row.owner_id
        _save(row, seen_version, owner_id=to_worker_id)
        note(
            row,
            DirectionStepKind.OWNER,
            words=words,
            by=by,
            by_worker_id=by_worker_id,
            now=now,
            today=today,
            from_owner_id=before,
            to_owner_id=to_worker_id,
        )
        renew([row.child_id])


def change_due(
    *,
    direction: Direction,
    due_on: date,
    words: str,
    seen_version: int | None = None,
    by: Person,
    by_worker_id: str | None,
    now: datetime,
    today: date,
) -> None:
    """Move the day of a promise, with a reason; each move is counted as drift. Raises NotPossible, Stale."""
    if not words.strip():
        raise NotPossible("Say why the day is moved.")
    with change_set(by=by, kind="edit", words="Day of a promise changed"):
        row = open_row(direction)
        before = row.due_on
        _save(row, seen_version, due_on=due_on)
        note(
            row,
            DirectionStepKind.DUE,
            words=words,
            by=by,
            by_worker_id=by_worker_id,
            now=now,
            today=today,
            from_due_on=before,
            to_due_on=due_on,
        )
        renew([row.child_id])


def dispute(
    *, direction: Direction, words: str, by: Person, by_worker_id: str | None, now: datetime, today: date
) -> None:
    """Say as its owner that a promise is not right or can’t be kept, and why; whoever gave it answers.

    Raises NotPossible for anybody but its owner, or where an earlier dispute still waits for its answer.
    """
    with change_set(by=by, kind="edit", words="Promise disputed"):
        row = open_row(direction)
        if not row.owner_id or row.owner_id != by_worker_id:
            raise NotPossible("Only the worker who must keep it can dispute it.")
        if open_dispute(row.pk):
            raise NotPossible("It is disputed already, and waits for an answer.")
        note(row, DirectionStepKind.DISPUTED, words=words, by=by, by_worker_id=by_worker_id, now=now, today=today)


def answer_dispute(
    *,
    direction: Direction,
    answer: str,
    words: str,
    new_words: str = "",
    due_on: date | None = None,
    manages: bool = False,
    by: Person,
    by_worker_id: str | None,
    now: datetime,
    today: date,
) -> None:
    """Answer a dispute: the promise stands, is withdrawn, or is changed (other words, another day); and why.

    Whoever gave it answers, or a manager; never the one who disputes it. Raises NotPossible.
    """
    if answer not in ANSWERS:
        raise ValueError(f"{answer} is no answer to a dispute")
    if answer == "withdrawn":
        withdraw(
            direction=direction, words=words, manages=manages, by=by, by_worker_id=by_worker_id, now=now, today=today
        )
        return
    with change_set(by=by, kind="edit", words="Dispute of a promise answered"):
        row = open_row(direction)
        _giver_or_manager(row, by_worker_id=by_worker_id, manages=manages)
        if open_dispute(row.pk) is None:
            raise NotPossible("There is no dispute to answer, or it was answered already.")
        before = row.due_on
        said: dict[str, Any] = {}
        if answer == "changed":
            said = {"words": new_words.strip() or row.words, "due_on": due_on or row.due_on}
            if all(getattr(row, name) == value for name, value in said.items()):
                raise NotPossible("Say what changes: the words, the day, or both.")
            _save(row, None, **said)
        note(
            row,
            DirectionStepKind.CHANGED if said else DirectionStepKind.UPHELD,
            words=words,
            by=by,
            by_worker_id=by_worker_id,
            now=now,
            today=today,
            from_due_on=before if said else None,
            to_due_on=row.due_on if said else None,
        )
        renew([row.child_id])


def withdraw(
    *,
    direction: Direction,
    words: str,
    manages: bool = False,
    seen_version: int | None = None,
    by: Person,
    by_worker_id: str | None,
    now: datetime,
    today: date,
) -> None:
    """Withdraw a promise as whoever gave it, or a manager, with a reason. Raises NotPossible, Stale."""
    if not words.strip():
        raise NotPossible("Say why it is withdrawn.")
    with change_set(by=by, kind="edit", words="Promise withdrawn"):
        row = open_row(direction)
        _giver_or_manager(row, by_worker_id=by_worker_id, manages=manages)
        _save(row, seen_version, withdrawn_on=today, withdrawn_reason=words)
        note(row, DirectionStepKind.WITHDRAWN, words=words, by=by, by_worker_id=by_worker_id, now=now, today=today)
        renew([row.child_id])


def reopen(
    *,
    direction: Direction,
    words: str,
    due_on: date,
    by: Person,
    by_worker_id: str | None,
    now: datetime,
    today: date,
) -> None:
    """Open a promise again that was marked kept or withdrawn, with a reason and a new day. Raises NotPossible."""
    if not words.strip():
        raise NotPossible("Say why it is opened again.")
    with change_set(by=by, kind="edit", words="Promise opened again"):
        row = locked_row(direction)
        if row.done_on is None and row.withdrawn_on is None:
            raise NotPossible("This promise is open.")
        before = row.due_on
        _save(row, None, done_on=None, withdrawn_on=None, withdrawn_reason=None, due_on=due_on)
        note(
            row,
            DirectionStepKind.REOPENED,
            words=words,
            by=by,
            by_worker_id=by_worker_id,
            now=now,
            today=today,
            from_due_on=before,
            to_due_on=due_on,
        )
        renew([row.child_id])


def _save(row: Direction, seen_version: int | None, **typed: Any) -> None:
    """Put what was typed into the locked row; Stale where another changed the same fields since `seen_version`."""
    changed(row, seen_version=row.edit_version if seen_version is None else seen_version, typed=typed)
    row.save(update_fields=list(typed))


def _owner_or_manager(row: Direction, *, by_worker_id: str | None, manages: bool) -> None:
    if not manages and (not row.owner_id or row.owner_id != by_worker_id):
        raise NotPossible("Only the worker who must keep it, or a manager, can say that it was kept.")


def _giver_or_manager(row: Direction, *, by_worker_id: str | None, manages: bool) -> None:
    gave = bool(row.given_by_id) and row.given_by_id == by_worker_id
    if row.owner_id and row.owner_id == by_worker_id and not gave:
        raise NotPossible("Whoever must keep it does not decide that it need not be kept: whoever gave it does.")
    if not (gave or manages):
        raise NotPossible("Only whoever gave it, or a manager, can do this.")
