"""Writes what a supervision came to: for one child with its directions, for the worker alone, or as a later note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from onechild.service.journeys.supervision.actions.sessions import (
    NotPossible,
    lock_workers,
    locked_session,
    open_session,
)
from onechild.service.record.actions import promises
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew, renew_others
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import (
    Child,
    Direction,
    PersonalSupervision,
    Supervision,
    SupervisionNote,
    SupervisionSession,
)

NOT_YET = "It is planned for a later day, and can be written from that day on."


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A direction: what must be done, by whom and by when."""

    words: str
    owner_id: str
    due_on: date


def write_child(
    *,
    session: SupervisionSession,
    child: Child,
    typed: Mapping[str, Any],
    directions: Sequence[Asked],
    agenda: Sequence[Any],
    seen_version: int,
    by: Person,
    by_worker_id: str,
    now: datetime,
    today: date,
) -> SupervisionNote:
    """Write what was said of a child; `typed` has the columns of the note. The directions are given as promises.

    This function will raise Stale where the note was changed meanwhile, and NotPossible before its day, after it was
    signed, for a child not chosen, or where there is neither a direction nor a reason for none.
    """
    with change_set(by=by, kind="edit", words="Case supervision written"):
        locked([child.pk])
        row = open_session(session)
        _is_due(row, today)
        note = SupervisionNote.objects.select_for_update().filter(session=row, child=child, later=False).first()
        if note is None:
            raise NotPossible("This child is not on the list of this supervision.")
        names = changed(note, seen_version=seen_version, typed=typed)
        given = bool(directions) or any_given(note)
        if not given and not note.no_direction_words:
            raise NotPossible("Give a direction, or say why there is none.")
        if not note.supervision_id:
            note.supervision = Supervision.objects.create(
                child=child,
                worker_id=row.worker_id,
                supervisor_id=row.supervisor_id,
                happened_on=row.happened_on,
                supervision_kind="case",
                direction_given=given,
                recorded_on=today,
            )
            note.agenda = list(agenda)
            names += ["supervision", "agenda"]
        elif given:
            held = Supervision.objects.select_for_update().get(pk=note.supervision_id)
            held.direction_given = True
            held.save(update_fields=["direction_given"])
        if names:
            note.save(update_fields=names)
        for one in directions:
            promises.give(
                child=child,
                words=one.words,
                owner_id=one.owner_id,
                due_on=one.due_on,
                given_in="supervision",
                given_in_id=note.supervision_id,
                given_by_id=row.supervisor_id,
                by=by,
                by_worker_id=by_worker_id,
                by_name=by.name,
                now=now,
                today=today,
            )
        _held(row, now)
        renew([child.pk])
        return note


def write_personal(
    *, session: SupervisionSession, typed: Mapping[str, Any], seen_version: int, by: Person, now: datetime, today: date
) -> None:
    """Write a worker's own supervision, which the two alone can read. Raises Stale and NotPossible."""
    with change_set(by=by, kind="edit", words="Supervision written"):
        lock_workers([session.worker_id])
        row = open_session(session)
        _is_due(row, today)
        personal = PersonalSupervision.objects.select_for_update().filter(session=row).first()
        if personal is None:
            personal = PersonalSupervision(session=row, worker_id=row.worker_id, supervisor_id=row.supervisor_id)
            personal.happened_on, personal.recorded_on = row.happened_on, today
            for name, value in typed.items():
                setattr(personal, name, value)
            personal.save(force_insert=True)
        else:
            names = changed(personal, seen_version=seen_version, typed=typed)
            if names:
                personal.save(update_fields=names)
        if not row.supervision_id:
            row.supervision = Supervision.objects.create(
                worker_id=row.worker_id,
                supervisor_id=row.supervisor_id,
                happened_on=row.happened_on,
                supervision_kind="own",
                recorded_on=today,
            )
            row.save(update_fields=["supervision"])
        _held(row, now)
        renew_others([row.worker_id])


def add_later(
    *, session: SupervisionSession, child: Child, words: str, by: Person, by_worker_id: str, now: datetime, today: date
) -> None:
    """Add what came up later about a child to a signed supervision; what was signed stays. Raises NotPossible."""
    with change_set(by=by, kind="edit", words="Later note to a supervision"):
        locked([child.pk])
        row = locked_session(session)
        first = SupervisionNote.objects.filter(session=row, child=child, later=False, supervision__isnull=False).first()
        if row.supervisor_signed_at is None or first is None:
            raise NotPossible("Until it is signed, write it in the supervision itself.")
        SupervisionNote.objects.create(
            child=child,
            session=row,
            supervision_id=first.supervision_id,
            worker_id=row.worker_id,
            supervisor_id=row.supervisor_id,
            happened_on=today,
            recorded_on=today,
            talked=f"{by.name}: {words}",
            later=True,
        )


def any_given(note: SupervisionNote) -> bool:
    """This function will say whether a direction was given in this child's part of a supervision already."""
    known = Direction.objects.filter(given_in="supervision", given_in_id=note.supervision_id, child_id=note.child_id)
    return bool(note.supervision_id) and known.exists()


def _is_due(row: SupervisionSession, today: date) -> None:
    if row.happened_on > today:
        raise NotPossible(NOT_YET)


def _held(row: SupervisionSession, now: datetime) -> None:
    if row.held_at is None:
        row.held_at = now
        row.save(update_fields=["held_at"])
