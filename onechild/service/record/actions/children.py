"""Edits what a child's record says of the child, in rows of OneChild's own, which no load overwrites."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import Child, ChildDetails, ChildName

# What a child of OneChild's own has in the contract's table too, so that returns carry it.
OF_THE_CONTRACT = ("gender", "first_language", "nationality", "ethnicity")


class NotOurs(Exception):
    """The row belongs to a source, which alone may change it."""


def keep_details(
    *, child: Child, typed: Mapping[str, Any], seen_version: int, by: Person, today: date
) -> ChildDetails | None:
    """Keep what a user says of a child beside what the source says; `seen_version` is 0 where nobody had yet.

    This function will return the row, or None where nothing was said and nothing is kept. Raises Stale (see `editing`).
    """
    with change_set(by=by, kind="edit", words="Child's details changed"):
        children = locked([child.pk])
        row = ChildDetails.objects.select_for_update().filter(child=child).first()
        if row is None:
            row = _first(child, typed, today)
        elif names := changed(row, seen_version=seen_version, typed=typed):
            row.recorded_on = today
            row.save(update_fields=[*names, "recorded_on"])
        if row is not None and children[child.pk].origin_id is None:
            _into_the_contract(children[child.pk], row)
        return row


def keep_birth(*, child: Child, typed: Mapping[str, Any], seen_version: int, by: Person, today: date) -> None:
    """Keep the birth, the sex registered and the death of a child of OneChild's own; a birth ends the expecting.

    `typed` has born_on, expected_on, sex and died_on. What was due is worked out anew. Raises NotOurs for a source's
    child, Stale (see `editing`), and ValueError for days that can't be, which the form refuses in words.
    """
    with change_set(by=by, kind="edit", words="Birth, sex or death changed"):
        row = locked([child.pk])[child.pk]
        if row.origin_id is not None:
            raise NotOurs
        born_on, died_on = typed["born_on"], typed["died_on"]
        if any(day and day > today for day in (born_on, died_on)) or (born_on and died_on and died_on < born_on):
            raise ValueError("a birth or death to come, or a death before the birth")
        told = {**typed, "expected_on": None} if born_on else typed
        if names := changed(row, seen_version=seen_version, typed=told):
            row.save(update_fields=names)
            renew([row.pk])


def add_name(
    *, child: Child, forename: str, surname: str, kind: str, started_on: date | None, by: Person, today: date
) -> ChildName:
    """Add a name that the child has, from a day; the names there were stay."""
    with change_set(by=by, kind="edit", words="Name added"):
        locked([child.pk])
        return ChildName.objects.create(
            child=child,
            forename=forename,
            surname=surname,
            name_kind=kind,
            started_on=started_on,
            recorded_on=today,
        )


def end_name(*, name: ChildName, on: date, seen_version: int, by: Person, today: date) -> None:
    """End a name that OneChild itself keeps, from a day. Raises NotOurs for a source's, Stale for an older version."""
    with change_set(by=by, kind="edit", words="Name ended"):
        locked([name.child_id])
        row = ChildName.objects.select_for_update().get(pk=name.pk)
        if row.origin_id is not None:
            raise NotOurs
        changed(row, seen_version=seen_version, typed={"ended_on": on})
        row.end_recorded_on = today
        row.save(update_fields=["ended_on", "end_recorded_on"])


def _first(child: Child, typed: Mapping[str, Any], today: date) -> ChildDetails | None:
    """The first time that anybody says something."""
    if not any(typed.values()):
        return None
    return ChildDetails.objects.create(child=child, recorded_on=today, **typed)


def _into_the_contract(child: Child, row: ChildDetails) -> None:
    told = {name: getattr(row, name) or None for name in OF_THE_CONTRACT}
    if names := [name for name, value in told.items() if getattr(child, name) != value]:
        for name in names:
            setattr(child, name, told[name])
        child.save(update_fields=names)
