"""Who is away, and who covers for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.db.models import QuerySet

from onechild.service.record.models import Cover


@dataclass(frozen=True, kw_only=True)
class Away:
    """A worker of a team who is not at work: `back_on` is the first day back, None where nobody knows."""

    worker_id: str
    team_id: str
    left_post: bool
    back_on: date | None


@dataclass(frozen=True, kw_only=True)
class Covering:
    """A child whom one worker sees to for another, to the last day."""

    cover_id: str
    child_id: str
    worker_id: str
    by_worker_id: str
    first_day: date
    last_day: date
    reason: str


def away(team_ids: Collection[str], *, today: date) -> list[Away]:
    """This function will return who of these teams is away on the day, or has left and still holds children.

    One query. Why somebody is away is not asked.
    """
    if not team_ids:
        return []
    with connection.cursor() as cursor:
        cursor.callproc("record_away", [list(team_ids), today])
        return [
            Away(worker_id=worker_id, team_id=team_id, left_post=left_post, back_on=back_on)
            for worker_id, team_id, left_post, back_on in cursor.fetchall()
        ]


def covered_by(worker_id: str, *, today: date) -> list[Covering]:
    """This function will return whom a worker covers on the day: one query."""
    return _covering(in_force(today).filter(by_worker_id=worker_id)) if worker_id else []


def cover_for(worker_ids: Collection[str], *, today: date) -> list[Covering]:
    """This function will return who covers on the day for these workers' children: one query."""
    return _covering(in_force(today).filter(worker_id__in=list(worker_ids))) if worker_ids else []


def in_force(today: date) -> QuerySet[Cover]:
    """This function will return the cover that holds on the day."""
    return Cover.objects.filter(started_on__lte=today, ended_on__gt=today)


def _covering(rows: Iterable[Cover]) -> list[Covering]:
    return [
        Covering(
            cover_id=row.cover_id,
            child_id=row.child_id,
            worker_id=row.worker_id,
            by_worker_id=row.by_worker_id,
            first_day=row.started_on,
            last_day=(row.ended_on or date.max) - timedelta(days=1),
            reason=row.reason,
        )
        for row in rows
    ]
