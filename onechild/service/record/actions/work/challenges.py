"""Challenges formally how a child is worked with, stage by stage, until it ends in words.

Each stage is put to a named person, who alone answers; whoever raised it accepts the answer or takes it further. The
steps and their times are the council's own, after the IRO Handbook (read second-hand: local standard, check). That the
reviewing officer of a looked-after child may refer the case to Cafcass at any time is law: Children Act 1989, section
25B(3), with regulation 45 of the Care Planning, Placement and Case Review (England) Regulations 2010.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Child, Escalation, EscalationOutcome, EscalationStage, EscalationStep
from onechild.service.record.queries.work.challenges import STAGES, due_of, is_looked_after


class NotPossible(Exception):
    """This can't be done to the challenge as it stands, or not by this person; the message is for its reader."""


@dataclass(frozen=True, kw_only=True)
class Put:
    """To whom a stage is put, and in what words: a worker of the record where there is one, always by name."""

    stage: str
    to_worker_id: str | None
    to_words: str
    words: str


def raise_challenge(
    *,
    child: Child,
    about: str,
    words: str,
    wanted: str,
    childs_view: str,
    put: Put,
    direction_id: str | None = None,
    by: Person,
    by_worker_id: str | None,
    reviews: bool,
    today: date,
) -> Escalation:
    """Challenge how a child is worked with, put it to the first person, and return it.

    `reviews` says that the person is a reviewing officer, who may refer a looked-after child's case to Cafcass at any
    time. Raises NotPossible where the stage is not open to them.
    """
    with change_set(by=by, kind="edit", words="Challenge raised"):
        locked([child.pk])
        _refuse_stage(child.pk, None, put, by=by, by_worker_id=by_worker_id, reviews=reviews, today=today)
        row = Escalation.objects.create(
            child=child,
            started_on=today,
            recorded_on=today,
            raised_by_id=by_worker_id,
            raised_by_name=by.name,
            about=about,
            direction_id=direction_id or None,
            words=words,
            wanted=wanted,
            childs_view=childs_view,
        )
        _put(row, put, today=today)
        return row


def answer(*, step: EscalationStep, words: str, by: Person, by_worker_id: str | None, today: date) -> None:
    """Answer a stage as the person it was put to. Raises NotPossible for anybody else, or where it was answered."""
    with change_set(by=by, kind="edit", words="Challenge answered"):
        row = _locked_step(step)
        if not may_answer(row, name=by.name, worker_id=by_worker_id):
            raise NotPossible(f"This was put to {row.to_words}, who answers it.")
        row.answer, row.answered_on, row.answered_by_name = words, today, by.name
        row.save(update_fields=["answer", "answered_on", "answered_by_name"])


def note_answer(*, step: EscalationStep, words: str, answered_by: str, on: date, by: Person, today: date) -> None:
    """Write down what Cafcass answered, who has no account here: by whom and when. Raises NotPossible."""
    with change_set(by=by, kind="edit", words="Answer of Cafcass to a challenge"):
        row = _locked_step(step)
        if row.stage != EscalationStage.CAFCASS:
            raise NotPossible(f"This was put to {row.to_words}, who answers it.")
        row.answer, row.answered_on, row.answered_by_name = words, on, answered_by
        row.save(update_fields=["answer", "answered_on", "answered_by_name"])


def take_further(
    *,
    escalation: Escalation,
    put: Put,
    why: str,
    by: Person,
    by_worker_id: str | None,
    reviews: bool,
    raiser_gone: bool = False,
    today: date,
) -> EscalationStep:
    """Put the challenge to somebody at a later stage: an answer was not enough, or did not come by its day.

    Raises NotPossible; a reviewing officer of a looked-after child may go to Cafcass without waiting for an answer.
    `raiser_gone` says that whoever raised it has no account any more, so that another who may raise one goes on.
    """
    with change_set(by=by, kind="edit", words="Challenge taken further"):
        row = _locked(escalation)
        _refuse_other(row, by=by, by_worker_id=by_worker_id, raiser_gone=raiser_gone)
        if (put.to_worker_id and put.to_worker_id == row.raised_by_id) or put.to_words == row.raised_by_name:
            raise NotPossible("Nobody answers their own challenge: put it to somebody else.")
        last = _last(row)
        _refuse_stage(row.child_id, last, put, by=by, by_worker_id=by_worker_id, reviews=reviews, today=today)
        if last.answered_on is None and last.due_on >= today and put.stage != EscalationStage.CAFCASS:
            raise NotPossible("This stage has not been answered, and its day has not passed.")
        if last.answered_on is not None:
            last.accepted, last.accepted_words = False, why
            last.save(update_fields=["accepted", "accepted_words"])
        return _put(row, put, today=today)


