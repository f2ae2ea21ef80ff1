"""Prepares a conference with the family: the worker's report, the child's part, and the day the report was shared."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from onechild.service.journeys.protection.conference.queries import PLANNED, SHARED, TABLE, Arranged, shared_since
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import changed, locked
from onechild.service.record.actions.work.meetings import Came, note_attendance
from onechild.service.record.models import ConferenceArrangement, MeetingPerson, StepTaken


def keep_report(*, conference: Arranged, typed: Mapping[str, Any], seen_version: int, by: Person, today: date) -> None:
    """Save the report to the conference and how the child takes part. Raises Stale where another changed it."""
    with change_set(by=by, kind="edit", words="Report to a conference written"):
        locked([conference.row.child_id])
        row = ConferenceArrangement.objects.select_for_update().get(pk=conference.row.pk)
        if names := changed(row, seen_version=seen_version, typed=typed):
            row.save(update_fields=names)


def share_report(
    *,
    conference: Arranged,
    on: date,
    with_people: Collection[str],
    worker_id: str | None,
    by: Person,
    today: date,
) -> None:
    """Say that the family has the report, since when, and who: by the keys of those who are asked.

    It holds for the child whose page it is, and for brothers and sisters of the conference whose report is written.
    """
    rows = [row for row in conference.together if row.report or row.pk == conference.row.pk]
    with change_set(by=by, kind="edit", words="Conference report shared with the family"):
        locked([row.child_id for row in rows])
        named = {(one.name, one.part) for one in conference.people if one.pk in set(with_people)}
        asked = MeetingPerson.objects.select_for_update().filter(about=TABLE, about_id__in=[row.pk for row in rows])
        for person in asked.filter(report_shared_on__isnull=True):
            if (person.name, person.part) in named:
                person.report_shared_on = on
                person.save(update_fields=["report_shared_on"])
        told = shared_since([row.pk for row in rows])
        new = [row for row in rows if row.pk not in told]
        for row in new:
            _shared(row, on, worker_id, today)
        renew([row.child_id for row in new])


def note_the_day(*, conference: Arranged, said: Collection[Came], by: Person, today: date) -> None:
    """Note who came and what each thinks, for all the children of the meeting alike.

    `said` is by the people of the child whose page it was; the same people of brothers and sisters follow. Whether they
    agree is about this child's decision, and is noted for this child alone.
    """
    with change_set(by=by, kind="edit", words="Attendance of a conference"):
        locked([row.child_id for row in conference.together])
        mine = {person.pk: person for person in conference.people}
        others = MeetingPerson.objects.filter(about=TABLE, about_id__in=[row.pk for row in conference.together])
        same = [(one, mine[one.person_id]) for one in said if one.person_id in mine]
        every = [
            Came(
                person_id=other.pk,
                attended=one.attended,
                report_on=one.report_on,
                agrees=one.agrees if other.about_id == conference.row.pk else None,
                dissent=one.dissent,
                views=one.views,
            )
            for one, person in same
            for other in others
            if (other.name, other.part) == (person.name, person.part)
        ]
        note_attendance(every, by=by, today=today)


def tell_all(*, conference: Arranged, on: date, how: str, by: Person, today: date) -> None:
    """Say that the decisions were sent to all, when and how."""
    with change_set(by=by, kind="edit", words="Decisions of a conference sent"):
        locked([row.child_id for row in conference.together])
        for row in ConferenceArrangement.objects.select_for_update().filter(
            pk__in=[row.pk for row in conference.together], decisions_sent_on__isnull=True, conference__isnull=False
        ):
            row.decisions_sent_on, row.decisions_sent_how = on, how
            row.save(update_fields=["decisions_sent_on", "decisions_sent_how"])


def _shared(row: ConferenceArrangement, on: date, worker_id: str | None, today: date) -> None:
    planned = StepTaken.objects.filter(step=PLANNED, about_id=row.pk).order_by("happened_on", "pk")
    StepTaken.objects.create(
        child_id=row.child_id,
        step=SHARED,
        about_id=planned.values_list("pk", flat=True).last(),
        happened_on=on,
        recorded_on=today,
        worker_id=worker_id,
    )
