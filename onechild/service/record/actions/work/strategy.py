"""Opens a strategy discussion about one child or several: at any stage of the work, and waiting for no check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Child, StepTaken, StrategyDiscussion, StrategyNote


def open_discussion(
    *,
    children: Sequence[Child],
    why: str,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
    intake_id: str | None = None,
) -> list[StrategyDiscussion]:
    """Open a strategy discussion about these children, together, and return one for each in their order.

    From now on it is owed: what is returned is not in the record yet (its key is, in the note), because a discussion
    that was asked for was not held. Its page (`strategy`, by the child's public id and this key) writes the row once
    the agencies have talked. A child for whom one is open already keeps that one, and the others join it.
    """
    with change_set(by=by, kind="edit", words="Strategy discussion opened"):
        locked([child.pk for child in children])
        kept = {child.pk: note for child in children if (note := _open_one(child)) is not None}
        group = next((note.meeting_id or note.discussion_id for note in kept.values()), "")
        opened: list[StrategyDiscussion] = []
        for child in children:
            if child.pk in kept:
                key = kept[child.pk].discussion_id
            else:
                key = _new_key()
                group = group or key
                _begin(child, key, group, why, worker_id, by, now, today, intake_id)
            opened.append(StrategyDiscussion(discussion_id=key, child=child, happened_on=today, worker_id=worker_id))
        renew([child.pk for child in children])
        return opened


def _open_one(child: Child) -> StrategyNote | None:
    """The discussion that is open for the child and not yet decided."""
    return StrategyNote.objects.filter(child=child, decided="").order_by("-opened_at", "-pk").first()


def _begin(
    child: Child,
    key: str,
    group: str,
    why: str,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
    intake_id: str | None,
) -> None:
    """Note why it was opened, and the suspicion from which the discussion is owed."""
    StrategyNote.objects.create(
        child=child,
        discussion_id=key,
        meeting_id=group,
        intake_id=intake_id,
        why=why,
        opened_at=now,
        opened_by_name=by.name,
        worker_id=worker_id,
        recorded_on=today,
    )
    StepTaken.objects.create(
        child=child,
        step="significant_harm_suspected",
        about_id=key,
        happened_on=today,
        recorded_on=today,
        worker_id=worker_id,
    )


def _new_key() -> str:
    with connection.cursor() as cursor:
        cursor.callproc("record_new_key")
        return str(cursor.fetchone()[0])
