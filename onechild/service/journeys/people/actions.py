"""Writes who is around a child, since when, what they may decide, and how to reach them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from onechild.service.record.actions import clocks
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.actions.work.people import NewAdult, new_adult, one_family, relate
from onechild.service.record.models import Adult, AdultContact, Child, Relationship, RelationshipNote

# What a child is to somebody who is this to the child; a parent’s sex decides below.
OTHER_WAY = {
    "sibling": "sibling",
    "half_sibling": "half_sibling",
    "mother": "child",
    "father": "child",
    "step_parent": "child",
    "adoptive_parent": "child",
    "friend": "friend",
    "aunt_or_uncle": "other_relative",
    "grandparent": "other_relative",
    "other_relative": "other_relative",
}


class NotOurs(Exception):
    """The case system keeps this row, and ends or changes it."""


class Already(Exception):
    """This relationship is on the record and has not ended."""


def add(
    *,
    child: Child,
    relation: str,
    adult_id: str | None = None,
    somebody_new: NewAdult | None = None,
    other: Child | None = None,
    parental_responsibility: bool | None,
    same_household: bool | None,
    started_on: date | None,
    noted: Mapping[str, Any] | None = None,
    together: bool = False,
    by: Person,
    today: date,
) -> Relationship:
    """This function will say who an adult or another child is to a child, and return the row.

    One of `adult_id`, `somebody_new` and `other` says who. Between two children it is said on both records, and
    `together` puts them in one family group. Raises Already where it stands on the record.
    """
    with change_set(by=by, kind="edit", words="Relationship added"):
        ids = [one.pk for one in (child, other) if one]
        locked(ids)
        if somebody_new is not None:
            adult_id = new_adult(somebody_new, today=today).pk
        _refuse_twice(child, relation, adult_id, other)
        row = relate(
            child=child,
            relation=relation,
            adult_id=adult_id,
            related_child_id=other.pk if other else None,
            parental_responsibility=parental_responsibility,
            same_household=same_household,
            started_on=started_on,
            today=today,
        )
        row.refresh_from_db()
        if noted and any(noted.values()):
            _note(row, noted, by, today)
        if other is not None:
            _the_other_way(child, other, relation, same_household, started_on, today)
            if together:
                one_family([child, other], today=today)
        clocks.renew(ids)
    return row


def change(
    *, row: Relationship, typed: Mapping[str, Any], noted: Mapping[str, Any], seen_version: int, by: Person, today: date
) -> None:
    """Change a relationship of ours, and note what is known of it. Raises Stale, and NotOurs for a loaded row.

    `noted` (responsible_from, ground, known_how, words) is kept as a note beside it where it says something new.
    """
    with change_set(by=by, kind="edit", words="Relationship changed"):
        now = _ours(row)
        if names := changed(now, seen_version=seen_version, typed=typed):
            now.save(update_fields=names)
        _note_if_new(now, noted, by, today)
        clocks.renew([now.child_id])


def note(*, row: Relationship, noted: Mapping[str, Any], by: Person, today: date) -> None:
    """Note what is known of a relationship, loaded or ours, beside it."""
    with change_set(by=by, kind="edit", words="Relationship noted"):
        locked([row.child_id])
        _note_if_new(row, noted, by, today)


def end(*, row: Relationship, on: date, words: str, seen_version: int, by: Person, today: date) -> None:
    """End a relationship of ours from a day, with a word of why. Raises Stale, and NotOurs for a loaded row.

    Between two children it ends on both records.
    """
    with change_set(by=by, kind="edit", words="Relationship ended"):
        now = _ours(row)
        changed(now, seen_version=seen_version, typed={"ended_on": on})
        now.end_recorded_on = today
        now.save(update_fields=["ended_on", "end_recorded_on"])
        _note(now, {"words": words}, by, today)
        if now.related_child_id:
            Relationship.objects.filter(
                child_id=now.related_child_id, related_child_id=now.child_id, ended_on=None, origin=None
            ).update(ended_on=on, end_recorded_on=today)
        clocks.renew([key for key in (now.child_id, now.related_child_id) if key])


def change_adult(
    *, child: Child, adult: Adult, typed: Mapping[str, Any], seen_version: int, by: Person, today: date
) -> None:
    """Put right when an adult of ours was born or died. Raises Stale, and NotOurs for a loaded one."""
    with change_set(by=by, kind="edit", words="Adult's dates changed"):
        around = Relationship.objects.filter(related_adult=adult).values_list("child_id", flat=True)
        ids = {child.pk, *around}
        locked(ids)
        row = Adult.objects.select_for_update().get(pk=adult.pk)
        if row.origin_id is not None:
            raise NotOurs
        if names := changed(row, seen_version=seen_version, typed=typed):
            row.save(update_fields=names)
        clocks.renew(ids)


def add_contact(*, child: Child, adult_id: str, by: Person, today: date, **contact: Any) -> AdultContact:
    """This function will add a way to reach an adult and return it; `contact` has its columns from `kind` on."""
    with change_set(by=by, kind="edit", words="How to reach an adult added"):
        locked([child.pk])
        return AdultContact.objects.create(adult_id=adult_id, recorded_on=today, **contact)


def end_contact(*, child: Child, contact: AdultContact, on: date, seen_version: int, by: Person, today: date) -> None:
    """Say that an adult is no longer reached there, from a day. Raises Stale, and NotOurs for a loaded row."""
    with change_set(by=by, kind="edit", words="How to reach an adult ended"):
        locked([child.pk])
        row = AdultContact.objects.select_for_update().get(pk=contact.pk)
        if row.origin_id is not None:
            raise NotOurs
        changed(row, seen_version=seen_version, typed={"ended_on": on})
        row.end_recorded_on = today
        row.save(update_fields=["ended_on", "end_recorded_on"])


def _ours(row: Relationship) -> Relationship:
    locked([key for key in (row.child_id, row.related_child_id) if key])
    now = Relationship.objects.select_for_update().get(pk=row.pk)
    if now.origin_id is not None:
        raise NotOurs
    return now


def _refuse_twice(child: Child, relation: str, adult_id: str | None, other: Child | None) -> None:
    rows = Relationship.objects.filter(child=child, relation=relation, ended_on=None)
    same = rows.filter(related_child=other) if other else rows.filter(related_adult_id=adult_id)
    if same.exists():
        raise Already


def _the_other_way(
    child: Child, other: Child, relation: str, same_household: bool | None, started_on: date | None, today: date
) -> None:
    """The same, said on the other child’s record, unless it is there."""
    if Relationship.objects.filter(child=other, related_child=child, ended_on=None).exists():
        return
    turned = OTHER_WAY.get(relation, "other")
    if relation == "child":
        turned = {"1": "father", "2": "mother", "M": "father", "F": "mother"}.get(child.sex or "", "other_relative")
    relate(
        child=other,
        relation=turned,
        related_child_id=child.pk,
        same_household=same_household,
        started_on=started_on,
        today=today,
    )


def _note_if_new(row: Relationship, noted: Mapping[str, Any], by: Person, today: date) -> None:
    last = RelationshipNote.objects.filter(relationship=row).order_by("-change_set_id", "-pk").first()
    if any(noted.values()) and (last is None or any(getattr(last, name) != value for name, value in noted.items())):
        _note(row, noted, by, today)


def _note(row: Relationship, noted: Mapping[str, Any], by: Person, today: date) -> None:
    RelationshipNote.objects.create(
        child_id=row.child_id,
        relationship=row,
        happened_on=today,
        recorded_on=today,
        written_by_name=by.name,
        **noted,
    )
