"""Who is asked to a meeting about a child, who came, whether they agree, and what was answered to one who does not.

Each of these opens a change-set of its own, and may be called inside another: then all is kept, or nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import MeetingPerson


class Answered(Exception):
    """Somebody answered this disagreement already; the message says so."""


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """A meeting as it is of one child: `about` names the table of its row, `about_id` is that row's key."""

    child_id: str
    about: str
    about_id: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Somebody asked to a meeting, or left out of it with a reason. `part` is a key of MeetingPart."""

    name: str
    part: str
    agency: str = ""
    adult_id: str | None = None
    related_child_id: str | None = None
    worker_id: str | None = None
    email: str = ""
    invited_how: str = ""
    report_asked: bool = False
    left_out_reason: str = ""
    attended: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Came:
    """What is known of one who was asked, after the meeting; what is None stays as it is."""

    person_id: str
    attended: bool | None = None
    report_on: date | None = None
    agrees: bool | None = None
    dissent: str = ""
    views: str = ""


def ask(who: Asked, *, meetings: Sequence[Meeting], by: Person, today: date) -> list[MeetingPerson]:
    """Ask somebody to a meeting (one row a child), or note that they came or are left out; returns the rows.

    Who has been asked to this meeting already, by the same name and part, is not asked twice: that row is returned.
    """
    with change_set(by=by, kind="edit", words="Asked to a meeting"):
        locked({meeting.child_id for meeting in meetings})
        return [_asked(who, meeting, today) for meeting in meetings]


def note_attendance(said: Sequence[Came], *, by: Person, today: date) -> list[MeetingPerson]:
    """Note who came, whose report is in, and whether each agrees; in words where they do not. Returns the rows.

    Raises IntegrityError where somebody disagrees and no words are given: the form asks for them first.
    """
    with change_set(by=by, kind="edit", words="Attendance of a meeting"):
        keys = [one.person_id for one in said]
        locked(set(MeetingPerson.objects.filter(pk__in=keys).values_list("child_id", flat=True)))
        rows = {row.pk: row for row in MeetingPerson.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
        return [_came(rows[one.person_id], one) for one in said if one.person_id in rows]


def answer_dissent(*, person: MeetingPerson, answer: str, by: Person, today: date) -> None:
    """Answer somebody who does not agree with what a meeting decided. Raises Answered where somebody did so before."""
    with change_set(by=by, kind="edit", words="Disagreement with a meeting answered"):
        locked([person.child_id])
        row = MeetingPerson.objects.select_for_update().get(pk=person.pk)
        if row.dissent_answered_on is not None:
            raise Answered(f"{row.dissent_answered_by} has answered this already.")
        row.dissent_answer, row.dissent_answered_by, row.dissent_answered_on = answer, by.name, today
        row.save(update_fields=["dissent_answer", "dissent_answered_by", "dissent_answered_on"])


def _asked(who: Asked, meeting: Meeting, today: date) -> MeetingPerson:
    asked = MeetingPerson.objects.filter(
        about=meeting.about, about_id=meeting.about_id, name=who.name, part=who.part
    ).first()
    return asked or MeetingPerson.objects.create(
        child_id=meeting.child_id,
        about=meeting.about,
        about_id=meeting.about_id,
        name=who.name,
        agency=who.agency,
        part=who.part,
        adult_id=who.adult_id,
        related_child_id=who.related_child_id,
        worker_id=who.worker_id,
        email=who.email,
        invited_on=today if who.invited_how and not who.left_out_reason else None,
        invited_how=who.invited_how,
        report_asked=who.report_asked,
        left_out_reason=who.left_out_reason,
        attended=who.attended,
        recorded_on=today,
    )


def _came(row: MeetingPerson, said: Came) -> MeetingPerson:
    changed: dict[str, object] = {}
    if said.attended is not None:
        changed["attended"] = said.attended
    if said.agrees is not None:
        changed |= {"agrees": said.agrees, "dissent": "" if said.agrees else said.dissent}
    if said.report_on is not None:
        changed["report_on"] = said.report_on
    if said.views:
        changed["views"] = said.views
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        row.save(update_fields=list(changed))
    return row
