"""Whether the front door is open, and who holds it by name when it is not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from onechild.knowledge.clocks.local.named import local_standard
from onechild.knowledge.workdays import LONDON, is_working_day
from onechild.service.record.models import OutOfHoursHolder, Setting

OPENS, CLOSES = "front_door_opens_hour", "front_door_closes_hour"


def hours_on(day: date) -> tuple[float, float]:
    """This function will return the hours at which the front door opens and closes on a working day: one query."""
    rows = Setting.objects.filter(setting__in=(OPENS, CLOSES), team_id=None, role=None, started_on__lte=day)
    known = {row.setting: row for row in rows.order_by("started_on")}
    opens, closes = (_number(known.get(one), day, one) for one in (OPENS, CLOSES))
    return opens, closes


def is_open(at: datetime) -> bool:
    """This function will say whether the front door is open at a moment: a working day, within its hours."""
    here = at.astimezone(LONDON)
    if not is_working_day(here.date()):
        return False
    opens, closes = hours_on(here.date())
    return opens <= here.hour + here.minute / 60 < closes


def holder_at(now: datetime) -> OutOfHoursHolder | None:
    """This function will return who holds the front door at a moment, the one who took over last; None for nobody."""
    return OutOfHoursHolder.objects.filter(starts_at__lte=now, ends_at__gt=now).order_by("-starts_at", "-pk").first()


def holders_after(now: datetime, *, most: int = 50) -> list[OutOfHoursHolder]:
    """This function will return who holds it now and next, in order of time."""
    return list(OutOfHoursHolder.objects.filter(ends_at__gt=now).order_by("starts_at", "pk")[:most])


def gaps_between(holders: Iterable[OutOfHoursHolder]) -> list[tuple[datetime, datetime]]:
    """This function will return the times out of hours, between one holder and the next, that nobody holds."""
    found: list[tuple[datetime, datetime]] = []
    reached: datetime | None = None
    for one in holders:
        if reached is not None and one.starts_at > reached and not (is_open(reached) and _same_day(reached, one)):
            found.append((reached, one.starts_at))
        reached = max(reached or one.ends_at, one.ends_at)
    return found


def _same_day(reached: datetime, following: OutOfHoursHolder) -> bool:
    return reached.astimezone(LONDON).date() == following.starts_at.astimezone(LONDON).date()


def _number(row: Setting | None, day: date, setting: str) -> float:
    if row is not None and (row.ended_on is None or row.ended_on > day):
        return float(row.value or 0)
    return float(local_standard(setting).default or 0)
