"""Opens a referral or uses the one that is open, says that one came to nothing, takes back one that was a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Child, Outcome, Referral
from onechild.service.record.queries.work.referrals import comes_of, open_referral_of, work_under


class NotOurs(Exception):
    """The referral is kept in the case system, which alone may end it."""


class WorkHangsOnIt(Exception):
    """Work was begun under the referral: the message says which."""


def open_referral(
    *,
    child: Child,
    source_kind: str | None,
    source_words: str | None,
    contact_id: str | None,
    decided_on: date | None,
    team_id: str | None,
    by: Person,
    today: date,
    received_on: date | None = None,
    primary_need: str | None = None,
    worker_id: str | None = None,
    outcome: str | None = None,
) -> Referral:
    """This function will return the child's open referral, or open one from the day it was received.

    The caller renews the child's clocks after. `received_on` is the day the contact came (else the day decided, else
    today): the days to decide and to assess count from there. `outcome` is a code of the list `outcome`: what is done
    about the referral ("assessment", "strategy_discussion"). One that is open and came of the same contact is filled in
    where it says nothing yet.
    """
    with change_set(by=by, kind="edit", words="Referral opened"):
        locked([child.pk])
        start, there = received_on or decided_on or today, open_referral_of(child.pk, today)
        facts: dict[str, object] = {
            "source_kind": source_kind,
            "source_words": source_words or None,
            "contact_id": contact_id,
            "primary_need": primary_need,
            "decided_on": decided_on,
            "team_id": team_id,
        }
        if there and comes_of(there, contact_id=contact_id, received_on=start):
            _fill_in(there, facts, start)
        row = there or Referral.objects.create(
            child=child, started_on=start, recorded_on=today, worker_id=worker_id, **facts
        )
        if outcome:
            decide_on(referral=row, outcome=outcome, on=decided_on or today, today=today)
        return row


def _fill_in(referral: Referral, facts: Mapping[str, object], start: date) -> None:
    """Write what a referral of our own does not say yet; it was received when its contact was."""
    new = {name: value for name, value in facts.items() if value is not None and getattr(referral, name) is None}
    if start < referral.started_on:
        new["started_on"] = start
    for name, value in new.items():
        setattr(referral, name, value)
    if new:
        referral.save(update_fields=[name.removesuffix("_id") for name in new])


def decide_on(*, referral: Referral, outcome: str, on: date, today: date) -> None:
    """Say what is done about a referral: the outcome's row, and the day of the decision where there was none.

    Call it inside a change-set. A referral of the case system gets the outcome beside it and is left as it is.
    """
    said = Outcome.objects.filter(child_id=referral.child_id, outcome_of="referral", outcome_of_id=referral.pk)
    if not said.filter(outcome=outcome).exists():
        Outcome.objects.create(
            child_id=referral.child_id,
            happened_on=on,
            recorded_on=today,
            outcome_of="referral",
            outcome_of_id=referral.pk,
            outcome=outcome,
        )
    if referral.origin_id is None and referral.decided_on is None:
        referral.decided_on = on
        referral.save(update_fields=["decided_on"])


def take_back(*, referral: Referral, now: datetime) -> None:
    """Take a referral back that should never have been one: it stops counting, and history keeps it.

    Call it inside a change-set. Raises NotOurs for one of the case system, WorkHangsOnIt where work was begun under it.
    """
    _refuse(referral)
    for row in Outcome.objects.filter(outcome_of="referral", outcome_of_id=referral.pk, origin__isnull=True):
        row.gone_at = now
        row.save(update_fields=["gone_at"])
    referral.gone_at = now
    referral.save(update_fields=["gone_at"])


def _refuse(referral: Referral) -> None:
    if referral.origin_id is not None:
        raise NotOurs
    if begun := work_under(referral.pk):
        raise WorkHangsOnIt(f"The referral can’t end here: {' and '.join(begun)} was begun under it.")
