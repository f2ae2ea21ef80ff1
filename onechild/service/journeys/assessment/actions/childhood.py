"""Asks for an adult's own childhood record, and decides on that: opened for one worker for some days, or not."""

from __future__ import annotations

from datetime import timedelta

from onechild.service.journeys.assessment.actions.deciding import Actor
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.steps import OwnWork, note_step
from onechild.service.record.models import Adult, AdultHistoryOpening, Assessment, Child, Worker, WorkStep

ABOUT = "adult_history"


def about_id(child_id: str, adult_id: str) -> str:
    """This function will return what the steps of an asking are about."""
    return f"{child_id} {adult_id}"


def ask(*, child: Child, adult_id: str, why: str, who: Actor) -> WorkStep:
    """Ask a manager to open the record of an adult's own childhood for the work with a child, with the reason."""
    with change_set(by=who.by, kind="edit", words="An adult's own childhood record was asked for"):
        locked([child.pk])
        return _step(child, adult_id, "submitted", why, who)


def decide(
    *,
    asked: WorkStep,
    child: Child,
    adult: Adult,
    assessment: Assessment | None,
    opens: bool,
    days: int,
    reason: str,
    who: Actor,
) -> AdultHistoryOpening | None:
    """Decide on what was asked: opened for whoever asked, for so many days, or not. Raises OwnWork.

    This function will raise ValueError where there is nothing to open, or nobody on record to open it for.
    """
    worker = Worker.objects.filter(pk=asked.by_worker_id or "").first()
    if who.worker_id == asked.by_worker_id or who.by.name == asked.by_name:
        raise OwnWork
    if adult.known_as_child_id is None or worker is None:
        raise ValueError("There is no such record, or nobody to open it for.")
    with change_set(by=who.by, kind="edit", words="Decided on an adult's own childhood record"):
        locked([child.pk])
        decided = Decided(
            kind="adult_history",
            outcome="opened" if opens else "not_opened",
            outcome_words=f"Opened for {asked.by_name} for {days} days" if opens else "Not opened",
            reason=reason,
            options="Open the adult's own childhood record for a time, or leave it closed",
            seen=f"What {asked.by_name} asked: {asked.words}",
            about="adults",
            about_id=adult.pk,
            team_id=assessment.team_id if assessment else None,
        )
        decision = enter(decided, child=child, worker_id=who.worker_id, by=who.by, now=who.now, today=who.today)
        _step(child, adult.pk, "approved" if opens else "returned", reason, who)
        if not opens:
            return None
        return AdultHistoryOpening.objects.create(
            child=child,
            assessment=assessment,
            adult=adult,
            opened_child_id=adult.known_as_child_id,
            opened_for=worker,
            opened_for_name=asked.by_name,
            decision=decision,
            decided_by_name=who.by.name,
            happened_on=who.today,
            ends_on=who.today + timedelta(days=days),
            asked_words=asked.words,
            recorded_on=who.today,
        )


def _step(child: Child, adult_id: str, step: str, words: str, who: Actor) -> WorkStep:
    return note_step(
        child_id=child.pk,
        about=ABOUT,
        about_id=about_id(child.pk, adult_id),
        step=step,
        worker_id=who.worker_id,
        by=who.by,
        now=who.now,
        today=who.today,
        words=words,
    )
