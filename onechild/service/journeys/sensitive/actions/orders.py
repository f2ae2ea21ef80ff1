"""Records an order that protects a child, with its warning at the head of the record, and its end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.models import Child, ProtectiveOrder, WarningKind, WarningNote

REVIEW = timedelta(days=182)


def record_order(*, child: Child, worker_id: str | None, by: Person, today: date, **told: Any) -> ProtectiveOrder:
    """Record an order and put a warning up for as long as it lasts; `told` has columns of ProtectiveOrder."""
    with change_set(by=by, kind="edit", words="Protective order recorded"):
        locked([child.pk])
        row = ProtectiveOrder.objects.create(child=child, worker_id=worker_id, recorded_on=today, **told)
        WarningNote.objects.create(
            child=child,
            kind=WarningKind.PROTECTION_ORDER,
            words=_words(row),
            adult_id=row.against_adult_id,
            started_on=today,
            recorded_on=today,
            review_by=_review(row, today),
            told=False,
            not_told_reason="The court serves its own order. Whoever it is against is not told of this warning.",
            source_row=_mark(row),
        )
        return row


def change_order(*, order: ProtectiveOrder, typed: dict[str, Any], seen_version: int, by: Person, today: date) -> None:
    """Put right until when an order lasts and what it says, or end it. Raises Stale."""
    with change_set(by=by, kind="edit", words="Protective order changed"):
        locked([order.child_id])
        row = ProtectiveOrder.objects.select_for_update().get(pk=order.pk)
        names = changed(row, seen_version=seen_version, typed=typed)
        if "ended_on" in names:
            row.end_recorded_on = today
            names.append("end_recorded_on")
        row.save(update_fields=names)
        _follow(row, today)


def _follow(row: ProtectiveOrder, today: date) -> None:
    """The order's warning says what the order says, and ends with it."""
    note = WarningNote.objects.filter(child_id=row.child_id, source_row=_mark(row), ended_on__isnull=True).first()
    if note is None:
        return
    note.words = _words(row)
    if row.ended_on is not None and row.ended_on <= today:
        note.ended_on, note.end_recorded_on = max(row.ended_on, note.started_on), today
        note.end_reason = "The order has ended."
    note.save(update_fields=["words", "ended_on", "end_recorded_on", "end_reason"])


def _words(row: ProtectiveOrder) -> str:
    parts = [f"{row.get_kind_display()}{f' against {row.against_words}' if row.against_words else ''}."]
    if row.expected_end_on:
        parts.append(f"In force until {row.expected_end_on.day} {row.expected_end_on:%B %Y}.")
    parts.append("It forbids contact with the child." if row.forbids_contact else "")
    parts.append("It forbids telling or coming near the child’s address." if row.forbids_address else "")
    parts.append("The police may arrest whoever breaks it." if row.power_of_arrest else "")
    parts.append(row.words)
    return " ".join(part for part in parts if part)


def _review(row: ProtectiveOrder, today: date) -> date:
    latest = today + REVIEW
    return min(row.expected_end_on, latest) if row.expected_end_on and row.expected_end_on > today else latest


def _mark(row: ProtectiveOrder) -> str:
    return f"protective_orders {row.pk}"
