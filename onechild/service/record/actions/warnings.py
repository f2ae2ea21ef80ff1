"""Adds, renews and ends the warnings on a child's record."""

from __future__ import annotations

from datetime import date
from typing import Any

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import Child, WarningNote


def add(*, child: Child, by: Person, today: date, **note: Any) -> WarningNote:
    """Add a warning; `note` has the columns of `WarningNote` from `kind` to `discussed_on`.

    This function will raise IntegrityError where a form let by what the table refuses: a start to come, a review later
    than a year from now, nobody told and no reason why.
    """
    with change_set(by=by, kind="edit", words="Warning added"):
        locked([child.pk])
        return WarningNote.objects.create(child=child, recorded_on=today, **note)


def renew(
    *, warning: WarningNote, review_by: date, words: str, why: str, seen_version: int, by: Person, today: date
) -> None:
    """Keep a warning in force until another day, with what was found on looking at it again. Raises Stale."""
    with change_set(by=by, kind="edit", words="Warning reviewed and renewed"):
        row = _locked(warning)
        typed = {"review_by": review_by, "words": words, "reviewed_words": why}
        changed(row, seen_version=seen_version, typed=typed)
        row.reviewed_on = today
        row.save(update_fields=[*typed, "reviewed_on"])


def end(*, warning: WarningNote, on: date, reason: str, seen_version: int, by: Person, today: date) -> None:
    """End a warning from a day. Raises Stale where it was changed or ended meanwhile."""
    with change_set(by=by, kind="edit", words="Warning ended"):
        row = _locked(warning)
        changed(row, seen_version=seen_version, typed={"ended_on": on, "end_reason": reason})
        row.end_recorded_on = today
        row.save(update_fields=["ended_on", "end_reason", "end_recorded_on"])


def _locked(warning: WarningNote) -> WarningNote:
    locked([warning.child_id])
    return WarningNote.objects.select_for_update().get(pk=warning.pk)
