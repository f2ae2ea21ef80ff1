"""Joins a contact that was sent twice to the other one, with a reason, and takes that back."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.taking_in.actions.asked import open_what_was_asked, what_was_asked
from onechild.service.journeys.front_door.taking_in.actions.carrying import carry_over, give_back
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Contact, FrontDoorDecision, Intake, IntakeChild, IntakeMove, Referral


class _Act(TypedDict):
    """Who acts, and when."""

    worker_id: str | None
    by: Person
    now: datetime


def join(*, intake: Intake, other: Intake, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Join a contact to another one about the same children: it counts for them no more, and stays to be read.

    Where it came earlier or is more urgent, the other one takes that over: no clock of a child is lost. This function
    will raise NotPossible where it was decided on, the other was joined itself, a child who is linked here is not in
    the other one, or that one can't take over what is more urgent here.
    """
    with change_set(by=by, kind="edit", words="Contact joined to another"):
        mine = _linked(intake)
        children = sorted({*mine, *_linked(other)})
        locked(children)
        row, target = _both(intake, other)
        if missing := set(mine) - set(_linked(other)):
            many = "A child" if len(missing) == 1 else f"{len(missing)} children"
            raise NotPossible(f"{many} of this contact stand not in the other one. Add and link them there first.")
        asked_before = target.strategy_asked_at is not None
        carried = carry_over(row=row, target=target, now=now)
        acts: _Act = {"worker_id": worker_id, "by": by, "now": now}
        Contact.objects.filter(pk__in=mine.values()).update(gone_at=now)
        taken = f". It took over: {carried}" if carried else ""
        _move(row, to="joined", reason=f"Joined to {target.acknowledgement}{taken}: {reason}", **acts)
        if carried:
            _move(target, to=target.stage, reason=f"{row.acknowledgement} joined to this one: {carried}", **acts)
        row.stage, row.joined_to, row.joined_reason = "joined", target, reason
        row.save(update_fields=["stage", "joined_to", "joined_reason"])
        if target.strategy_asked_at and not asked_before:
            _move(target, to=target.stage, reason=what_was_asked(row), **acts)
            open_what_was_asked(intake=target, **acts)
        clocks.renew(children)


def unjoin(*, intake: Intake, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Take a join back: the contact stands where it stood, and counts for its children again.

    The other one gives back what it took over, where nobody changed that since.
    """
    with change_set(by=by, kind="edit", words="Contact no longer joined to another"):
        mine = _linked(intake)
        other = Intake.objects.filter(pk=intake.joined_to_id).first()
        children = sorted({*mine, *(_linked(other) if other else ())})
        locked(children)
        rows = _locked_rows(intake, other or intake)
        row = rows[intake.pk]
        if row.stage != "joined":
            raise NotPossible("This contact is not joined to another one.")
        before = IntakeMove.objects.filter(intake=row, to_stage="joined").order_by("-moved_at", "-pk").first()
        stage = before.from_stage if before else "contact"
        acts: _Act = {"worker_id": worker_id, "by": by, "now": now}
        target = rows.get(row.joined_to_id or "")
        if before and target and (back := give_back(row=row, target=target, change_set_id=before.change_set_id)):
            _move(target, to=target.stage, reason=f"{row.acknowledgement} joined no more. {back}", **acts)
        _move(row, to=stage, reason=f"Joined no more: {reason}", **acts)
        row.stage, row.joined_to, row.joined_reason = stage, None, ""
        row.save(update_fields=["stage", "joined_to", "joined_reason"])
        Contact.every.filter(pk__in=mine.values()).update(gone_at=None)
        clocks.renew(children)


def _both(intake: Intake, other: Intake) -> tuple[Intake, Intake]:
    rows = _locked_rows(intake, other)
    row, target = rows[intake.pk], rows[other.pk]
    if row.pk == target.pk:
        raise NotPossible("This is the same contact.")
    if row.stage == "joined":
        raise NotPossible("This contact is joined to another one already.")
    if row.stage == "decided" or FrontDoorDecision.objects.filter(contact_id__in=_linked(row).values()).exists():
        raise NotPossible("A decision stands on this contact. Join the other one to it, or reverse the decision.")
    if Referral.objects.filter(contact_id__in=_linked(row).values()).exists():
        raise NotPossible("A referral came of this contact. Join the other one to it.")
    if target.stage == "joined":
        raise NotPossible("That contact is itself joined to another one: choose the one that it is joined to.")
    return row, target


def _locked_rows(intake: Intake, other: Intake) -> dict[str, Intake]:
    found = Intake.objects.select_for_update().filter(pk__in=[intake.pk, other.pk]).order_by("pk")
    return {row.pk: row for row in found}


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
