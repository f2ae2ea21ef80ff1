"""Looks for what has not happened, puts one thing aside for a time with a reason, and takes it up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from onechild.knowledge.silence import live
from onechild.knowledge.silence.live import Changes
from onechild.service.access.models import User
from onechild.service.journeys.silence.models import LONGEST, Silence, Snooze
from onechild.service.record.actions.clocks import standards

LOCK = 1_504_077_612  # the timetable may look while a demonstration is being filled


@dataclass(eq=False)
class CannotWait(Exception):
    """Why something can't be put aside: the field of the form that it is about, and a sentence."""

    field: str
    words: str


def look(*, today: date) -> Changes:
    """Look at every child as at a day, with this program's checks and the council's standards; for jobs.

    The list that was is kept: what is mended is marked gone, what is new is found today. Two that look at once look one
    after the other.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.callproc("pg_advisory_xact_lock", [LOCK])
        if live.behind(cursor):
            live.install(cursor)
        live.look_on(cursor, today, standards())
        return live.renew_all(cursor)


def look_after_loading(*, today: date, now: datetime) -> None:
    """Look for the first time, once the children of a demonstration are in; every such step is given `now` as well."""
    look(today=today)


def snooze(*, silence: Silence, until: date, reason: str, by: User, today: date, now: datetime) -> Snooze:
    """Put something aside until a day, with a reason; what was put aside before is ended by it.

    This function will raise CannotWait without a reason, for a day not to come, and for more than three months.
    """
    if not reason.strip():
        raise CannotWait("reason", "Say why it can wait.")
    if until <= today:
        raise CannotWait("until", "Choose a day to come.")
    if until > today + LONGEST:
        raise CannotWait("until", "It can be put aside for three months at most. It can be put aside again then.")
    with transaction.atomic():
        wake(silence=silence, by=by, today=today)
        return Snooze.objects.create(
            child_id=silence.child_id,
            check_key=silence.check_key,
            row_id=silence.row_id,
            from_on=today,
            until_on=until,
            reason=reason.strip(),
            made_by=by,
            made_by_name=by.name,
            made_at=now,
        )


def wake(*, silence: Silence, by: User, today: date) -> None:
    """Take something up again before its day; the row that put it aside is kept."""
    about = {"child_id": silence.child_id, "check_key": silence.check_key, "row_id": silence.row_id}
    standing = Snooze.objects.filter(**about, ended_on__isnull=True, until_on__gt=today)
    standing.update(ended_on=today, ended_by_name=by.name)


def longest(today: date) -> date:
    """This function will return the last day until which something can be put aside."""
    return today + LONGEST
