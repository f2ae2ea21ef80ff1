"""Notes that a piece of written work was sent to a manager, returned for edits or approved."""

from __future__ import annotations

from datetime import date, datetime

from onechild.service.record.actions.change_sets import Person
from onechild.service.record.models import WorkStep


class OwnWork(Exception):
    """Nobody approves what they wrote themselves."""


def note_step(
    *,
    child_id: str,
    about: str,
    about_id: str,
    step: str,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
    words: str = "",
) -> WorkStep:
    """This function will note one step (a key of WorkStepKind) of a piece of work, and return it.

    Call it inside the change-set of the work. `words` say what needs to change where the work is returned.
    """
    return WorkStep.objects.create(
        child_id=child_id,
        about=about,
        about_id=about_id,
        step=step,
        happened_on=today,
        recorded_on=today,
        at=now,
        by_worker_id=worker_id,
        by_name=by.name,
        words=words,
    )


def refuse_own_work(
    *, about_id: str, worker_id: str | None, by: Person, written_by_id: str | None = None, written_by_name: str = ""
) -> None:
    """Raise OwnWork where whoever would approve this work wrote it, or ever sent it, whoever sent it last."""
    sent = WorkStep.objects.filter(about_id=about_id, step="submitted").values_list("by_worker_id", "by_name")
    hands = [*sent, (written_by_id, written_by_name)]
    if any((worker_id and worker_id == their_id) or by.name == name for their_id, name in hands):
        raise OwnWork
