"""Arranges a conference for one child or several, moves it to another day, and calls it off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from onechild.knowledge.workdays import london
from onechild.service.journeys.protection.conference.chairs import near_to
from onechild.service.journeys.protection.conference.queries import PLANNED, TABLE, Arranged, open_plan_of, shared_since
from onechild.service.journeys.protection.enquiry.queries import open_enquiry_of
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.actions.work.chairs import bring_in
from onechild.service.record.actions.work.conferences import call_off_arranged
from onechild.service.record.actions.work.meetings import Asked, Meeting, ask
from onechild.service.record.models import Child, ConferenceArrangement, StepTaken
from onechild.service.record.queries.names import heads
from onechild.service.record.queries.work.referrals import open_referral_of


class Refused(Exception):
    """The conference can't be arranged so: `field` of the form, and why in words."""

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words)
        self.field, self.words = field, words


@dataclass(frozen=True, kw_only=True)
class NewConference:
    """A conference to be arranged: `kind` is a code of conference_kind, `at` the moment it is planned for."""

    kind: str
    at: datetime
    chair_id: str
    why: str
    place: str = ""
    interpreter: str = ""
    notified_on: date | None = None


def arrange(
    new: NewConference, *, children: Sequence[Child], worker_id: str | None, by: Person, today: date
) -> list[ConferenceArrangement]:
    """Arrange one conference for these children, and return the arrangement of each.

    Raises Refused where one of them has no referral, enquiry or plan that it could follow, or one arranged already.
    """
    ids = [child.pk for child in children]
    with change_set(by=by, kind="edit", words="Conference arranged"):
        locked(ids)
        if new.chair_id in near_to(ids, today=today):
            raise Refused("chair", "They work with one of these children, or manage the work. Choose somebody else.")
        made: list[ConferenceArrangement] = []
        for child in children:
            row = _one(new, child, worker_id, today)
            row.meeting_id = made[0].meeting_id if made else row.pk
            row.save(update_fields=["meeting_id"])
            _planned(row, worker_id, today)
            bring_in(child_id=child.pk, chair_id=new.chair_id, today=today)
            _notified(new, row, today)
            made.append(row)
        renew(ids)
        return made


def move(
    *, conference: Arranged, at: datetime, place: str, why: str, worker_id: str | None, by: Person, today: date
) -> None:
    """Move a conference that is still to come to another time, for all its children; why stands with each."""
    with change_set(by=by, kind="edit", words="Conference moved"):
        rows = _still_to_come(conference)
        for row in rows:
            row.planned_for, row.place = at, place
            row.why = f"{row.why}\n\nMoved: {why}".strip()
            row.save(update_fields=["planned_for", "place", "why"])
            _planned_anew(row, worker_id, today)
        renew([row.child_id for row in rows])


def call_off(*, conference: Arranged, reason: str, by: Person, now: datetime, today: date) -> None:
    """Call a conference off for all its children: what was owed because of the day goes with it, not the duty."""
    with change_set(by=by, kind="edit", words="Conference called off"):
        rows = _still_to_come(conference)
        call_off_arranged(rows, reason=reason, now=now, today=today)
        renew([row.child_id for row in rows])


def ask_person(who: Asked, *, conference: Arranged, by: Person, today: date) -> None:
    """Ask somebody to a conference, for each of its children, or say that they are left out and why."""
    meetings = [Meeting(child_id=row.child_id, about=TABLE, about_id=row.pk) for row in conference.together]
    ask(who, meetings=meetings, by=by, today=today)


def _one(new: NewConference, child: Child, worker_id: str | None, today: date) -> ConferenceArrangement:
    name = heads([child.pk], today=today)[child.pk].first_name
    plan, referral = open_plan_of(child.pk, today), open_referral_of(child.pk, today)
    enquiry = open_enquiry_of(child.pk, referral) if referral else None
    if referral is None and plan is None:
        raise Refused("kind", f"{name} has no open referral. Take the contact in at the front door first.")
    if new.kind == "review" and plan is None:
        raise Refused("kind", f"{name} is on no child protection plan of this council, so there is nothing to review.")
    if new.kind != "review" and plan is not None:
        raise Refused("kind", f"{name} is on a child protection plan: arrange a review.")
    if new.kind == "initial" and enquiry is None:
        raise Refused(
            "kind", f"{name} has no section 47 enquiry that leads to a conference. Hold a strategy discussion."
        )
    there = ConferenceArrangement.objects.filter(child=child, conference__isnull=True, cancelled_on__isnull=True)
    if there.exists():
        raise Refused("kind", f"A conference is arranged for {name} already. Move that one, or call it off.")
    return ConferenceArrangement.objects.create(
        child=child,
        conference_kind=new.kind,
        enquiry=enquiry if new.kind == "initial" else None,
        plan=plan,
        referral=referral,
        planned_for=new.at,
        place=new.place,
        chair_id=new.chair_id,
        asked_by_id=worker_id,
        why=new.why,
        interpreter=new.interpreter,
        recorded_on=today,
    )


def _planned(row: ConferenceArrangement, worker_id: str | None, today: date) -> None:
    """The day that the family's report is counted back from."""
    StepTaken.objects.create(
        child_id=row.child_id,
        step=PLANNED,
        about_id=row.pk,
        happened_on=today,
        set_for_on=london(row.planned_for) if row.planned_for else None,
        worker_id=worker_id,
        recorded_on=today,
    )


def _planned_anew(row: ConferenceArrangement, worker_id: str | None, today: date) -> None:
    """A family that has the report is not owed it again, for another day: then the day alone is changed."""
    if row.pk not in shared_since([row.pk]):
        _planned(row, worker_id, today)
        return
    step = StepTaken.objects.filter(step=PLANNED, about_id=row.pk).order_by("happened_on", "pk").last()
    if step is not None and row.planned_for:
        step.set_for_on = london(row.planned_for)
        step.save(update_fields=["set_for_on"])


def _notified(new: NewConference, row: ConferenceArrangement, today: date) -> None:
    if new.notified_on is None or new.kind != "transfer_in":
        return
    told = StepTaken.objects.filter(child_id=row.child_id, step="transfer_in_notified", happened_on=new.notified_on)
    if not told.exists():
        StepTaken.objects.create(
            child_id=row.child_id,
            step="transfer_in_notified",
            about_id=row.pk,
            happened_on=new.notified_on,
            recorded_on=today,
        )


def _still_to_come(conference: Arranged) -> list[ConferenceArrangement]:
    """The rows of the meeting that are neither held nor called off, locked."""
    locked([row.child_id for row in conference.together])
    rows = ConferenceArrangement.objects.select_for_update().filter(pk__in=[row.pk for row in conference.together])
    return list(rows.filter(conference__isnull=True, cancelled_on__isnull=True).order_by("pk"))
