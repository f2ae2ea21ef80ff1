"""Writes a second look: somebody takes it, says whether they agree, and the decider answers."""

from __future__ import annotations

from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Decision, FrontDoorDecision, SecondLook


class NotTheirs(Exception):
    """Who may not do this, and who can; the message is for its reader."""


def had_a_part(decision: Decision, *, worker_id: str | None, name: str) -> bool:
    """This function will say whether somebody decided or screened what the decision is about, at any stage."""
    stages = Decision.objects.filter(about=decision.about, about_id=decision.about_id) if decision.about_id else []
    if any(one.decided_by_name == name or _same(one.decided_by_id, worker_id) for one in [decision, *stages]):
        return True
    told = FrontDoorDecision.objects.filter(child_id=decision.child_id, happened_on=decision.happened_on)
    return any(_same(one.screened_by_id, worker_id) or _same(one.decided_by_id, worker_id) for one in told)


def take(*, look: SecondLook, worker_id: str | None, by: Person, today: date) -> None:
    """Say that one will read it. Raises NotTheirs for who decided or screened, or where somebody has taken it."""
    with change_set(by=by, kind="edit", words="Second look taken"):
        row = _locked(look)
        _refuse(row, worker_id, by)
        if row.reader_name and row.reader_name != by.name:
            raise NotTheirs(f"{row.reader_name} has taken it.")
        row.reader_id, row.reader_name = worker_id, by.name
        row.save(update_fields=["reader", "reader_name"])


def read(
    *, look: SecondLook, agrees: bool, history_used: bool, words: str, worker_id: str | None, by: Person, today: date
) -> None:
    """Write what the reader found: whether they agree, whether the history was used, and why."""
    with change_set(by=by, kind="edit", words="Second look read"):
        row = _locked(look)
        _refuse(row, worker_id, by)
        if row.read_on is not None:
            raise NotTheirs(f"{row.reader_name} has read it already.")
        row.reader_id, row.reader_name, row.read_on = worker_id, by.name, today
        row.agrees, row.history_used, row.words = agrees, history_used, words
        row.save(update_fields=["reader", "reader_name", "read_on", "agrees", "history_used", "words"])


def answer(*, look: SecondLook, words: str, worker_id: str | None, by: Person, today: date) -> None:
    """Write what the decider answers to the reader. Raises NotTheirs for anybody else."""
    with change_set(by=by, kind="edit", words="Second look answered"):
        row = _locked(look)
        decision = row.decision
        if decision.decided_by_name != by.name and not _same(decision.decided_by_id, worker_id):
            raise NotTheirs(f"{decision.decided_by_name} decided this, and answers.")
        if row.read_on is None or row.answered_on is not None:
            raise NotTheirs("There is nothing to answer, or it was answered already.")
        row.answer, row.answered_on = words, today
        row.save(update_fields=["answer", "answered_on"])


def _refuse(row: SecondLook, worker_id: str | None, by: Person) -> None:
    if had_a_part(row.decision, worker_id=worker_id, name=by.name):
        raise NotTheirs("You had a part in this decision, so somebody else must read it.")


def _same(known: str | None, worker_id: str | None) -> bool:
    return bool(known) and known == worker_id


def _locked(look: SecondLook) -> SecondLook:
    locked([look.child_id])
    return SecondLook.objects.select_for_update(of=("self",)).select_related("decision").get(pk=look.pk)
