"""By when a contact is decided at the front door, to the minute: red by the clock, amber and green in opening hours.

A council's own standards; the timescale of the working day (contact-decision) stands beside them, and is the duty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from onechild.knowledge.clocks.local.named import local_standard
from onechild.knowledge.workdays import london, working_day_after
from onechild.knowledge.workdays.opening import Opening

RED_HOURS, AMBER_HOURS, GREEN_DAYS = "front_door_red_hours", "front_door_amber_hours", "contact_decision_working_days"
OPENS, CLOSES = "front_door_opens_hour", "front_door_closes_hour"
SETTINGS = (OPENS, CLOSES, RED_HOURS, AMBER_HOURS, GREEN_DAYS)
URGENCY = {"red": 2, "amber": 1, "green": 0}


@dataclass(frozen=True)
class PrioritySet:
    """A priority, and when it was set; at no moment, where it came with the contact."""

    priority: str | None
    at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Due:
    """By when a contact is decided; `by_clock`: its time runs day and night; `needed`: before a moment."""

    at: datetime
    by_clock: bool
    needed: bool = False
    by_need: bool = False  # that moment, and not the colour, is what comes first


@dataclass(frozen=True, kw_only=True)
class ContactTimes:
    """How long the front door has for each colour, and when it is open."""

    opening: Opening = field(default_factory=Opening)
    red: timedelta = timedelta(hours=4)
    amber: timedelta = timedelta(hours=8.5)
    green_days: int = 1

    def due(
        self, *, received_at: datetime, priorities: Iterable[PrioritySet] = (), needed_before: datetime | None = None
    ) -> Due:
        """This function will return by when a contact is decided, from the priorities it had, the first one first.

        The first priority counts from the moment the contact was received, whenever somebody said it. One raised later
        counts from the raising, and never to later than before. One lowered counts from receipt. What a child needs
        before then goes before any colour; it never makes a contact due later.
        """
        due, before = self._limit(None, received_at), ""
        for number, one in enumerate(priorities):
            colour = one.priority or ""
            raised = number > 0 and one.at is not None and URGENCY.get(colour, 0) > URGENCY.get(before, 0)
            limit = self._limit(colour, one.at if raised and one.at else received_at)
            due, before = (min(due, limit) if raised else limit), colour
        if needed_before is not None:
            first = needed_before < due
            at, by_clock = min(due, needed_before.astimezone(UTC)), first or before == "red"
            return Due(at=at, by_clock=by_clock, needed=True, by_need=first)
        return Due(at=due, by_clock=before == "red")

    def left(self, due: Due, *, now: datetime) -> timedelta:
        """This function will return the time left in the due moment's own hours, negative once it is over."""
        return due.at - now if due.by_clock else self.opening.between(now, due.at)

    def _limit(self, colour: str | None, start: datetime) -> datetime:
        if colour == "red":
            return start.astimezone(UTC) + self.red
        if colour == "amber":
            return self.opening.after(start, self.amber)
        return self.opening.closing(working_day_after(london(start), self.green_days))


def contact_times(set_here: Mapping[str, float]) -> ContactTimes:
    """This function will return the times that these settings make, each one's default where none is set.

    Opening hours that make no day (it closes before it opens) are left at their defaults.
    """

    def of(setting: str) -> float:
        return set_here.get(setting) or local_standard(setting).default or 0

    opens, closes = set_here.get(OPENS, local_standard(OPENS).default or 0), of(CLOSES)
    return ContactTimes(
        opening=Opening(opens, closes) if opens < closes else Opening(),
        red=timedelta(hours=of(RED_HOURS)),
        amber=timedelta(hours=of(AMBER_HOURS)),
        green_days=round(of(GREEN_DAYS)),
    )
