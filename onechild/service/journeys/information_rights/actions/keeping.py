"""Sets retention dates, puts and lifts holds, and erases a record when two people agree and nothing forbids it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from django.db import IntegrityError, connection, transaction
from django.db.models import Exists, OuterRef

from onechild.knowledge.tables.extract import ABOUT_FILE
from onechild.service.access.models import User
from onechild.service.journeys.information_rights.actions.requests import NotPossible
from onechild.service.journeys.information_rights.erasing_extracts import write_without
from onechild.service.journeys.information_rights.models import Erasure, Hold
from onechild.service.journeys.information_rights.retention import (
    CONTACT,
    IN_NEED,
    LOOKED_AFTER,
    PROTECTION,
    Period,
    keep_until,
)
from onechild.service.record.actions.change_sets import change_set
from onechild.service.record.models import (
    Child,
    ChildProtectionPlan,
    PeriodOfCare,
    Referral,
    Section47Enquiry,
)


def set_retention_dates(*, by: User | str, child_ids: Iterable[str] | None = None) -> int:
    """Write down, for closed and open records alike, until when each is kept; returns how many dates changed."""
    of_child = {"child_id": OuterRef("pk")}
    asked = Child.objects.annotate(
        was_looked_after=Exists(PeriodOfCare.objects.filter(**of_child)),
        had_plan=Exists(ChildProtectionPlan.objects.filter(**of_child)),
        had_enquiry=Exists(Section47Enquiry.objects.filter(**of_child)),
        had_referral=Exists(Referral.objects.filter(**of_child)),
    )
    asked = asked if child_ids is None else asked.filter(pk__in=list(child_ids))
    changed = []
    for child in asked.iterator():
        until = keep_until(_period(child), born_on=child.born_on, died_on=child.died_on)
        if until != child.keep_until:
            child.keep_until = until
            changed.append(child)
    if changed:
        with change_set(by=by, kind="setting", words="Until when records are kept"):
            Child.objects.bulk_update(changed, ["keep_until"], batch_size=2000)
    return len(changed)


@transaction.atomic
def hold(*, child: Child, reason: str, by: User, at: datetime) -> Hold:
    """Forbid the erasure of a child's record, whatever its date, until the hold is lifted."""
    if Hold.objects.filter(child=child, lifted_at=None).exists():
        raise NotPossible("This record is held already.")
    made = Hold.objects.create(child=child, reason=reason, put_by=by, put_at=at)
    with change_set(by=by, kind="setting", words="Legal hold"):
        Child.objects.filter(pk=child.pk).update(legal_hold=reason)
    return made


@transaction.atomic
def lift(*, child: Child, reason: str, by: User, at: datetime) -> None:
    """Lift a hold; the record's date counts again."""
    if not Hold.objects.filter(child=child, lifted_at=None).update(lifted_by=by, lifted_at=at, lifted_reason=reason):
        raise NotPossible("This record is not held.")
    with change_set(by=by, kind="setting", words="Legal hold lifted"):
        Child.objects.filter(pk=child.pk).update(legal_hold="")


def ask_erasure(*, child: Child, reason: str, by: User, at: datetime, today: date) -> Erasure:
    """Ask for a record to be erased; somebody else must agree. NotPossible where a hold or a date forbids it."""
    _allowed(child, today)
    if Erasure.objects.filter(child_ref=child.pk, done_at=None, refused_by=None).exists():
        raise NotPossible("Somebody asked for this already.")
    return Erasure.objects.create(
        child_ref=child.pk, public_ref=child.la_child_id, reason=reason, asked_by=by, asked_at=at
    )


def refuse(*, erasure: Erasure, by: User) -> None:
    """Leave the record as it is."""
    if not Erasure.objects.filter(pk=erasure.pk, done_at=None, refused_by=None).update(refused_by=by):
        raise NotPossible("This was decided already.")


def erase(*, erasure: Erasure, by: User, at: datetime, today: date) -> int:
    """Erase the record, which somebody else asked for; returns how many rows went, histories included.

    The kept extracts are written again by a job. What stays of the child is a number in the access log that leads to
    nothing any more.
    """
    if erasure.asked_by_id == by.pk:
        raise NotPossible("You asked for this, so somebody else must agree.")
    child = Child.every.filter(pk=erasure.child_ref).first()
    if child is None or erasure.done_at:
        raise NotPossible("This record was erased already.")
    _allowed(child, today)
    try:
        with change_set(by=by, kind="erasure", words="A record erased"), connection.cursor() as cursor:
            cursor.callproc("rights_erase", [child.pk, erasure.pk])
            gone = int(cursor.fetchone()[0])
            Erasure.objects.filter(pk=erasure.pk).update(done_by=by, done_at=at, rows_erased=gone, public_ref="")
    except IntegrityError as refused:
        raise NotPossible(f"The database refused: {str(refused).splitlines()[0]}") from None
    return gone


def erase_from_extracts(*, kept: Path, now: datetime) -> int:
    """Write every extract kept under a folder again without the children erased since; returns how many were written.

    An erasure names its child until this is done, and nobody afterwards. What fails is tried again the next time.
    """
    waiting = list(Erasure.objects.filter(done_at__isnull=False, extracts_done_at=None))
    if not waiting:
        return 0
    gone = {erasure.child_ref for erasure in waiting}
    folders = sorted(path.parent for path in kept.rglob(ABOUT_FILE)) if kept.is_dir() else []
    for folder in folders:
        write_without(folder, gone)
    Erasure.objects.filter(pk__in=[one.pk for one in waiting]).update(extracts_done_at=now, child_ref="")
    return len(folders)


def _allowed(child: Child, today: date) -> None:
    if Hold.objects.filter(child=child, lifted_at=None).exists() or child.legal_hold:
        raise NotPossible("A legal hold forbids this erasure.")
    if child.keep_until is None:
        raise NotPossible("It is not known until when this record must be kept.")
    if today <= child.keep_until:
        raise NotPossible(f"The record is kept until {child.keep_until:%-d %B %Y}.")


def _period(child: Child) -> Period:
    if child.was_looked_after:  # type: ignore[attr-defined]
        return LOOKED_AFTER
    if child.had_plan or child.had_enquiry:  # type: ignore[attr-defined]
        return PROTECTION
    return IN_NEED if child.had_referral else CONTACT  # type: ignore[attr-defined]
