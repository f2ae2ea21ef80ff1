"""Splits the working days of an assessment by what they were spent on: each day has one cause at most.

Plain data in and out; what the spells are is worked out from the record in `delays.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from onechild.knowledge.workdays import is_working_day

# In this order a day goes to the first cause that claims it: what the record shows, before what somebody says.
ORDER = ("no_worker", "worker_changed", "manager_changed", "with_manager", "more_needed")
WITH_MANAGER = "with_manager"
CAUSES: dict[str, str] = {
    "worker_changed": "The worker changed",
    "manager_changed": "The manager changed",
    "no_worker": "Nobody held the case",
    "family": "The family",
    "partner": "A partner’s information",
    "specialist": "A specialist’s report",
    "more_needed": "Edits that a manager asked for",
    WITH_MANAGER: "With a manager, to be authorised",
    "workload": "Other work came first",
    "other": "Something else",
}


@dataclass(frozen=True, kw_only=True)
class Spell:
    """Some days and what they were spent waiting for. With no end it goes on."""

    cause: str
    started_on: date
    ended_on: date | None
    words: str = ""
    from_the_record: bool = True
    key: str = ""


@dataclass(frozen=True)
class Share:
    """How many working days went to one cause."""

    cause: str
    days: int

    @property
    def words(self) -> str:
        """The cause in words."""
        return CAUSES.get(self.cause, self.cause)


@dataclass(frozen=True, kw_only=True)
class Split:
    """All the working days from the day after the start to the end, or to now; the rest was work on the assessment."""

    days: int
    shares: tuple[Share, ...]

    @property
    def waited(self) -> int:
        """The days that went to a cause."""
        return sum(share.days for share in self.shares)

    @property
    def worked(self) -> int:
        """The days that went to none."""
        return self.days - self.waited

    @property
    def most(self) -> Share | None:
        """The cause that took most days."""
        return max(self.shares, key=lambda share: share.days, default=None)


def split(spells: Iterable[Spell], *, started_on: date, until: date) -> Split:
    """This function will share out the working days after `started_on`, up to and including `until`."""
    ranked = sorted(spells, key=lambda spell: (_rank(spell), spell.started_on))
    counted: dict[str, int] = {}
    total, day = 0, started_on + timedelta(days=1)
    while day <= until:
        if is_working_day(day):
            total += 1
            claims = (
                one.cause for one in ranked if one.started_on <= day and (one.ended_on is None or day < one.ended_on)
            )
            cause = next(claims, None)
            if cause is not None:
                counted[cause] = counted.get(cause, 0) + 1
        day += timedelta(days=1)
    shares = sorted((Share(cause, days) for cause, days in counted.items()), key=lambda share: -share.days)
    return Split(days=total, shares=tuple(shares))


def _rank(spell: Spell) -> int:
    return ORDER.index(spell.cause) if spell.from_the_record and spell.cause in ORDER else len(ORDER)
