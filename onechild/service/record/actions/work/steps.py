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


def refuse_own_work(*, about_id: str, worker_id: str | None, by: Person) -> None:
    """Raise OwnWork where the last one who sent this work is the one who would approve it."""
    sent = WorkStep.objects.filter(about_id=about_id, step="submitted").order_by("-at", "-pk").first()
    if sent is not None and ((worker_id and sent.by_worker_id == worker_id) or sent.by_name == by.name):
        raise OwnWork
