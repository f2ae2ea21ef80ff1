"""Takes a contact, hands it to somebody, and sends it on: every move with its moment, its mover and its reason."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.models import Intake, IntakeChild, IntakeMove, IntakeStage

OPEN = (IntakeStage.CONTACT, IntakeStage.INITIAL, IntakeStage.SCREENING, IntakeStage.FINAL)
YOU_SCREENED = "You screened this, so someone else must decide."


def take(*, intake: Intake, worker_id: str, by: Person, now: datetime) -> None:
    """Take a contact that nobody has. Raises NotPossible where somebody took it first."""
    with change_set(by=by, kind="edit", words="Contact taken"):
        row = still_open(intake)
        if row.holder_id and row.holder_id != worker_id:
            raise NotPossible("Somebody else took this contact first.")
        _refuse_screener(row, worker_id)
        _hold(row, worker_id, "", worker_id, by, now)


def hand(*, intake: Intake, to_worker_id: str, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Hand a contact to somebody at the front door. Raises NotPossible where it waits for one who did not screen it."""
    with change_set(by=by, kind="edit", words="Contact handed over"):
        row = still_open(intake)
        if row.stage == IntakeStage.FINAL and to_worker_id == row.screener_id:
            raise NotPossible("They screened this, so someone else must decide.")
        _hold(row, to_worker_id, reason, worker_id, by, now)


def send(*, intake: Intake, worker_id: str | None, by: Person, now: datetime) -> None:
    """Send a contact to its first decision, with nobody holding it. Raises NotPossible where a child is not linked."""
    with change_set(by=by, kind="edit", words="Contact sent to be decided"):
        row = still_open(intake)
        if row.stage != IntakeStage.CONTACT:
            raise NotPossible("This contact went on already.")
        linked_children(row)
        to_stage(row, stage=IntakeStage.INITIAL, reason="", worker_id=worker_id, by=by, now=now)


def still_open(intake: Intake) -> Intake:
    """This function will lock a contact and return it as it is; NotPossible where it was decided or joined."""
    row = Intake.objects.select_for_update().filter(pk=intake.pk).first()
    if row is None or row.stage not in OPEN:
        raise NotPossible("This contact was decided or joined to another one meanwhile.")
    return row


def linked_children(row: Intake) -> list[IntakeChild]:
    """This function will return the children of a contact; NotPossible where one of them is linked to no record."""
    children = list(IntakeChild.objects.filter(intake_id=row.pk).order_by("number", "pk"))
    if not children or any(child.child_id is None for child in children):
        raise NotPossible(
            "Say first which child of the record this is, or make a record: a decision stands on a child. A strategy "
            "discussion need not wait for that."
        )
    return children


def to_stage(
    row: Intake,
    *,
    stage: str,
    reason: str,
    worker_id: str | None,
    by: Person,
    now: datetime,
    holder_id: str | None = None,
) -> None:
    """Move a locked contact to a stage and, with nobody named, out of everybody's hands; the caller saves no more."""
    note_move(row, stage=stage, reason=reason, holder_id=holder_id, worker_id=worker_id, by=by, now=now)
    row.stage, row.holder_id = stage, holder_id
    row.save(update_fields=["stage", "holder"])


def note_move(
    row: Intake,
    *,
    stage: str,
    reason: str,
    holder_id: str | None,
    worker_id: str | None,
    by: Person,
    now: datetime,
) -> IntakeMove:
    """This function will write a move of a contact into its history, and return it."""
    return IntakeMove.objects.create(
        intake_id=row.pk,
        moved_at=now,
        from_stage=row.stage,
        to_stage=stage,
        holder_id=holder_id,
        moved_by_id=worker_id,
        moved_by_name=by.name,
        reason=reason,
        recorded_on=london(now),
    )


def screened_it(row: Intake, *, worker_id: str | None, by: Person) -> bool:
    """This function will say whether this person screened the contact, by their worker or, with none, by their name."""
    if row.screener_id:
        return bool(row.screener_id == worker_id)
    # Taking, handing over and linking write moves that stay at the final stage: only the one out of screening counts.
    out = IntakeMove.objects.filter(intake_id=row.pk, from_stage=IntakeStage.SCREENING, to_stage=IntakeStage.FINAL)
    last = out.order_by("-moved_at", "-pk").first()
    return last is not None and last.moved_by_name == by.name


def _hold(row: Intake, holder_id: str, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    note_move(row, stage=row.stage, reason=reason, holder_id=holder_id, worker_id=worker_id, by=by, now=now)
    row.holder_id = holder_id
    row.save(update_fields=["holder"])


def _refuse_screener(row: Intake, worker_id: str) -> None:
    if row.stage == IntakeStage.FINAL and row.screener_id == worker_id:
        raise NotPossible(YOU_SCREENED)