def end(
    *,
    escalation: Escalation,
    outcome: str,
    words: str,
    by: Person,
    by_worker_id: str | None,
    raiser_gone: bool = False,
    today: date,
) -> None:
    """End a challenge as resolved, resolved in part, withdrawn or referred, and say how. Raises NotPossible."""
    if not words.strip():
        raise NotPossible("Say how it ended.")
    with change_set(by=by, kind="edit", words="Challenge ended"):
        row = _locked(escalation)
        _refuse_other(row, by=by, by_worker_id=by_worker_id, raiser_gone=raiser_gone)
        last = _last(row)
        if outcome == EscalationOutcome.REFERRED and last.stage != EscalationStage.CAFCASS:
            raise NotPossible("It was not put to Cafcass.")
        if outcome in (EscalationOutcome.RESOLVED, EscalationOutcome.PARTLY):
            if last.answered_on is None:
                raise NotPossible("Nobody has answered: it can be withdrawn, or wait for the answer.")
            last.accepted, last.accepted_words = True, words
            last.save(update_fields=["accepted", "accepted_words"])
        row.outcome, row.outcome_words = outcome, words
        row.ended_on, row.end_recorded_on = today, today
        row.save(update_fields=["outcome", "outcome_words", "ended_on", "end_recorded_on"])


def may_answer(step: EscalationStep, *, name: str, worker_id: str | None) -> bool:
    """Whether a stage was put to this person: by their worker's key, else by their name."""
    if step.to_worker_id:
        return bool(step.to_worker_id == worker_id)
    return bool(step.stage != EscalationStage.CAFCASS and step.to_words == name)


def why_not_go_on(row: Escalation, *, name: str, worker_id: str | None, raiser_gone: bool) -> str:
    """Why a person may not take a challenge further or end it; nothing where they may.

    Whoever raised it does: by their worker's key, else by their name; where they are gone another may, but never
    somebody to whom one of its stages was put.
    """
    raised = row.raised_by_id == worker_id if row.raised_by_id else row.raised_by_name == name
    if raised:
        return ""
    if any(
        may_answer(step, name=name, worker_id=worker_id)
        or (step.answered_on is not None and step.answered_by_name == name)
        for step in EscalationStep.objects.filter(escalation=row)
    ):
        return "This was put to you: whoever raised it decides whether the answer is enough."
    return "" if raiser_gone else f"{row.raised_by_name} raised this, and takes it further or ends it."


def _refuse_other(row: Escalation, *, by: Person, by_worker_id: str | None, raiser_gone: bool) -> None:
    why = why_not_go_on(row, name=by.name, worker_id=by_worker_id, raiser_gone=raiser_gone)
    if why:
        raise NotPossible(why)


def _put(row: Escalation, put: Put, *, today: date) -> EscalationStep:
    return EscalationStep.objects.create(
        child_id=row.child_id,
        escalation=row,
        happened_on=today,
        recorded_on=today,
        stage=put.stage,
        to_worker_id=put.to_worker_id or None,
        to_words=put.to_words,
        due_on=due_of(put.stage, today=today),
        words=put.words,
    )


def _refuse_stage(
    child_id: str,
    last: EscalationStep | None,
    put: Put,
    *,
    by: Person,
    by_worker_id: str | None,
    reviews: bool,
    today: date,
) -> None:
    if last is not None and STAGES.index(put.stage) <= STAGES.index(last.stage):
        raise NotPossible("It goes to a later stage than the one it is at.")
    if put.to_words == by.name or (put.to_worker_id and put.to_worker_id == by_worker_id):
        raise NotPossible("Nobody answers their own challenge: put it to somebody else.")
    if put.stage == EscalationStage.CAFCASS and not (reviews and is_looked_after(child_id, today=today)):
        raise NotPossible("Only the reviewing officer of a looked-after child can refer the case to Cafcass.")


def _locked(escalation: Escalation) -> Escalation:
    locked([escalation.child_id])
    row = Escalation.objects.select_for_update().get(pk=escalation.pk)
    if row.ended_on is not None:
        raise NotPossible("This challenge has ended.")
    return row


def _locked_step(step: EscalationStep) -> EscalationStep:
    _locked(step.escalation)
    row = EscalationStep.objects.select_for_update().get(pk=step.pk)
    if row.answered_on is not None:
        raise NotPossible("This was answered already.")
    return row


def _last(row: Escalation) -> EscalationStep:
    """The stage it is at: each is later than the one before."""
    return max(EscalationStep.objects.filter(escalation=row), key=lambda step: STAGES.index(step.stage))
