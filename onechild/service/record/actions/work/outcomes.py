"""What a plan must change for a child: outcomes and the actions under them, met, dropped or carried into another plan.

Each of these opens a change-set of its own, and may be called inside another: then all is kept, or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Child, PlanAction, PlanOutcome
from onechild.service.record.queries.work.outcomes import unmet


class AlreadySettled(Exception):
    """The outcome or action was met, dropped or done already; the message says so in words for its reader."""


@dataclass(frozen=True, kw_only=True)
class NewOutcome:
    """What is worried about, what will be different, how everybody will know, and by when."""

    worry: str
    outcome: str
    known_by: str = ""
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewAction:
    """What somebody agreed to do: a worker of the council (`owner_id`), or anybody else in words; by when."""

    words: str
    owner_id: str | None = None
    owner_words: str = ""
    due_on: date | None = None


def add_outcome(
    new: NewOutcome,
    *,
    child: Child,
    plan_kind: str,
    plan_id: str,
    by: Person,
    today: date,
    carried_from: str | None = None,
) -> PlanOutcome:
    """Put an outcome into a plan, after those that it has, and return it; `plan_kind` is a key of PlanKind."""
    with change_set(by=by, kind="edit", words="Outcome of a plan added"):
        locked([child.pk])
        last = PlanOutcome.objects.filter(plan_kind=plan_kind, plan_id=plan_id).aggregate(last=Max("number"))["last"]
        return PlanOutcome.objects.create(
            child=child,
            plan_kind=plan_kind,
            plan_id=plan_id,
            number=(last or 0) + 1,
            worry=new.worry,
            outcome=new.outcome,
            known_by=new.known_by,
            due_on=new.due_on,
            set_on=today,
            recorded_on=today,
            carried_from_id=carried_from,
        )


def note_progress(*, outcome: PlanOutcome, words: str, by: Person, today: date) -> None:
    """Say what has changed towards an outcome since the last meeting; earlier words stay in the row's history."""
    with change_set(by=by, kind="edit", words="Progress of a plan's outcome"):
        row = _open_outcome(outcome)
        row.progress = words
        row.save(update_fields=["progress"])


def meet_outcome(*, outcome: PlanOutcome, on: date, words: str, by: Person, today: date) -> None:
    """Say that an outcome is met, from a day, and how that is known. Raises AlreadySettled."""
    with change_set(by=by, kind="edit", words="Outcome of a plan met"):
        row = _open_outcome(outcome)
        row.met_on, row.met_words = on, words
        row.save(update_fields=["met_on", "met_words"])


def drop_outcome(*, outcome: PlanOutcome, on: date, reason: str, by: Person, today: date) -> None:
    """Say that an outcome is given up though it is not met, and why. Raises AlreadySettled."""
    with change_set(by=by, kind="edit", words="Outcome of a plan dropped"):
        row = _open_outcome(outcome)
        row.dropped_on, row.dropped_reason = on, reason
        row.save(update_fields=["dropped_on", "dropped_reason"])


def carry_over(
    *,
    from_plan_id: str,
    to_plan_kind: str,
    to_plan_id: str,
    by: Person,
    today: date,
    only: frozenset[str] | None = None,
) -> list[PlanOutcome]:
    """Carry outcomes that are neither met nor dropped into another plan of the child, with actions still to do.

    This function will return the outcomes made, each naming the one it came from; the old ones stay as they were.
    `only` names the outcomes to carry; without it, all. One that was carried there already is not carried twice.
    """
    with change_set(by=by, kind="edit", words="Outcomes carried into another plan"):
        left = unmet(from_plan_id)
        locked({row.child_id for row in left})
        there = set(PlanOutcome.objects.filter(plan_id=to_plan_id).values_list("carried_from_id", flat=True))
        wanted = [row for row in left if row.pk not in there and (only is None or row.pk in only)]
        return [_carried(row, to_plan_kind, to_plan_id, by=by, today=today) for row in wanted]


def add_action(new: NewAction, *, outcome: PlanOutcome, by: Person, today: date) -> PlanAction:
    """Put an action under an outcome: what, who does it, by when."""
    with change_set(by=by, kind="edit", words="Action of a plan added"):
        locked([outcome.child_id])
        return PlanAction.objects.create(
            child_id=outcome.child_id,
            plan_outcome=outcome,
            words=new.words,
            owner_id=new.owner_id,
            owner_words=new.owner_words,
            due_on=new.due_on,
            recorded_on=today,
        )


def action_done(*, action: PlanAction, on: date, words: str = "", by: Person, today: date) -> None:
    """Say that an action was done, on a day. Raises AlreadySettled."""
    with change_set(by=by, kind="edit", words="Action of a plan done"):
        locked([action.child_id])
        row = PlanAction.objects.select_for_update().get(pk=action.pk)
        if row.done_on is not None:
            raise AlreadySettled("This action was marked done already.")
        row.done_on, row.done_words = on, words
        row.save(update_fields=["done_on", "done_words"])


def _open_outcome(outcome: PlanOutcome) -> PlanOutcome:
    locked([outcome.child_id])
    row = PlanOutcome.objects.select_for_update().get(pk=outcome.pk)
    if row.met_on is not None or row.dropped_on is not None:
        raise AlreadySettled("This outcome was settled already.")
    return row


def _carried(row: PlanOutcome, plan_kind: str, plan_id: str, *, by: Person, today: date) -> PlanOutcome:
    new = NewOutcome(worry=row.worry, outcome=row.outcome, known_by=row.known_by, due_on=row.due_on)
    made = add_outcome(
        new, child=row.child, plan_kind=plan_kind, plan_id=plan_id, by=by, today=today, carried_from=row.pk
    )
    for action in PlanAction.objects.filter(plan_outcome=row, done_on__isnull=True).order_by("pk"):
        again = NewAction(
            words=action.words, owner_id=action.owner_id, owner_words=action.owner_words, due_on=action.due_on
        )
        add_action(again, outcome=made, by=by, today=today)
    return made
