"""Gives the reason why a duty was late, once; what is said again corrects it, and the first words stay in history."""

from __future__ import annotations

from datetime import datetime

from onechild.knowledge.workdays import london
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import Child, LateReason, Obligation


class GivenAlready(Exception):
    """Somebody gave a reason for this duty meanwhile: it can be corrected, not written over."""


def give(*, child: Child, duty: Obligation, reason: str, words: str, by: Person, now: datetime) -> LateReason:
    """Give the reason for one duty of a child; `reason` is a code of lateness_reason. Raises GivenAlready."""
    with change_set(by=by, kind="edit", words="Reason for lateness given"):
        locked([child.pk])
        key = {"child": child, "clock": duty.clock, "spell_id": duty.spell_id, "due_on": duty.due_on}
        if LateReason.objects.filter(**key).exists():
            raise GivenAlready
        return LateReason.objects.create(
            **key,
            sequence=duty.sequence,
            reason=reason,
            words=words,
            given_by=by.name,
            given_at=now,
            recorded_on=london(now),
        )


def correct(*, given: LateReason, reason: str, words: str, seen_version: int, by: Person) -> None:
    """Correct a reason; what was said first, by whom and when, stays in history. Raises Stale."""
    with change_set(by=by, kind="edit", words="Reason for lateness corrected"):
        locked([given.child_id])
        row = LateReason.objects.select_for_update(no_key=True).get(pk=given.pk)
        names = changed(row, seen_version=seen_version, typed={"reason": reason, "words": words})
        if names:
            row.save(update_fields=names)
