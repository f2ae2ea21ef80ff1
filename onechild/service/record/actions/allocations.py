"""Gives a child to a lead worker, and takes the child out of one's hands; nobody leads beside another."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from onechild.service.govuk.words import date_only
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import renew
from onechild.service.record.actions.editing import locked
from onechild.service.record.models import Allocation, Child
from onechild.service.record.queries.names import NO_WORKER_NAME, worker_names

ONE_LEAD = "allocation_one_lead"


class AlreadyHeld(Exception):
    """Somebody else holds the case on these days; the message says who, since when, and what to do."""


def start_lead(
    *, child: Child, worker_id: str | None, team_id: str, on: date, by: Person, today: date, priority: str | None = None
) -> Allocation:
    """Give the case to a worker of a team from a day; with no worker the child waits on the team's list.

    This function will raise AlreadyHeld where somebody else leads from that day on, in OneChild or in the case system.
    """
    with change_set(by=by, kind="edit", words="Lead worker allocated"):
        locked([child.pk])
        if held := _held(child, on).filter(origin__isnull=False).first():
            raise AlreadyHeld(_who(held, today, there=True))
        row = Allocation(
            child=child, worker_id=worker_id, team_id=team_id, role="lead", started_on=on, priority=priority
        )
        row.recorded_on = today
        try:
            with transaction.atomic():
                row.save(force_insert=True)
        except IntegrityError as refused:
            if ONE_LEAD not in str(refused) or not (held := _held(child, on).first()):
                raise
            raise AlreadyHeld(_who(held, today, there=False)) from refused
        renew([child.pk])
        return row


def end_lead(*, child: Child, on: date, by: Person, today: date, reason: str | None = None, words: str = "") -> None:
    """End the case's being held, from a day; `reason` is a code of `sw_change_reason`.

    This function will raise AlreadyHeld where the case is held in the case system, which alone can end that.
    """
    with change_set(by=by, kind="edit", words="Lead worker's allocation ended"):
        locked([child.pk])
        for row in _held(child, on):
            if row.origin_id is not None:
                raise AlreadyHeld(_who(row, today, there=True))
            row.ended_on, row.end_recorded_on = on, today
            row.end_reason, row.end_words = reason, words or None
            row.save(update_fields=["ended_on", "end_recorded_on", "end_reason", "end_words"])
        renew([child.pk])


def _held(child: Child, on: date) -> QuerySet[Allocation]:
    open_then = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    return Allocation.objects.filter(open_then, child=child, role="lead").order_by("started_on")


def _who(held: Allocation, today: date, *, there: bool) -> str:
    name = worker_names([held.worker_id]).get(held.worker_id or "", NO_WORKER_NAME)
    holds = f"{name[:1].upper()}{name[1:]} holds this case" if held.worker_id else "The child waits on a team's list"
    until = f" until {date_only(held.ended_on, today)}" if held.ended_on else ""
    where = " in the case system: end it there first." if there else ": end that first."
    return f"{holds} from {date_only(held.started_on, today)}{until}{where}"
