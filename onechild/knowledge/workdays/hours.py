"""Hours and instants: hours run on through both clock changes; an instant is UTC, dated in London once."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def london(instant: datetime) -> date:
    """This function will return the date in London at an instant; ValueError for a time without a zone."""
    return _aware(instant).astimezone(LONDON).date()


def add_hours(instant: datetime, hours: int) -> datetime:
    """This function will return the instant, in UTC, that many hours on.

    24 hours from noon on the Saturday before the clocks go forward end at 13:00 on the Sunday.
    """
    return _aware(instant).astimezone(UTC) + timedelta(hours=hours)


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError(f"{instant.isoformat()} has no time zone: an instant is kept in UTC.")
    return instant
