"""Which duties turned late in a month: by clock, beside the month before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.reports.suppression import SMALL


@dataclass(frozen=True)
class Turned:
    """How many duties of a clock turned late in a month, and in the one before; None where it is kept back."""

    clock: Clock
    now: int | None
    before: int | None

    @property
    def now_words(self) -> str:
        """The count, or that it is small."""
        return SMALL if self.now is None else f"{self.now:,}"

    @property
    def before_words(self) -> str:
        """The count of the month before, or that it is small."""
        return SMALL if self.before is None else f"{self.before:,}"


def turned_late(*, first: date, last: date, before: date) -> list[Turned]:
    """This function will return the clocks by how many of their duties turned late from `first` to `last`: one query.

    A duty turns late on the day after it was due, if it was not met by then. `before` is the first day of the time
    before. For whoever sees only what may be published, counts of 1 to 5 are kept back by the database.
    """
    known = {one.key: one for one in CLOCKS}
    with connection.cursor() as cursor:
        cursor.callproc("desk_turned_late", [list(known), before, first, last])
        found = [Turned(known[key], now, earlier) for key, now, earlier in cursor.fetchall()]
    return sorted(found, key=lambda one: (-(one.now if one.now is not None else 1), one.clock.title))
