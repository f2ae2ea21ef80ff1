"""Joins a contact that was sent twice to the other one, with a reason, and takes that back."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Contact, FrontDoorDecision, Intake, IntakeChild, IntakeMove


def join(*, intake: Intake, other: Intake, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Join a contact to another one about the same children: it counts for them no more, and stays to be read.

    This function will raise NotPossible where it was decided on, the other was joined itself, or a child who is linked
    here is not in the other one.
    """
    with change_set(by=by, kind="edit", words="Contact joined to another"):
        mine = _linked(intake)
        locked(sorted(mine))
        row, target = _both(intake, other)
        if missing := set(mine) - set(_linked(other)):
            many = "A child" if len(missing) == 1 else f"{len(missing)} children"
            raise NotPossible(f"{many} of this contact stand not in the other one. Add and link them there first.")
        Contact.objects.filter(pk__in=mine.values()).update(gone_at=now)
        _move(
            row,
            to="joined",
            reason=f"Joined to {target.acknowledgement}: {reason}",
            worker_id=worker_id,
            by=by,
            now=now,
        )
        row.stage, row.joined_to, row.joined_reason = "joined", target, reason
        row.save(update_fields=["stage", "joined_to", "joined_reason"])
        clocks.renew(mine)


def unjoin(*, intake: Intake, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Take a join back: the contact stands where it stood, and counts for its children again."""
    with change_set(by=by, kind="edit", words="Contact no longer joined to another"):
        mine = _linked(intake)
        locked(sorted(mine))
        row = Intake.objects.select_for_update().get(pk=intake.pk)
        if row.stage != "joined":
            raise NotPossible("This contact is not joined to another one.")
        before = IntakeMove.objects.filter(intake=row, to_stage="joined").order_by("-moved_at", "-pk").first()
        stage = before.from_stage if before else "contact"
        _move(row, to=stage, reason=f"Joined no more: {reason}", worker_id=worker_id, by=by, now=now)
        row.stage, row.joined_to, row.joined_reason = stage, None, ""
        row.save(update_fields=["stage", "joined_to", "joined_reason"])
        Contact.every.filter(pk__in=mine.values()).update(gone_at=None)
        clocks.renew(mine)


def _both(intake: Intake, other: Intake) -> tuple[Intake, Intake]:
    rows = {
        row.pk: row for row in Intake.objects.select_for_update().filter(pk__in=[intake.pk, other.pk]).order_by("pk")
    }
    row, target = rows[intake.pk], rows[other.pk]
    if row.pk == target.pk:
        raise NotPossible("This is the same contact.")
    if row.stage == "joined":
        raise NotPossible("This contact is joined to another one already.")
    if row.stage == "decided" or FrontDoorDecision.objects.filter(contact_id__in=_linked(row).values()).exists():
        raise NotPossible("A decision stands on this contact. Join the other one to it, or reverse the decision.")
    if target.stage == "joined":
        raise NotPossible("That contact is itself joined to another one: choose the one that it is joined to.")
    return row, target


def _linked(intake: Intake) -> dict[str, str]:
    """The contact's linked children, each with the row that counts for them."""
    rows = IntakeChild.objects.filter(intake=intake, child__isnull=False)
    return {str(child_id): str(contact_id) for child_id, contact_id in rows.values_list("child_id", "contact_id")}


def _move(row: Intake, *, to: str, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    IntakeMove.objects.create(
        intake_id=row.pk,
        moved_at=now,
        from_stage=row.stage,
        to_stage=to,
        holder_id=row.holder_id,
        moved_by_id=worker_id,
        moved_by_name=by.name,
        reason=reason,
        recorded_on=london(now),
    )
