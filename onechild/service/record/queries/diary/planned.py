"""What workers have planned, each child of each round, and whether anything was written of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from django.db import connection

from onechild.service.record.models import DiaryEntry
from onechild.service.record.models.fields import code_in_words


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A visit or meeting planned with one child; with no `entry_id`, a visit that another system planned."""

    entry_id: str
    round_id: str
    child_id: str
    worker_id: str
    kind: str
    purpose: str
    planned_on: date
    starts_at: time | None
    minutes: int | None
    place: str
    visit_id: str
    written: bool

    @property
    def ours(self) -> bool:
        """Whether it stands in OneChild's own diary, and can be moved."""
        return bool(self.entry_id)

    @property
    def purpose_words(self) -> str:
        """What the visit is for; nothing for a meeting."""
        return code_in_words("visit_purpose", self.purpose)

    def unwritten(self, today: date) -> bool:
        """Whether its day is past and nothing is written: that counts as not seen."""
        return self.kind == "visit" and not self.written and self.planned_on < today


def planned(worker_ids: Collection[str], *, since: date, until: date) -> list[Planned]:
    """This function will return what these workers planned from one day to another, both counted: one query.

    Visits planned for days before `since`, of which nothing is written, are among them. What was cancelled is left out,
    and so are children whom the viewer may not see. The earliest first.
    """
    if not worker_ids:
        return []
    with connection.cursor() as cursor:
        cursor.callproc("record_diary", [list(worker_ids), since, until])
        return [
            Planned(
                entry_id=entry_id or "",
                round_id=round_id,
                child_id=child_id,
                worker_id=worker_id,
                kind=kind,
                purpose=purpose or "",
                planned_on=planned_on,
                starts_at=starts_at,
                minutes=minutes,
                place=place or "",
                visit_id=visit_id or "",
                written=written,
            )
            for (
                entry_id,
                round_id,
                child_id,
                worker_id,
                kind,
                purpose,
                planned_on,
                starts_at,
                minutes,
                place,
                visit_id,
                written,
            ) in cursor.fetchall()
        ]


def unwritten_of(child_id: str, *, today: date) -> list[Planned]:
    """This function will return the entries about a child, in anybody's diary, of which nothing is written.

    One query where there is none, else two.
    """
    waiting = DiaryEntry.objects.filter(
        child_id=child_id, kind="visit", visit=None, cancelled_on=None, planned_on__lt=today
    )
    workers = sorted(set(waiting.values_list("worker_id", flat=True)))
    found = planned(workers, since=today, until=today)
    return [one for one in found if one.ours and one.child_id == child_id and one.unwritten(today)]


def places(child_ids: Collection[str], *, today: date) -> dict[str, str]:
    """This function will return, for each child, a mark that children share who live together: one query.

    A child whose place is not known is left out. The mark is never shown: it holds an address.
    """
    if not child_ids:
        return {}
    with connection.cursor() as cursor:
        cursor.callproc("record_places", [list(child_ids), today])
        return {child_id: mark for child_id, mark in cursor.fetchall() if mark}
