"""Time in opening hours: how much of it lies between two moments, and the moment when so much of it has run.

A service is open on working days from one hour to another, London time. Its time stands still outside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from onechild.knowledge.workdays.days import is_working_day, number_of, working_day_numbered
from onechild.knowledge.workdays.hours import LONDON, london


@dataclass(frozen=True)
class Opening:
    """From when to when a service is open on a working day of England, in hours after midnight (8.5 is half past 8)."""

    opens: float = 9
    closes: float = 17

    def __post_init__(self) -> None:
        if not 0 <= self.opens < self.closes <= 24:
            raise ValueError(f"A service that opens at {self.opens:g} can't close at {self.closes:g}.")

    @property
    def day(self) -> timedelta:
        """How long it is open on a working day."""
        return timedelta(hours=self.closes) - timedelta(hours=self.opens)

    def is_open(self, moment: datetime) -> bool:
        """This function will say whether it is open at a moment; at the very moment it closes it is not."""
        past = _since_midnight(moment)
        return is_working_day(london(moment)) and timedelta(hours=self.opens) <= past < timedelta(hours=self.closes)

    def closing(self, day: date) -> datetime:
        """This function will return the moment, in UTC, when it closes on a day."""
        return _moment(day, timedelta(hours=self.closes))

    def between(self, start: datetime, end: datetime) -> timedelta:
        """This function will return the opening time between two moments, negative where the end comes first."""
        return self._run(end) - self._run(start)

    def after(self, start: datetime, length: timedelta) -> datetime:
        """This function will return the first moment, in UTC, at which so much opening time has run since the start.

        Nought is the start itself. Raises OutsideCalendar beyond 2060, ValueError for a negative length.
        """
        if length < timedelta():
            raise ValueError("Opening time is counted forwards.")
        if not length:
            return start.astimezone(UTC)
        whole, rest = divmod(self._run(start) + length, self.day)
        if not rest:  # the end of a day, not the beginning of the next
            whole, rest = whole - 1, self.day
        return _moment(working_day_numbered(whole + 1), timedelta(hours=self.opens) + rest)

    def _run(self, moment: datetime) -> timedelta:
        """The opening time from the beginning of the calendar up to a moment."""
        day = london(moment)
        before = number_of(day - timedelta(days=1)) * self.day
        if not is_working_day(day):
            return before
        return before + min(max(_since_midnight(moment) - timedelta(hours=self.opens), timedelta()), self.day)


def _since_midnight(moment: datetime) -> timedelta:
    clock = moment.astimezone(LONDON)
    return timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond)


def _moment(day: date, past: timedelta) -> datetime:
    if past >= timedelta(days=1):
        day, past = day + timedelta(days=1), past - timedelta(days=1)
    return (datetime.combine(day, time(), None) + past).replace(tzinfo=LONDON).astimezone(UTC)
