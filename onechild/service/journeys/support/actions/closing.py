"""Writes the closing of a case: asked by a worker, returned with what must be done first, or decided by a manager."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from onechild.service.journeys.support.left_open import left_open
from onechild.service.journeys.support.reasons import why_not
from onechild.service.record.actions import allocations, clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.step_down import NotYet
from onechild.service.record.actions.work.steps import note_step, refuse_own_work
from onechild.service.record.actions.work.watches import begin_watch
from onechild.service.record.models import Child, Closure, DecisionExplained, Referral, StepTaken
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.work.came_back import FOLLOWED
from onechild.service.record.queries.work.referrals import open_referral_of

ABOUT = "closures"


def ask(
    *,
    child: Child,
    typed: Mapping[str, Any],
    handover_on: date | None,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> Closure:
    """Ask that a child's case be closed, and return what was asked; asked again after a return, it is the same one.

    Raises NotYet where there is no case to close, or one that the case system keeps.
    """
    with change_set(by=by, kind="edit", words="Closure asked for"):
        locked([child.pk])
        referral = _to_close(child, today)
        row = Closure.objects.filter(child=child).exclude(status="approved").first()
        if row is not None and row.status == "submitted":
            raise NotYet("The closing of this case is with a manager already.")
        row = row or Closure(child=child, recorded_on=today)
        row.happened_on, row.referral, row.asked_by_id, row.status = today, referral, worker_id, "submitted"
        for name, value in typed.items():
            setattr(row, name, value)
        row.save()
        if handover_on is not None:
            StepTaken.objects.create(
                child=child, step="handover_meeting", happened_on=handover_on, worker_id=worker_id, recorded_on=today
            )
        _step(row, "submitted", worker_id=worker_id, by=by, now=now, today=today)
        clocks.renew([child.pk])
        return row


def send_back(*, closure: Closure, words: str, worker_id: str | None, by: Person, now: datetime, today: date) -> None:
    """Return a closure, with what has to be done first."""
    with change_set(by=by, kind="edit", words="Closure returned"):
        row = _with_a_manager(closure)
        row.status = "returned"
        row.save(update_fields=["status"])
        _step(row, "returned", worker_id=worker_id, by=by, now=now, today=today, words=words)


def decide(
    *,
    closure: Closure,
    reason: str,
    seen: str,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> Closure:
    """Close the case from today: the referral and the worker's allocation end, the child is told, and is followed.

    Raises OwnWork for who asked, and NotYet where something is open that must be settled first, or the reason is not
    true of the child.
    """
    with change_set(by=by, kind="edit", words="Case closed"):
        row = _with_a_manager(closure)
        refuse_own_work(about_id=row.pk, worker_id=worker_id, by=by, written_by_id=row.asked_by_id)
        left = left_open(row.child_id, today=today)
        if left.first:
            raise NotYet(f"Settle this first: {'; '.join(one.words for one in left.first)}.")
        if left.named and not row.what_is_left.strip():
            raise NotYet("Something is left that the request does not name: return it.")
        if untrue := why_not(row.child_id, row.end_reason, today=today):
            raise NotYet(untrue)
        referral = _to_close(row.child, today)
        decided = Decided(
            kind="closure",
            outcome=row.end_reason or "closed",
            outcome_words=f"Case closed: {code_in_words('cin_closure_reason', row.end_reason)}",
            reason=reason,
            seen=_seen(seen, [one.words for one in left.named]),
            about="referrals",
            about_id=referral.pk,
            team_id=open_allocations(today)
            .filter(child_id=row.child_id, role="lead")
            .values_list("team_id", flat=True)
            .first(),
        )
        decision = enter(decided, child=row.child, worker_id=worker_id, by=by, now=now, today=today)
        _close(row, referral, worker_id=worker_id, by=by, today=today)
        if row.childs_explanation:
            DecisionExplained.objects.create(
                child=row.child,
                decision_kind="other",
                happened_on=today,
                decided_by_id=worker_id,
                reasons=reason,
                explained_on=row.family_told_on,
                childs_words=row.childs_explanation,
                recorded_on=today,
            )
        if row.end_reason in FOLLOWED:
            begin_watch(decision=decision, kind="closure", on=today)
        row.status, row.decision = "approved", decision
        row.save(update_fields=["status", "decision"])
        _step(row, "approved", worker_id=worker_id, by=by, now=now, today=today, words=reason)
        clocks.renew([row.child_id])
    return row


def _to_close(child: Child, today: date) -> Referral:
    referral = open_referral_of(child.pk, today)
    if referral is None:
        raise NotYet("This child has no open case to close.")
    if referral.origin_id is not None:
        raise NotYet("This case is kept in the case system; close it there.")
    return Referral.objects.select_for_update().get(pk=referral.pk)


def _close(row: Closure, referral: Referral, *, worker_id: str | None, by: Person, today: date) -> None:
    """End the referral and whoever holds the case; the step says when it was decided."""
    decided = StepTaken.objects.filter(
        child_id=row.child_id, step="closure_decided", happened_on__gte=referral.started_on
    )
    if not decided.exists():
        StepTaken.objects.create(
            child_id=row.child_id, step="closure_decided", happened_on=today, worker_id=worker_id, recorded_on=today
        )
    referral.ended_on, referral.end_recorded_on, referral.end_reason = today, today, row.end_reason
    referral.save(update_fields=["ended_on", "end_recorded_on", "end_reason"])
    try:
        allocations.end_lead(child=row.child, on=today, by=by, today=today, reason="OTHERS", words="Case closed")
    except allocations.AlreadyHeld as held:
        raise NotYet(str(held)) from held


def _seen(seen: str, named: list[str]) -> str:
    left = f"Left, and named in the request: {'; '.join(named)}." if named else "Nothing was left open."
    return f"{seen} {left}"


def _with_a_manager(closure: Closure) -> Closure:
    locked([closure.child_id])
    row = Closure.objects.select_for_update().get(pk=closure.pk)
    if row.status != "submitted":
        raise NotYet("This is not with a manager: somebody has decided already, or returned it.")
    return row


def _step(
    row: Closure, step: str, *, worker_id: str | None, by: Person, now: datetime, today: date, words: str = ""
) -> None:
    note_step(
        child_id=row.child_id,
        about=ABOUT,
        about_id=row.pk,
        step=step,
        worker_id=worker_id,
        by=by,
        now=now,
        today=today,
        words=words,
    )
