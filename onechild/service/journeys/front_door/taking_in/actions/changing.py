"""Puts right what a contact says, adds a child to it, and says how urgent it is: each told from another's save.

What was decided or joined to another contact stays as it was read then: all of these raise NotPossible for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from onechild.knowledge.workdays import london
from onechild.service.journeys.front_door.taking_in.actions.linking import CLOSED_TO_LINKS, restrict
from onechild.service.journeys.front_door.taking_in.actions.refusals import NotPossible
from onechild.service.journeys.front_door.taking_in.actions.telling import NEEDED, URGENT, tell
from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.intake_form.told import is_professional
from onechild.service.record.models import Contact, Intake, IntakeChild


def edit_details(
    *, intake: Intake, typed: Mapping[str, Any], open_to_ids: Sequence[str], seen_version: int, by: Person
) -> None:
    """Put right what was told. Raises Stale. A contact that becomes sensitive opens to `open_to_ids` as well."""
    with change_set(by=by, kind="edit", words="Contact put right"):
        children = _children(intake)
        row = _still_open(intake.pk)
        names = changed(row, seen_version=seen_version, typed=typed)
        if "source_kind" in names:
            row.professional = is_professional(row.source_kind)
            names.append("professional")
        if "sensitive" in names and row.sensitive:
            row.open_to_ids = sorted({*row.open_to_ids, *open_to_ids})
            names.append("open_to_ids")
        row.save(update_fields=names)
        if "source_kind" in names:
            Contact.objects.filter(pk__in=children.values()).update(source_kind=row.source_kind)
            clocks.renew(children)
        if "sensitive" in names and row.sensitive:
            for child_id in children:
                restrict(child_id=child_id, intake=row)


def edit_child(*, intake_child: IntakeChild, typed: Mapping[str, Any], seen_version: int, by: Person) -> None:
    """Put right what was told of one child. Raises Stale. The record of a linked child is not touched."""
    with change_set(by=by, kind="edit", words="Child of a contact put right"):
        _still_open(intake_child.intake_id)
        row = IntakeChild.objects.select_for_update().get(pk=intake_child.pk)
        row.save(update_fields=changed(row, seen_version=seen_version, typed=typed))


def add_child(*, intake: Intake, typed: Mapping[str, Any], by: Person, now: datetime) -> IntakeChild:
    """Add a brother, sister or other child to a contact, and return the row."""
    with change_set(by=by, kind="edit", words="Child added to a contact"):
        row = _still_open(intake.pk)
        last = IntakeChild.every.filter(intake=row).order_by("-number").first()
        number = last.number + 1 if last else 1
        return IntakeChild.objects.create(intake=row, number=number, recorded_on=london(now), **typed)


def set_priority(*, intake: Intake, typed: Mapping[str, Any], seen_version: int, by: Person, now: datetime) -> None:
    """Say how urgent a contact is: `typed` has urgent, priority and needed_before, with their words. Raises Stale.

    The contact of each linked child takes the priority, so that clocks and figures read it. `priority_at` is when the
    colour was last given.
    """
    with change_set(by=by, kind="edit", words="How urgent a contact is"):
        children = _children(intake)
        row = _still_open(intake.pk)
        names = changed(row, seen_version=seen_version, typed=typed)
        if "priority" in names:
            row.priority_at = now if row.priority else None
            names.append("priority_at")
        row.save(update_fields=names)
        if "priority" in names:
            Contact.objects.filter(pk__in=children.values()).update(priority=row.priority)
            clocks.renew(children)
        if ("urgent" in names and row.urgent) or ("priority" in names and row.priority == "red"):
            tell(intake=row, words=URGENT)
        elif "needed_before" in names and row.needed_before:
            tell(intake=row, words=NEEDED)


def _still_open(intake_id: str) -> Intake:
    """The contact, locked; NotPossible where it was decided or joined."""
    row = Intake.objects.select_for_update().get(pk=intake_id)
    if row.stage in CLOSED_TO_LINKS:
        raise NotPossible("This contact was decided or joined to another, so it stays as it was.")
    return row


def _children(intake: Intake) -> dict[str, str]:
    """The linked children, locked, each with the row of the contract that counts for them."""
    rows = IntakeChild.objects.filter(intake=intake, child__isnull=False).values_list("child_id", "contact_id")
    found = {str(child_id): str(contact_id) for child_id, contact_id in rows}
    locked(sorted(found))
    return found
