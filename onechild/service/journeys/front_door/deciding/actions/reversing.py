"""Reverses a decision on a contact, with a reason: what followed from it is taken back where nothing hangs on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.deciding.actions.following import lead_of
from onechild.service.journeys.front_door.deciding.actions.moving import note_move
from onechild.service.journeys.front_door.deciding.actions.screening import ABOUT
from onechild.service.journeys.front_door.outcomes import REFERRED
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions import clocks
from onechild.service.record.actions.allocations import AlreadyHeld, end_lead
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.promises import withdraw
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.referrals import NotOurs, WorkHangsOnIt, take_back
from onechild.service.record.actions.work.watches import end_watch
from onechild.service.record.models import (
    Allocation,
    Child,
    Decision,
    Direction,
    EarlyHelpEpisode,
    FrontDoorDecision,
    Intake,
    IntakeChild,
    IntakeMove,
    IntakeStage,
    Outcome,
    Referral,
    StrategyNote,
)

WORDS = "The decision at the front door was reversed."


def reverse(*, intake: Intake, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Reverse the decision on a contact, for all its children: it waits for a decision again, and its clock runs again.

    This function will raise NotPossible where it was not decided, or work hangs on what was decided: an assessment, a
    strategy discussion, a worker who holds the case.
    """
    with change_set(by=by, kind="edit", words="Decision on a contact reversed"):
        rows = list(IntakeChild.objects.filter(intake_id=intake.pk, child__isnull=False).order_by("number", "pk"))
        children = locked([str(one.child_id) for one in rows])
        row = Intake.objects.select_for_update().get(pk=intake.pk)
        if row.stage != IntakeStage.DECIDED:
            raise NotPossible("There is no decision on this contact to reverse.")
        today = london(now)
        for decision in standing(row):
            _take_back(decision, row, rows, by, now, today)
            _enter(decision, children[decision.child_id], reason, worker_id, by, now, today)
        contacts = [one.contact_id for one in rows]
        made = FrontDoorDecision.objects.filter(contact_id__in=contacts, stage__in=["initial", "final"])
        made.exclude(outcome="screening").update(gone_at=now)
        Outcome.objects.filter(outcome_of="contact", outcome_of_id__in=contacts, origin__isnull=True).update(
            gone_at=now
        )
        _back_to_decide(row, reason, worker_id, by, now)
        clocks.renew(children)


def standing(row: Intake) -> list[Decision]:
    """This function will return the decisions that stand on a contact: those neither reversed nor passed on."""
    kinds = ("contact_initial", "contact_final")
    reversed_before = Decision.objects.filter(reverses__isnull=False).values("reverses_id")
    found = Decision.objects.filter(about=ABOUT, about_id=row.pk, kind__in=kinds).exclude(outcome="screening")
    return list(found.exclude(pk__in=reversed_before).select_related("child").order_by("decided_at", "pk"))


def _take_back(
    decision: Decision, row: Intake, rows: Sequence[IntakeChild], by: Person, now: datetime, today: date
) -> None:
    """What followed for one child: the referral and the waiting for a worker, help early, directions and the watch."""
    contact_ids = [one.contact_id for one in rows if one.child_id == decision.child_id]
    if decision.outcome in REFERRED:
        if StrategyNote.objects.filter(child_id=decision.child_id, intake_id=row.pk, decided="").exists():
            raise NotPossible("A strategy discussion is open: record what it decided first.")
        for referral in Referral.objects.filter(child_id=decision.child_id, contact_id__in=contact_ids):
            _take_back_referral(referral, decision.child, by, now, today)
        _take_back_of_another(decision, contact_ids, by, now, today)
    if decision.outcome == "early_help":
        begun = EarlyHelpEpisode.objects.filter(
            child_id=decision.child_id, origin__isnull=True, recorded_on=decision.happened_on, reason=decision.reason
        )
        begun.update(gone_at=now)
    given = Direction.objects.filter(given_in="front_door", given_in_id=decision.pk, done_on__isnull=True)
    for one in given.filter(withdrawn_on__isnull=True):
        withdraw(direction=one, words=WORDS, manages=True, by=by, by_worker_id=None, now=now, today=today)
    end_watch(decision=decision, reason=WORDS, on=today)


def _take_back_referral(referral: Referral, child: Child, by: Person, now: datetime, today: date) -> None:
    if lead_of(child.pk, today):
        raise NotPossible("A worker holds the case already: talk to them, and end their allocation first.")
    try:
        take_back(referral=referral, now=now)
        end_lead(child=child, on=today, by=by, today=today, words=WORDS)
    except WorkHangsOnIt as refused:
        raise NotPossible(str(refused)) from refused
    except NotOurs as refused:
        raise NotPossible("The referral is kept in the case system: end it there first.") from refused
    except AlreadyHeld as refused:
        raise NotPossible(str(refused)) from refused


def _take_back_of_another(
    decision: Decision, contact_ids: Sequence[str | None], by: Person, now: datetime, today: date
) -> None:
    """What the decision wrote about a referral that was open before it: its outcome, and the waiting on a team's list.

    The child was locked from the first row of the decision to the last: of the child's rows, those whose change-sets
    lie between were written with it.
    """
    made = FrontDoorDecision.objects.filter(contact_id__in=contact_ids, child_id=decision.child_id)
    first = made.filter(outcome=decision.outcome).order_by("-decided_at", "-pk").first()
    last = Outcome.objects.filter(outcome_of="contact", outcome_of_id__in=contact_ids, origin__isnull=True)
    said = last.order_by("-change_set_id").first()
    if first is None or said is None:
        return
    written = {"child_id": decision.child_id, "change_set_id__range": (first.change_set_id, said.change_set_id)}
    Outcome.objects.filter(outcome_of="referral", origin__isnull=True, **written).update(gone_at=now)
    Referral.objects.filter(origin__isnull=True, decided_on=decision.happened_on, **written).update(decided_on=None)
    if Allocation.objects.filter(role="lead", worker__isnull=True, ended_on__isnull=True, **written).exists():
        try:
            end_lead(child=decision.child, on=today, by=by, today=today, words=WORDS)
        except AlreadyHeld as refused:
            raise NotPossible(str(refused)) from refused


def _enter(
    decision: Decision, child: Child, reason: str, worker_id: str | None, by: Person, now: datetime, today: date
) -> None:
    decided = Decided(
        kind="contact_reversed",
        outcome="reversed",
        outcome_words=f"Reversed: {decision.outcome_words}",
        reason=reason,
        about=ABOUT,
        about_id=decision.about_id,
        reverses=decision.pk,
    )
    enter(decided, child=child, worker_id=worker_id, by=by, now=now, today=today, group_id=decision.group_id)


def _back_to_decide(row: Intake, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """To the stage at which it was decided; the one who told us must be told again."""
    last = (
        IntakeMove.objects.filter(intake_id=row.pk, to_stage=IntakeStage.DECIDED).order_by("-moved_at", "-pk").first()
    )
    stage = last.from_stage if last else IntakeStage.INITIAL
    note_move(row, stage=stage, reason=f"Reversed: {reason}", holder_id=None, worker_id=worker_id, by=by, now=now)
    row.stage, row.holder_id, row.outcome, row.category = stage, None, None, ""
    row.decided_at, row.decided_by_id, row.told_at, row.told_by_id = None, None, None, None
    row.save(update_fields=["stage", "holder", "outcome", "category", "decided_at", "decided_by", "told_at", "told_by"])
