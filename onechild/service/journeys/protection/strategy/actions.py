"""Writes what a strategy discussion decided; where it decides to enquire, the section 47 enquiry begins with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from onechild.knowledge.workdays import london
from onechild.service.journeys.protection.days import INITIAL_CONFERENCE, due_after
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.decisions import Decided, enter
from onechild.service.record.actions.work.meetings import Asked, Meeting, ask
from onechild.service.record.actions.work.referrals import open_referral
from onechild.service.record.models import (
    Child,
    EnquiryNote,
    Section47Enquiry,
    StepTaken,
    StrategyDiscussion,
    StrategyNote,
)
from onechild.service.record.models.strategy_note import StrategyOutcome
from onechild.service.record.queries.caseload import open_allocations
from onechild.service.record.queries.work.referrals import contact_told_in

TABLE = "strategy_discussions"
ENQUIRES = (StrategyOutcome.JOINT, StrategyOutcome.SINGLE)


class WrittenUp(Exception):
    """Somebody else has written this discussion up already; the message says who it was decided by, and how."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """What was the same for all the children: the moment, who was there, what was shared, and why it was so decided."""

    at: datetime
    people: Sequence[Asked]
    shared: str
    risk: str
    reason: str
    chaired_by_name: str
    medical: str = ""
    agreed_actions: str = ""
    police_reference: str = ""


def record_held(
    held: Held,
    *,
    notes: Sequence[StrategyNote],
    answers: Mapping[str, tuple[str, str]],
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> list[StrategyDiscussion]:
    """Write a discussion that was held, for the child of each note: `answers` has the decision and tonight's safety.

    Where it was decided to enquire, the child's open enquiry is joined, or one begins on the day of the discussion
    under the child's open referral (or one opened for it). Raises WrittenUp where it was written up meanwhile.
    """
    with change_set(by=by, kind="edit", words="Strategy discussion held"):
        children = locked([note.child_id for note in notes])
        mine = StrategyNote.objects.select_for_update().filter(pk__in=[note.pk for note in notes]).order_by("pk")
        rows = [_written(row, held, answers[row.child_id], children, worker_id, by, now, today) for row in mine]
        meetings = [Meeting(child_id=row.child_id, about=TABLE, about_id=row.pk) for row in rows]
        for who in held.people:
            ask(who, meetings=meetings, by=by, today=today)
        renew(children)
        return rows


def _written(
    note: StrategyNote,
    held: Held,
    answer: tuple[str, str],
    children: Mapping[str, Child],
    worker_id: str | None,
    by: Person,
    now: datetime,
    today: date,
) -> StrategyDiscussion:
    if note.decided:
        raise WrittenUp(f"This was written up already: {note.get_decided_display()}. Nothing of yours was saved.")
    child, day = children[note.child_id], london(held.at)
    decided, safety = answer
    _keep(note, held, decided, safety)
    _suspected_by(note, day)
    enquiry, began = _enquiry(note, child, day, by, today) if decided in ENQUIRES else (None, False)
    row = StrategyDiscussion.objects.create(
        discussion_id=note.discussion_id,
        child=child,
        happened_on=day,
        held_at=held.at,
        enquiry=enquiry,
        began_enquiry=began,
        worker_id=worker_id,
        recorded_on=today,
    )
    entered = Decided(
        kind="strategy",
        outcome=decided,
        outcome_words=StrategyOutcome(decided).label,
        reason=held.reason,
        options="; ".join(label for _, label in StrategyOutcome.choices),
        seen=_seen(held),
        about=TABLE,
        about_id=row.pk,
    )
    enter(entered, child=child, worker_id=worker_id, by=by, now=now, today=today, group_id=note.meeting_id)
    return row


def _keep(note: StrategyNote, held: Held, decided: str, safety: str) -> None:
    note.decided, note.safety_now, note.shared, note.risk = decided, safety, held.shared, held.risk
    note.reason, note.medical, note.agreed_actions = held.reason, held.medical, held.agreed_actions
    note.police_reference, note.chaired_by_name = held.police_reference, held.chaired_by_name
    note.save()


def _suspected_by(note: StrategyNote, day: date) -> None:
    """Where the agencies talked before it was opened here, the suspicion was there by then."""
    for step in StepTaken.objects.filter(
        child_id=note.child_id, step="significant_harm_suspected", about_id=note.discussion_id, happened_on__gt=day
    ):
        step.happened_on = day
        step.save(update_fields=["happened_on"])


def _enquiry(note: StrategyNote, child: Child, day: date, by: Person, today: date) -> tuple[Section47Enquiry, bool]:
    """The child's open enquiry, or one that begins now; and whether this discussion began it."""
    still = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    there = Section47Enquiry.objects.filter(still, child=child, started_on__lte=day).order_by("-started_on").first()
    if there is not None:
        return there, False
    lead = open_allocations(today).filter(child=child, role="lead").first()
    team_id, worker_id = (lead.team_id, lead.worker_id) if lead else (None, None)
    told = contact_told_in(note.intake_id, child.pk)
    referral = open_referral(
        child=child,
        source_kind=told.source_kind if told else None,
        source_words=told.source_words if told else None,
        contact_id=told.pk if told else None,
        decided_on=day,
        team_id=team_id,
        by=by,
        today=today,
        received_on=min(told.happened_on, day) if told else day,
        outcome="section_47_enquiry",
    )
    row = Section47Enquiry.objects.create(
        child=child,
        started_on=day,
        referral=referral,
        conference_target_on=due_after(INITIAL_CONFERENCE, day),
        team_id=team_id,
        worker_id=worker_id,
        recorded_on=today,
    )
    EnquiryNote.objects.create(child=child, enquiry=row, written_by_id=worker_id, recorded_on=today)
    return row, True


def _seen(held: Held) -> str:
    there = ", ".join(dict.fromkeys(one.name for one in held.people))
    return f"Shared in the discussion by {there}." if there else "Shared in the discussion; nobody else is named."
