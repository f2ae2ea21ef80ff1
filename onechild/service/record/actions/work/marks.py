"""Marks a happening of a child's timeline as significant, with why, and takes the mark off again."""

from __future__ import annotations

from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import CaseNote, Child, Document, SignificantMark

# What can be written down as significant in the first place.
WRITTEN_AS: dict[str, type[CaseNote] | type[Document]] = {"case_note": CaseNote, "document": Document}


def mark(
    *, child: Child, what: str, row_key: str, words: str, worker_id: str | None, by: Person, today: date
) -> SignificantMark:
    """This function will mark a happening, by `what` and `row_key` of the timeline; a second mark says why anew."""
    with change_set(by=by, kind="edit", words="Marked as significant"):
        locked([child.pk])
        held = SignificantMark.objects.filter(child=child, about=what, about_id=row_key, ended_on=None)
        held.update(ended_on=today)
        return SignificantMark.objects.create(
            child=child,
            about=what,
            about_id=row_key,
            words=words,
            marked_by_id=worker_id,
            marked_by_name=by.name,
            happened_on=today,
            recorded_on=today,
        )


def unmark(*, child: Child, what: str, row_key: str, by: Person, today: date) -> None:
    """Take the mark off; history keeps that it was there."""
    with change_set(by=by, kind="edit", words="No longer marked as significant"):
        locked([child.pk])
        SignificantMark.objects.filter(child=child, about=what, about_id=row_key, ended_on=None).update(ended_on=today)
        if written := WRITTEN_AS.get(what):
            written.objects.filter(child=child, pk=row_key).update(significant=False, significance="")
