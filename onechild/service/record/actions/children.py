"""Edits what a child's record says of the child, in rows of OneChild's own, which no load overwrites."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from onechild.service.record.actions.change_sets import Person, change_set
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
