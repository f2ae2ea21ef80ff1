"""How many duties under a clock stand open, late, and met in the last year, of the children whom the viewer may see."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from onechild.knowledge.workdays import london

A_YEAR = timedelta(days=364)  # with today, 365 days


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Duties of one clock: still in time, late, and done in the last year in time and late."""

    open: int
    late: int
    met: int
    met_late: int

    @property
    def done(self) -> int:
        """Done in the last year, in time or not."""
        return self.met + self.met_late


def counts_of(clocks: Collection[str], *, now: datetime, done: bool = True) -> dict[str, Counts]:
    """This function will return the counts by clock; a clock under which nothing stands is left out: one query.

    Without `done`, only those still owed are counted.
    """
    today = london(now)
    with connection.cursor() as cursor:
        cursor.callproc("desk_rule_counts", [list(clocks), today, now, today - A_YEAR if done else None])
        return {
            clock: Counts(open=open_, late=late, met=met, met_late=met_late)
            for clock, open_, late, met, met_late in cursor.fetchall()
        }
