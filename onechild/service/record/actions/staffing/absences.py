"""Keeps leave and other time away that is planned, and takes it back; of sickness nothing is kept here.

The row is the contract's own, so that loads, cover, the forecast and the supervision clocks read it at once.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import F, Q, QuerySet

from onechild.service.govuk.words import date_only
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew_others
from onechild.service.record.actions.staffing.refused import THE_SOURCES, Refused
from onechild.service.record.models import Absence, Worker
from onechild.service.record.queries.workload.away import PLANNED

A_YEAR = timedelta(days=366)


def plan(*, worker_id: str, kind: str, first_day: date, last_day: date, by: Person, today: date) -> Absence:
    """Keep that a worker will be away from one day to another, both counted.

    This function will raise Refused for a kind that is not kept here, days the wrong way round or over a year, and
    days on which they are away already.
    """
    if kind not in PLANNED:
        raise Refused("kind", "Choose what it is.")
    if last_day < first_day:
        raise Refused("last_day", "The last day can’t be before the first.")
    if last_day - first_day > A_YEAR:
        raise Refused("last_day", "A year at most. For longer, see what the workforce team keeps.")
    with change_set(by=by, kind="edit", words="Time away planned"):
        Worker.objects.select_for_update(no_key=True).get(pk=worker_id)
        if held := _away(worker_id, first_day, last_day).first():
            until = f" to {date_only(held.ended_on - timedelta(days=1), today)}" if held.ended_on else ""
            raise Refused("first_day", f"They are away already from {date_only(held.started_on, today)}{until}.")
        row = Absence.objects.create(
            worker_id=worker_id,
            absence_kind=kind,
            started_on=first_day,
            ended_on=last_day + timedelta(days=1),
            recorded_on=today,
        )
        renew_others([worker_id])
    return row


def call_off(*, row: Absence, by: Person, today: date) -> None:
    """Take back time away that has not begun, or end today what has: they are back from today on.

    This function will raise Refused for a row of the staff system, and for one that is over.
    """
    with change_set(by=by, kind="edit", words="Time away called off"):
        Worker.objects.select_for_update(no_key=True).get(pk=row.worker_id)
        row = Absence.objects.select_for_update().get(pk=row.pk)
        if row.origin_id is not None:
            raise Refused("", THE_SOURCES)
        if row.ended_on is not None and row.ended_on <= today:
            raise Refused("", "It is over already.")
        row.ended_on, row.end_recorded_on = max(row.started_on, today), today
        row.save(update_fields=["ended_on", "end_recorded_on"])
        renew_others([row.worker_id])


def planned(worker_id: str, *, today: date) -> QuerySet[Absence]:
    """This function will return the time away of the kinds kept here that is not over, the next first."""
    rows = Absence.objects.filter(worker_id=worker_id, absence_kind__in=PLANNED).exclude(ended_on=F("started_on"))
    return rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today)).order_by("started_on", "pk")


def _away(worker_id: str, first_day: date, last_day: date) -> QuerySet[Absence]:
    """Spells of the kinds kept here that share a day; of other kinds nothing may be told, not even that they clash."""
    rows = Absence.objects.filter(worker_id=worker_id, absence_kind__in=PLANNED, started_on__lte=last_day)
    return rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=first_day)).exclude(ended_on=F("started_on"))
