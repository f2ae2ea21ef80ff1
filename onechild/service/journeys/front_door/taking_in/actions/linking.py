"""Says which child of the record a contact is about, and takes that back: the contact then counts for that child."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import ProgrammingError, connection

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.taking_in.actions.asked import open_what_was_asked
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.people import NewChild, new_child
from onechild.service.record.models import (
    Child,
    Contact,
    FrontDoorDecision,
    Intake,
    IntakeChild,
    IntakeMove,
    Referral,
    StepTaken,
    StrategyNote,
)
from onechild.service.record.queries.work.referrals import was_open_before

CLOSED_TO_LINKS = ("decided", "joined")
NO_RIGHT = "42501"
BY_GLASS = (
    "This record is restricted and you opened it for a time only. Somebody named on it, or whoever works on contacts "
    "about forced marriage, honour-based abuse and genital mutilation, must do this."
)


def link(
    *, intake_child: IntakeChild, child: Child, worker_id: str | None, by: Person, now: datetime, made_new: bool = False
) -> Contact:
    """Link a child of a contact to a child of the record, and return the contact as it now counts for them.

    A sensitive contact restricts the child's record. This function will raise NotPossible where the child of the
    contact is linked already, another one of the same contact is this child, or it was decided or joined.
    """
    with change_set(by=by, kind="edit", words="Contact linked to a child"):
        locked([child.pk])
        intake, row = _rows(intake_child)
        if row.child_id:
            raise NotPossible("This child of the contact is linked already. Undo that link first.")
        if IntakeChild.objects.filter(intake=intake, child=child).exists():
            raise NotPossible("Another child of this contact is linked to that record already.")
        contact = _contact(intake, child, worker_id, london(now))
        row.child, row.contact, row.linked_at, row.linked_by_name = child, contact, now, by.name
        row.made_new = made_new
        row.save(update_fields=["child", "contact", "linked_at", "linked_by_name", "made_new"])
        clocks.renew([child.pk])
        open_what_was_asked(intake=intake, worker_id=worker_id, by=by, now=now)
        if intake.sensitive:
            restrict(child_id=child.pk, intake=intake)
    return contact


def make_child(*, intake_child: IntakeChild, worker_id: str | None, by: Person, now: datetime) -> Child:
    """Make a record of a child of a contact, after the search found nobody, link it and return it."""
    row = intake_child
    known = NewChild(
        forename=row.forename,
        surname=row.surname,
        born_on=row.born_on,
        expected_on=row.expected_on,
        sex=row.sex,
        address=row.address,
        postcode=row.postcode,
        language=row.language,
    )
    with change_set(by=by, kind="edit", words="Record of a child made at the front door"):
        child = new_child(known, today=london(now))
        link(intake_child=row, child=child, worker_id=worker_id, by=by, now=now, made_new=True)
    return child


def unlink(*, intake_child: IntakeChild, reason: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Take a link back: the contact no longer counts for that child, and a discussion it opened is not owed any more.

    This function will raise NotPossible where a decision stands on the link. A record that was restricted or made for
    it stays as it is.
    """
    with change_set(by=by, kind="edit", words="Link of a contact to a child undone"):
        child_id = intake_child.child_id
        locked([child_id] if child_id else [])
        intake, row = _rows(intake_child)
        if not row.child_id or row.child_id != child_id:
            raise NotPossible("This child of the contact is not linked.")
        if FrontDoorDecision.objects.filter(contact_id=row.contact_id).exists():
            raise NotPossible("A decision stands on this link. Reverse the decision first.")
        Contact.objects.filter(pk=row.contact_id).update(gone_at=now)
        _nothing_came_of_it(intake, child_id, row.contact_id, now)
        name = f"{row.forename} {row.surname}".strip() or f"child {row.number}"
        row.child, row.contact, row.linked_at, row.linked_by_name, row.made_new = None, None, None, "", False
        row.save(update_fields=["child", "contact", "linked_at", "linked_by_name", "made_new"])
        note_move(intake=intake, words=f"Link of {name} undone: {reason}", worker_id=worker_id, by=by, now=now)
        clocks.renew([child_id] if child_id else [])


def _nothing_came_of_it(intake: Intake, child_id: str, contact_id: str | None, now: datetime) -> None:
    """The discussion that the contact opened about a child, while undecided, goes with the suspicion it is owed from.

    A referral that a discussion held already opened stays, with its work, and is said to come of the contact no more.
    """
    notes = StrategyNote.objects.filter(intake=intake, child_id=child_id, decided="")
    owed = list(notes.values_list("discussion_id", flat=True))
    steps = StepTaken.objects.filter(child_id=child_id, step="significant_harm_suspected", about_id__in=owed)
    steps.update(gone_at=now)
    notes.update(gone_at=now)
    came = Referral.objects.filter(child_id=child_id, contact_id=contact_id, origin__isnull=True)
    came.filter(contact__isnull=False).update(contact_id=None, source_kind=None, source_words=None)


def restrict(*, child_id: str, intake: Intake) -> bool:
    """This function will restrict the record of a child of a sensitive contact, to those who work on it.

    Says whether it did: one that is specially protected already stays as it is. Raises NotPossible for whoever opened
    a restricted record for a time only; what was done with it then goes back as well.
    """
    workers: Sequence[str] = [one for one in (*intake.open_to_ids, intake.holder_id) if one]
    words = "A sensitive contact at the front door was linked to this child."
    with connection.cursor() as cursor:
        try:
            cursor.callproc("front_door_restrict", [child_id, intake.sensitive, words, list(workers)])
        except ProgrammingError as refused:
            if getattr(refused.__cause__, "sqlstate", "") != NO_RIGHT:
                raise
            raise NotPossible(BY_GLASS) from refused
        return bool(cursor.fetchone()[0])


def note_move(*, intake: Intake, words: str, worker_id: str | None, by: Person, now: datetime) -> None:
    """Write what was done with a contact, at whatever stage it is, into its own history; in a change-set."""
    IntakeMove.objects.create(
        intake_id=intake.pk,
        moved_at=now,
        from_stage=intake.stage,
        to_stage=intake.stage,
        holder_id=intake.holder_id,
        moved_by_id=worker_id,
        moved_by_name=by.name,
        reason=words,
        recorded_on=london(now),
    )


def _rows(intake_child: IntakeChild) -> tuple[Intake, IntakeChild]:
    intake = Intake.objects.select_for_update().get(pk=intake_child.intake_id)
    if intake.stage in CLOSED_TO_LINKS:
        raise NotPossible("This contact was decided or joined to another, so its children stay as they are.")
    return intake, IntakeChild.objects.select_for_update().get(pk=intake_child.pk)


def _contact(intake: Intake, child: Child, worker_id: str | None, today: date) -> Contact:
    happened_on = london(intake.received_at)
    words = ", ".join(one for one in (intake.referrer_name, intake.referrer_role, intake.organisation) if one)
    return Contact.objects.create(
        child=child,
        happened_on=happened_on,
        received_at=intake.received_at,
        source_kind=intake.source_kind,
        source_words=words or None,
        priority=intake.priority,
        already_open=was_open_before(child.pk, happened_on),
        worker_id=intake.holder_id or worker_id,
        recorded_on=today,
    )
