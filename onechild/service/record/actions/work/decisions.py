"""Writes a decision into the register, whatever it decides on; and what somebody says against one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Child, Decision, DecisionChallenge


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What was decided: a key and its words, why, what else was possible, and what the decider had seen.

    `about` and `about_id` name the row decided on, as a table and a key; `reverses` is an earlier decision's key.
    """

    kind: str
    outcome: str
    outcome_words: str
    reason: str
    options: str = ""
    seen: str = ""
    about: str = ""
    about_id: str = ""
    reverses: str | None = None
    team_id: str | None = None


def enter(
    decided: Decided, *, child: Child, worker_id: str | None, by: Person, now: datetime, today: date, group_id: str = ""
) -> Decision:
    """This function will write one decision about a child into the register and return it.

    Call it inside the change-set of the work that it belongs to; `group_id` joins one decision about several children.
    """
    return Decision.objects.create(
        child=child,
        happened_on=today,
        recorded_on=today,
        decided_at=now,
        decided_by_id=worker_id,
        decided_by_name=by.name,
        group_id=group_id,
        kind=decided.kind,
        outcome=decided.outcome,
        outcome_words=decided.outcome_words,
        reason=decided.reason,
        options=decided.options,
        seen=decided.seen,
        about=decided.about,
        about_id=decided.about_id,
        reverses_id=decided.reverses,
        team_id=decided.team_id,
    )


def enter_for_all(
    decided: Decided, *, children: Sequence[Child], worker_id: str | None, by: Person, now: datetime, today: date
) -> list[Decision]:
    """This function will write the same decision for each of several children, joined by a group, and return them."""
    made: list[Decision] = []
    for child in children:
        group = made[0].group_id if made else ""
        decision = enter(decided, child=child, worker_id=worker_id, by=by, now=now, today=today, group_id=group)
        if not made and len(children) > 1:
            decision.group_id = decision.pk
            decision.save(update_fields=["group_id"])
        made.append(decision)
    return made


def challenge(*, decision: Decision, words: str, worker_id: str | None, by: Person, today: date) -> DecisionChallenge:
    """Say that one does not agree with a decision, and why; whoever decided, or their manager, answers it."""
    with change_set(by=by, kind="edit", words="Decision challenged"):
        locked([decision.child_id])
        return DecisionChallenge.objects.create(
            child_id=decision.child_id,
            decision=decision,
            happened_on=today,
            recorded_on=today,
            made_by_id=worker_id,
            made_by_name=by.name,
            words=words,
        )


def answer_challenge(
    *, challenge: DecisionChallenge, answer: str, stood: bool, worker_id: str | None, by: Person, today: date
) -> None:
    """Answer a challenge: why the decision stands, or that it does not. Raises ValueError where it is answered."""
    with change_set(by=by, kind="edit", words="Challenge answered"):
        locked([challenge.child_id])
        row = DecisionChallenge.objects.select_for_update().get(pk=challenge.pk)
        if row.answered_on is not None:
            raise ValueError("This was answered already.")
        row.answer, row.stood, row.answered_on = answer, stood, today
        row.answered_by_id, row.answered_by_name = worker_id, by.name
        row.save(update_fields=["answer", "stood", "answered_on", "answered_by", "answered_by_name"])
