"""The shapes of the arithmetic: a piece of work with its days and minutes, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

Minutes = Mapping[date, int]


@dataclass(frozen=True, order=True)
class Work:
    """Something to be done between two days, both included, and the minutes it takes.

    `key` tells pieces of work apart. What was late already has `due_on` before the first day there is time on.
    """

    due_on: date
    key: str
    from_on: date
    minutes: int


@dataclass(frozen=True)
class Fitted:
    """Where the work went: how many minutes of each piece on which days, what is not met, and the time still free."""

    placed: Mapping[str, Minutes]
    unmet: tuple[Work, ...]
    free: Minutes

    @property
    def first_breach(self) -> date | None:
        """The first day by which something can't be met."""
        return min((work.due_on for work in self.unmet), default=None)


@dataclass(frozen=True)
class Excess:
    """Days, both included, within which more must be done than there is time for, and by how many minutes."""

    from_on: date
    by: date
    minutes: int
