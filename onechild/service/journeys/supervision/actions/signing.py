"""Signs a supervision: first whoever supervised, then the worker, who may disagree in words; neither for the other."""

from __future__ import annotations

from datetime import date, datetime

from onechild.service.journeys.supervision.actions.sessions import NotPossible, is_begun, locked_session, open_session
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.models import PersonalSupervision, SessionKind, SupervisionNote, SupervisionSession


def sign_as_supervisor(
    *, session: SupervisionSession, next_on: date | None, by: Person, by_worker_id: str | None, now: datetime
) -> None:
    """Sign what one wrote, with the day of the next. Raises NotPossible for others, or while a part is missing."""
    with change_set(by=by, kind="edit", words="Supervision signed by the supervisor"):
        row = open_session(session)
        if row.supervisor_id != by_worker_id:
            raise NotPossible(f"{row.supervisor_name} signs as supervisor: nobody signs for another.")
        if not is_begun(row):
            raise NotPossible("Nothing is written yet.")
        if SupervisionNote.objects.filter(session=row, supervision__isnull=True).exists():
            raise NotPossible("A child on the list is not written of yet. Write it, or take the child off the list.")
        row.next_on, row.supervisor_signed_at, row.supervisor_signed_name = next_on, now, by.name
        row.save(update_fields=["next_on", "supervisor_signed_at", "supervisor_signed_name"])


def sign_as_worker(
    *, session: SupervisionSession, agrees: bool, words: str, by: Person, by_worker_id: str | None, now: datetime
) -> None:
    """Sign as the worker supervised, with words of one's own; not agreeing needs them. Raises NotPossible."""
    with change_set(by=by, kind="edit", words="Supervision signed by the worker"):
        row = locked_session(session)
        if row.worker_id != by_worker_id:
            raise NotPossible("The worker signs: nobody signs for another.")
        if row.supervisor_signed_at is None:
            raise NotPossible(f"{row.supervisor_name} signs first, once it is written.")
        if row.worker_signed_at is not None:
            raise NotPossible("You have signed it already. Nothing in it changes after that.")
        if not agrees and not words.strip():
            raise NotPossible("Say what you don’t agree with.")
        row.worker_agrees, row.worker_signed_at, row.worker_signed_name = agrees, now, by.name
        personal = row.kind == SessionKind.PERSONAL
        row.worker_words = "" if personal else words
        row.save(update_fields=["worker_agrees", "worker_signed_at", "worker_signed_name", "worker_words"])
        if personal:
            # With the rest of it, where only the two can read.
            kept = PersonalSupervision.objects.select_for_update().get(session=row)
            kept.worker_words = words
            kept.save(update_fields=["worker_words"])
