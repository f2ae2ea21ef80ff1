"""Begins a supervision, chooses the children it is about, and calls it off where nothing was written yet."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew_others
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import (
    PersonalSupervision,
    SessionKind,
    Supervision,
    SupervisionNote,
    SupervisionSession,
    Worker,
)


class NotPossible(Exception):
    """This can't be done to the supervision as it stands, or not by this person; the message is for its reader."""


def begin(
    *,
    worker_id: str,
    kind: str,
    on: date,
    child_ids: Collection[str] = (),
    agenda: Sequence[Any] = (),
    by: Person,
    by_worker_id: str | None,
    today: date,
) -> SupervisionSession:
    """Plan or open a supervision of a worker by whoever is signed in, about these children. Raises NotPossible."""
    if not by_worker_id:
        raise NotPossible("Your account is not tied to a worker, so the record can’t say who supervises.")
    if by_worker_id == worker_id:
        raise NotPossible("Nobody supervises themselves.")
    with change_set(by=by, kind="edit", words="Supervision begun" if on <= today else "Supervision planned"):
        locked(child_ids)
        session = SupervisionSession.objects.create(
            worker_id=worker_id,
            supervisor_id=by_worker_id,
            supervisor_name=by.name,
            kind=kind,
            happened_on=on,
            recorded_on=today,
            agenda=list(agenda),
        )
        _add(session, child_ids, today)
        return session


def choose(
    *,
    session: SupervisionSession,
    child_ids: Collection[str],
    shown: Collection[str],
    by: Person,
    now: datetime,
    today: date,
) -> None:
    """Say which of the children `shown` it is about; one that is written of stays. Raises NotPossible."""
    with change_set(by=by, kind="edit", words="Children chosen for supervision"):
        locked(shown)
        row = open_session(session)
        notes = {one.child_id: one for one in SupervisionNote.objects.filter(session=row)}
        _add(row, [one for one in child_ids if one not in notes], today)
        for child_id, note in notes.items():
            if child_id in shown and child_id not in child_ids and not note.supervision_id:
                note.gone_at = now
                note.save(update_fields=["gone_at"])


def call_off(*, session: SupervisionSession, words: str, by: Person) -> None:
    """Say that it does not take place, and why. Raises NotPossible where something was written, or it was signed."""
    with change_set(by=by, kind="edit", words="Supervision called off"):
        row = open_session(session)
        if is_begun(row):
            raise NotPossible("Something is written of it already, so it can’t be called off.")
        row.called_off_words = f"{by.name}: {words}"
        row.save(update_fields=["called_off_words"])


def hold_group(
    *,
    worker_ids: Collection[str],
    on: date,
    words: str,
    by: Person,
    by_worker_id: str | None,
    now: datetime,
    today: date,
) -> list[SupervisionSession]:
    """Write down a group supervision for each worker who was there, signed by whoever led it. Raises NotPossible."""
    with change_set(by=by, kind="edit", words="Group supervision written"):
        lock_workers(worker_ids)
        found = []
        for worker_id in sorted(worker_ids):
            session = begin(
                worker_id=worker_id, kind=SessionKind.GROUP, on=on, by=by, by_worker_id=by_worker_id, today=today
            )
            session.supervision = Supervision.objects.create(
                worker_id=worker_id,
                supervisor_id=by_worker_id,
                happened_on=on,
                supervision_kind="group",
                recorded_on=today,
            )
            session.words, session.held_at = words, now
            session.supervisor_signed_at, session.supervisor_signed_name = now, by.name
            session.save()
            found.append(session)
        renew_others(worker_ids)
        return found


def is_begun(session: SupervisionSession) -> bool:
    """This function will say whether anything was written of a supervision: of a child, of the worker, of a group."""
    written = SupervisionNote.objects.filter(session=session, supervision__isnull=False)
    return (
        bool(session.supervision_id) or written.exists() or PersonalSupervision.objects.filter(session=session).exists()
    )


def open_session(session: SupervisionSession) -> SupervisionSession:
    """This function will lock a supervision that can still be changed, and return it. Raises NotPossible."""
    row = locked_session(session)
    if row.called_off_words:
        raise NotPossible("This supervision was called off.")
    if row.supervisor_signed_at is not None:
        raise NotPossible("This supervision is signed. What came up later is added as a later note.")
    return row


def locked_session(session: SupervisionSession) -> SupervisionSession:
    """This function will lock a supervision and return it as it is now."""
    return SupervisionSession.objects.select_for_update().get(pk=session.pk)


def lock_workers(worker_ids: Collection[str]) -> None:
    """Lock workers in the order of their ids, as every write that moves their duties does."""
    list(Worker.objects.select_for_update(no_key=True).filter(pk__in=worker_ids).order_by("pk").values_list("pk"))


def _add(session: SupervisionSession, child_ids: Collection[str], today: date) -> None:
    for child_id in sorted(set(child_ids)):
        SupervisionNote.objects.create(
            child_id=child_id,
            session=session,
            worker_id=session.worker_id,
            supervisor_id=session.supervisor_id,
            happened_on=session.happened_on,
            recorded_on=today,
        )
