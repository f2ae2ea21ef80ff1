"""Writes a reading: somebody else takes it, answers the rubric, and the supervisor says what they take from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from onechild.service.journeys.supervision.actions.sessions import NotPossible
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import SupervisionReading

HAD_A_PART = "You were part of this supervision, so somebody else must read it."


def had_a_part(reading: SupervisionReading, *, worker_id: str | None) -> bool:
    """This function will say whether somebody supervised, or was supervised, in what the reading is about."""
    return bool(worker_id) and worker_id in (reading.note.supervisor_id, reading.note.worker_id)


def read(
    *,
    reading: SupervisionReading,
    answers: Mapping[str, str],
    strength: str,
    words: str,
    by: Person,
    by_worker_id: str | None,
    today: date,
) -> None:
    """Write what the reader found. Raises NotPossible for who was part of it, or where it was read already."""
    with change_set(by=by, kind="edit", words="Supervision read against the rubric"):
        row = _locked(reading)
        if had_a_part(row, worker_id=by_worker_id):
            raise NotPossible(HAD_A_PART)
        if row.read_on is not None:
            raise NotPossible(f"{row.reader_name} has read it already.")
        row.reader_id, row.reader_name, row.read_on = by_worker_id, by.name, today
        # Beside how it was drawn, which stays.
        row.answers, row.strength, row.words = {**row.answers, **answers}, strength, words
        row.save(update_fields=["reader", "reader_name", "read_on", "answers", "strength", "words"])


def answer(*, reading: SupervisionReading, words: str, by: Person, by_worker_id: str | None, today: date) -> None:
    """Write what the supervisor takes from it. Raises NotPossible for anybody else."""
    with change_set(by=by, kind="edit", words="Reading of a supervision answered"):
        row = _locked(reading)
        if not by_worker_id or row.note.supervisor_id != by_worker_id:
            raise NotPossible("Whoever supervised answers.")
        if row.read_on is None or row.answered_on is not None:
            raise NotPossible("There is nothing to answer, or it was answered already.")
        row.answer, row.answered_on = words, today
        row.save(update_fields=["answer", "answered_on"])


def _locked(reading: SupervisionReading) -> SupervisionReading:
    locked([reading.child_id])
    return SupervisionReading.objects.select_for_update(of=("self",)).select_related("note").get(pk=reading.pk)
