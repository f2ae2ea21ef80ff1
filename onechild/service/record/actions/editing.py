"""Saves what somebody edited, and where another changed it meanwhile says what, by whom and when: nothing is lost.

A form carries the `edit_version` that it was filled from. Every journey that edits a row saves through `changed`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from onechild.service.record.models import Child
from onechild.service.record.models.row import RecordRow
from onechild.service.record.queries.versions import Version, versions


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A field that somebody else changed: as the editor saw it, as it is now, as the editor typed it; by whom, when.

    `settled` says that there is nothing to choose: the editor had left the field alone, or typed the same.
    """

    field: str
    was: Any
    theirs: Any
    mine: Any
    by: str
    at: datetime

    @property
    def settled(self) -> bool:
        """Whether both can stand together."""
        return bool(self.mine in (self.was, self.theirs))


class Stale(Exception):
    """A save on an older version: nothing was written. `version` is the newest; what was typed is in `differences`."""

    def __init__(self, version: int, differences: list[Difference]) -> None:
        super().__init__("somebody else changed this meanwhile")
        self.version, self.differences = version, differences

    @property
    def clashing(self) -> list[Difference]:
        """The fields that the editor has to choose on."""
        return [difference for difference in self.differences if not difference.settled]


def locked(child_ids: Collection[str]) -> dict[str, Child]:
    """This function will lock children in the order of their ids, as every write does, and return them by id."""
    rows = Child.every.select_for_update(no_key=True).filter(pk__in=child_ids).order_by("pk")
    return {child.pk: child for child in rows}


def changed(row: RecordRow, *, seen_version: int, typed: Mapping[str, Any]) -> list[str]:
    """This function will put what was typed into a locked row and return the names of the fields that changed.

    It saves nothing: the caller saves those fields. Raises Stale where the row is newer than `seen_version` (0 for a
    row that was not there yet) in any field of `typed`; a newer version that left these fields alone is no matter.
    """
    if row.edit_version != seen_version and (differences := _differences(row, seen_version, typed)):
        raise Stale(row.edit_version, differences)
    names = [name for name, value in typed.items() if getattr(row, name) != value]
    for name in names:
        setattr(row, name, typed[name])
    return names


def _differences(row: RecordRow, seen_version: int, typed: Mapping[str, Any]) -> list[Difference]:
    """Each field of `typed` whose value differs from that of the version seen, with the last one who changed it."""
    known = versions(row, since=max(seen_version, 1))
    seen = known[0].row if seen_version else {}
    found = []
    for name, mine in typed.items():
        field: Any = row._meta.get_field(name)
        was, theirs = _value(field, seen), getattr(row, name)
        if was != theirs:
            last = _last_change(known, field.attname, seen)
            found.append(Difference(field=name, was=was, theirs=theirs, mine=mine, by=last.by, at=last.at))
    return found


def _value(field: Any, row: Mapping[str, Any]) -> Any:
    """A column's value out of a version of a row; of a row that was not there, what an empty form holds."""
    if field.attname not in row:
        return "" if isinstance(field, models.TextField) and not field.null else None
    return field.to_python(row[field.attname])


def _last_change(known: list[Version], column: str, seen: Mapping[str, Any]) -> Version:
    """The version that gave the column the value it has now."""
    found, value = known[-1], seen.get(column)
    for version in known:
        if version.row[column] != value:
            found, value = version, version.row[column]
    return found
