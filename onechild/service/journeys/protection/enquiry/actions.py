"""Writes an enquiry, sends it to a manager, and ends it with what was concluded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from onechild.service.journeys.protection.enquiry.queries import Enquiry, enquiry_of, still_needed
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.steps import note_step, refuse_own_work
from onechild.service.record.models import EnquiryNote, Outcome
from onechild.service.record.models.assessment_work import WorkStatus
from onechild.service.record.models.enquiry_note import EnquiryOutcome

TABLE = "section_47_enquiries"


class NotReady(Exception):
    """Something is missing before a manager can read it: `missing` says what, in words."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(f"Before it can be sent it needs {'; '.join(missing)}.")
        self.missing = missing


class MovedOn(Exception):
    """The enquiry is not where the page thought it was: it was sent, answered or ended meanwhile."""


def keep(
    *, enquiry: Enquiry, typed: Mapping[str, Any], seen_version: int, worker_id: str | None, by: Person, today: date
) -> None:
    """Save what is written. Raises Stale where another changed it, MovedOn where it was sent meanwhile."""
    with change_set(by=by, kind="edit", words="Section 47 enquiry written"):
        locked([enquiry.row.child_id])
        found = _again(enquiry)
        if not found.writable:
            raise MovedOn("It was sent to a manager meanwhile. Nothing of yours was saved.")
        note = found.note or EnquiryNote.objects.create(
            child_id=found.row.child_id, enquiry=found.row, written_by_id=worker_id, recorded_on=today
        )
        note.refresh_from_db()
        names = changed(note, seen_version=seen_version if found.note else note.edit_version, typed=typed)
        if names:
            note.save(update_fields=names)


def submit(*, enquiry: Enquiry, worker_id: str | None, by: Person, now: datetime, today: date) -> None:
    """Send an enquiry to a manager. Raises NotReady, MovedOn."""
    with change_set(by=by, kind="edit", words="Section 47 enquiry sent to a manager"):
        locked([enquiry.row.child_id])
        found = _again(enquiry)
        if missing := still_needed(found.note, seen=found.seen is not None):
            raise NotReady(missing)
        if not found.writable or found.note is None:
            raise MovedOn("It is with a manager already, or has ended.")
        _step(found, found.note, "submitted", WorkStatus.SUBMITTED, worker_id, by, now, today)


def give_back(*, enquiry: Enquiry, changes: str, worker_id: str | None, by: Person, now: datetime, today: date) -> None:
    """Return an enquiry for edits, with what needs to change. Raises MovedOn."""
    with change_set(by=by, kind="edit", words="Section 47 enquiry returned for edits"):
        locked([enquiry.row.child_id])
        found, note = _sent(enquiry)
        _step(found, note, "returned", WorkStatus.RETURNED, worker_id, by, now, today, words=changes)


def approve(
    *, enquiry: Enquiry, reason: str, follows: str, worker_id: str | None, by: Person, now: datetime, today: date
) -> None:
    """Approve an enquiry: it ends today with its outcome; `follows` is a code of the list `outcome`.

    Where the child is at continuing risk an initial conference follows, whatever is given. Raises OwnWork where the
    one who sent it would approve it, MovedOn where it is not waiting for anybody.
    """
    with change_set(by=by, kind="edit", words="Section 47 enquiry concluded"):
        locked([enquiry.row.child_id])
        found, note = _sent(enquiry)
        refuse_own_work(about_id=found.row.pk, worker_id=worker_id, by=by, written_by_id=note.written_by_id)
        _step(found, note, "approved", WorkStatus.APPROVED, worker_id, by, now, today)
        _end(found, note, follows, today)
        decided = Decided(
            kind="enquiry_outcome",
            outcome=note.concluded,
            outcome_words=EnquiryOutcome(note.concluded).label,
            reason=f"{note.reason}\n\n{reason}".strip(),
            options="; ".join(label for _, label in EnquiryOutcome.choices),
            seen=_read(found),
            about=TABLE,
            about_id=found.row.pk,
            team_id=found.row.team_id,
        )
        enter(decided, child=found.row.child, worker_id=worker_id, by=by, now=now, today=today)
        renew([found.row.child_id])


def _end(found: Enquiry, note: EnquiryNote, follows: str, today: date) -> None:
    """The contract's own facts: what the census, the measures and the clocks read."""
    row, conference = found.row, note.concluded == EnquiryOutcome.CONTINUING_RISK
    row.ended_on, row.end_recorded_on = max(today, row.started_on), today
    row.conference_not_required = not conference
    row.conference_decided_on = None if conference else today
    row.no_further_action = not conference and follows == "no_further_action_section_47"
    row.save()
    Outcome.objects.create(
        child_id=row.child_id,
        happened_on=today,
        recorded_on=today,
        outcome_of="section_47_enquiry",
        outcome_of_id=row.pk,
        outcome="initial_conference" if conference else follows,
    )


def _again(enquiry: Enquiry) -> Enquiry:
    found = enquiry_of(enquiry.row.child_id, enquiry.row.pk)
    if found is None:
        raise MovedOn("The enquiry is not there any more.")
    return found


def _sent(enquiry: Enquiry) -> tuple[Enquiry, EnquiryNote]:
    found = _again(enquiry)
    if found.note is None or found.note.status != WorkStatus.SUBMITTED:
        raise MovedOn("It is not waiting for a manager: somebody has answered it meanwhile.")
    return found, found.note


def _step(
    found: Enquiry,
    note: EnquiryNote,
    step: str,
    status: WorkStatus,
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
    words: str = "",
) -> None:
    note.status = status
    note.save(update_fields=["status"])
    note_step(
        child_id=found.row.child_id,
        about=TABLE,
        about_id=found.row.pk,
        step=step,
        worker_id=worker_id,
        by=by,
        now=now,
        today=today,
        words=words,
    )


def _read(found: Enquiry) -> str:
    days = ", ".join(f"{visit.happened_on:%d/%m/%Y}" for visit in found.visits if visit.seen)
    return f"The enquiry as written; the child seen on {days}." if days else "The enquiry as written; no visit seen."
