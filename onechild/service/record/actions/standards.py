"""Sets the council's own standards from a day, with a reason; the past keeps its answers unless somebody says so.

A standard is a row of the table `settings`. The one before it ends where it begins; a row that another system's load
owns is left as it is, and ends by the rule that a later one ends the one before (`knowledge.clocks.standards`).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import F, Q, QuerySet

from onechild.knowledge.clocks.local.named import LocalStandard, local_standard
from onechild.knowledge.measures.rows.targets import NEWLY_QUALIFIED_SHARE, TARGET
from onechild.service.record.actions.change_sets import Person, change_set
from onechild.service.record.actions.clocks import settings_changed
from onechild.service.record.models import Setting


@dataclass(eq=False)
class Refused(Exception):
    """What can't be set: the field of the form that it is about, and a sentence."""

    field: str
    words: str


def set_standard(
    *,
    setting: str,
    value: float,
    from_on: date,
    reason: str,
    by: Person,
    today: date,
    past_too: bool = False,
    team_id: str | None = None,
    role: str | None = None,
) -> Setting:
    """Set a standard from a day for the whole council, a team, a role or a role in a team; ask for duties anew.

    A narrower one counts before a wider one; only the caseload target and its share in the first year may be narrower
    than the council (`FOR_FEW`), for nothing else is read so. `past_too` says that answers about days from `from_on` on
    may change. This function will raise Refused for a number that the law or good sense forbids, for a day in the past
    without `past_too`, and without a reason.
    """
    standard = local_standard(setting)
    if (team_id or role) and setting not in FOR_FEW:
        raise Refused("value", "This standard is the whole council’s.")
    if said := standard.refused(value):
        raise Refused("value", said)
    if not reason.strip():
        raise Refused("reason", "Say why the standard changes.")
    if from_on < today and not past_too:
        raise Refused("past_too", THE_PAST)
    with change_set(by=by, kind="setting", words=f"{standard.title}: {standard.in_words(value)}. {reason.strip()}"):
        _one_at_a_time(setting)
        alike = _rows(setting, team_id=team_id, role=role)
        _make_room(alike, from_on=from_on, today=today)
        following = alike.filter(started_on__gt=from_on).order_by("started_on").first()
        row = Setting.objects.create(
            setting=setting,
            team_id=team_id,
            role=role or None,
            value=value,
            started_on=from_on,
            ended_on=following.started_on if following else None,
            reason=reason.strip(),
            recorded_on=today,
        )
        _times_duties(standard)
    return row


def withdraw(*, row: Setting, reason: str, by: Person, today: date) -> None:
    """Take back a standard that has not begun: the one before goes on. Raises Refused where it has begun."""
    if row.started_on <= today or row.origin_id is not None:
        raise Refused("reason", "It has begun, so it stands. Set another from a day to come.")
    if not reason.strip():
        raise Refused("reason", "Say why it is withdrawn.")
    standard = local_standard(row.setting)
    words = f"{standard.title}: {standard.in_words(row.value)} withdrawn before it began. {reason.strip()}"
    with change_set(by=by, kind="setting", words=words):
        _one_at_a_time(row.setting)
        alike = _rows(row.setting, team_id=row.team_id, role=row.role)
        before = alike.filter(ended_on=row.started_on, started_on__lt=row.started_on, origin=None)
        before.update(ended_on=row.ended_on, end_recorded_on=today if row.ended_on else None)
        _end(row, on=row.started_on, today=today)
        _times_duties(standard)


# What is read for a team and a role as well (`record.queries.workforce.Targets`).
FOR_FEW = (TARGET, NEWLY_QUALIFIED_SHARE)
THE_PAST = (
    "The past keeps its answers: choose today or a day to come. To have duties since that day worked out again all the "
    "same, tick the box."
)


def _rows(setting: str, *, team_id: str | None, role: str | None) -> QuerySet[Setting]:
    """The rows for the same people that hold or held; none that was withdrawn."""
    alike = Setting.objects.filter(setting=setting, team_id=team_id, role=role or None)
    return alike.exclude(ended_on=F("started_on"))


def _make_room(alike: QuerySet[Setting], *, from_on: date, today: date) -> None:
    """End the row that holds on the day; one that began that very day is replaced, if it is our own."""
    for row in alike.filter(started_on__lte=from_on).filter(Q(ended_on=None) | Q(ended_on__gt=from_on)):
        if row.origin_id is None:
            _end(row, on=from_on, today=today)
        elif row.started_on == from_on:
            raise Refused("from_on", "The case system sets one from that very day. Choose a later day.")


def _end(row: Setting, *, on: date, today: date) -> None:
    row.ended_on, row.end_recorded_on = on, today
    row.save(update_fields=["ended_on", "end_recorded_on"])


def _times_duties(standard: LocalStandard) -> None:
    """Only what a clock runs by changes duties; an amber window does not."""
    if standard.clocks and not standard.amber:
        settings_changed()


def _one_at_a_time(setting: str) -> None:
    """Two people who set one standard do so one after the other."""
    with connection.cursor() as cursor:
        cursor.callproc("pg_advisory_xact_lock", [zlib.crc32(setting.encode())])
