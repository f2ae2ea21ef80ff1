"""Says how a supervision stands: planned, being written, to sign by whom, signed by both, called off."""

from __future__ import annotations

from datetime import date

from onechild.service.govuk.parts import Tag
from onechild.service.record.models import SupervisionSession


def state_of(row: SupervisionSession, *, me: str | None, today: date) -> tuple[str, Tag | None]:
    """This function will return how a supervision stands, with a tag where that matters to the reader."""
    if row.called_off_words:
        return "called off", None
    if row.worker_signed_at:
        disagrees = Tag("The worker does not agree", "missing") if row.worker_agrees is False else None
        return "signed by both", disagrees
    if row.supervisor_signed_at:
        return ("for you to read and sign" if row.worker_id == me else "for the worker to sign"), None
    if row.held_at:
        return "written, not signed", None
    if row.happened_on > today:
        return "planned", None
    return "not written yet", Tag("Not written", "missing")
