"""The warning at the head of every page of a child that forbids contact with the family while the work goes on."""

from __future__ import annotations

from datetime import date, timedelta

from onechild.service.record.models import Pathway, WarningKind, WarningNote
from onechild.service.record.queries.names import worker_names

ALONE = "Do not contact the family, visit, ring or write, and tell nobody in the family or the community of this work."
REVIEW = timedelta(days=28)
WHY_NOT_TOLD = "Telling the family could put the child in danger."
ENDED = "The work that it stood for has ended, or allows contact now."


def put_up(pathway: Pathway, *, today: date) -> WarningNote | None:
    """Put up the warning, or bring it up to date, or end it where contact is allowed now; call it in a change-set.

    This function will return the warning in force. It names no subject: whoever may open the record reads that there.
    """
    row = of(pathway)
    if not pathway.no_contact_with_family:
        if row is not None:
            end(row, today=today)
        return None
    words = _words(pathway)
    if row is not None:
        if row.words != words:
            row.words = words
            row.save(update_fields=["words"])
        return row
    return WarningNote.objects.create(
        child_id=pathway.child_id,
        kind=WarningKind.DO_NOT_DISCLOSE,
        words=words,
        started_on=today,
        recorded_on=today,
        review_by=today + REVIEW,
        told=False,
        not_told_reason=WHY_NOT_TOLD,
        source_row=_mark(pathway),
    )


def of(pathway: Pathway) -> WarningNote | None:
    """This function will return the warning in force that this work put up."""
    return WarningNote.objects.filter(
        child_id=pathway.child_id, source_row=_mark(pathway), ended_on__isnull=True
    ).first()


def end(row: WarningNote, *, today: date) -> None:
    """End the warning; call it in a change-set."""
    row.ended_on, row.end_reason, row.end_recorded_on = today, ENDED, today
    row.save(update_fields=["ended_on", "end_reason", "end_recorded_on"])


def discussed(pathway: Pathway, *, manager_id: str | None, today: date) -> None:
    """Note that the manager who oversees the work has looked at the warning; call it in a change-set."""
    row = of(pathway)
    if row is not None:
        row.manager_id, row.discussed_on = manager_id, row.discussed_on or today
        row.reviewed_on, row.review_by, row.reviewed_words = today, today + REVIEW, "Looked at with the work."
        row.save(update_fields=["manager", "discussed_on", "reviewed_on", "review_by", "reviewed_words"])


def _words(pathway: Pathway) -> str:
    lead = worker_names([pathway.lead_id]).get(pathway.lead_id or "", "")
    parts = [ALONE, pathway.no_contact_words]
    parts.append(f"The child is reached only so: {pathway.safe_contact}" if pathway.safe_contact else "")
    parts.append(f"Speak to {lead} first." if lead else "Speak to whoever oversees the work first.")
    return " ".join(part for part in parts if part)


def _mark(pathway: Pathway) -> str:
    return f"pathways {pathway.pk}"
