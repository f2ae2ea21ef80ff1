"""What can't be met and what would mend it, worker by worker; each remedy is worked out again before it is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.forecast.capacity import weeks
from onechild.knowledge.forecast.fitting import done_later, fit
from onechild.knowledge.forecast.mending import More, Move, covered, more_hours, moves
from onechild.knowledge.forecast.model import Fitted
from onechild.service.desk.forecast.gathering import NOBODY, Gathered, Item


@dataclass(frozen=True)
class Week:
    """A week's first and last day, the minutes due in it and there, and how many duties due in it can't be met."""

    first: date
    last: date
    owed: int
    there: int
    unmet: int


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """One worker's six weeks. `possible` are the days by which what is not met could be done, where there is time.

    `still_with_cover` is how many would not be met if somebody covered the absences; None where there is none.
    """

    worker_id: str
    weeks: tuple[Week, ...]
    items: tuple[Item, ...]
    unmet: tuple[Item, ...]
    possible: Mapping[str, date]
    moves: tuple[Move, ...]
    left: int
    still_with_cover: int | None
    more: tuple[More, ...]

    @property
    def first_breach(self) -> date | None:
        """The first day by which something can't be met."""
        return min((item.work.due_on for item in self.unmet), default=None)

    @property
    def late(self) -> int:
        """How many are late already."""
        return sum(item.due.late and not item.again for item in self.items)


def outlooks(found: Gathered, *, today: date) -> list[Outlook]:
    """This function will return the six weeks of every worker, those with most unmet first, nobody's last."""
    works = {who: [item.work for item in items] for who, items in found.items.items()}
    fitted = {who: fit(works[who], found.time[who].there) for who in works if who != NOBODY}
    short = [work for one in fitted.values() for work in one.unmet]
    others = {
        who: (works[who], found.time[who].there)
        for who, one in fitted.items()
        if not one.unmet and not found.people[who].manages and any(one.free.values())
    }
    moved, _left = moves(short, others)
    made = [_outlook(who, found, fitted[who], moved, today=today) for who in fitted]
    return sorted(made, key=lambda one: (-len(one.unmet), found.people[one.worker_id].name))


def waiting(found: Gathered, *, today: date) -> tuple[Week, ...]:
    """This function will return the weeks of the work that nobody has, because its children wait for a worker."""
    return _weeks(found.items.get(NOBODY, []), {}, set(), today)


def together(rows: Sequence[Sequence[Week]]) -> tuple[Week, ...]:
    """This function will return the weeks of all of these as one."""
    return tuple(
        Week(
            same[0].first,
            same[0].last,
            sum(one.owed for one in same),
            sum(one.there for one in same),
            sum(one.unmet for one in same),
        )
        for same in zip(*rows, strict=True)
    )


def _outlook(who: str, found: Gathered, fitted: Fitted, moved: Sequence[Move], *, today: date) -> Outlook:
    items, time = found.items[who], found.time[who]
    works = [item.work for item in items]
    keys = {work.key for work in fitted.unmet}
    unmet = sorted((item for item in items if item.work.key in keys), key=lambda item: item.work)
    mine = [Move(one.to, tuple(work for work in one.work if work.key in keys)) for one in moved]
    theirs = tuple(one for one in mine if one.work)
    return Outlook(
        worker_id=who,
        weeks=_weeks(items, time.there, keys, today),
        items=tuple(items),
        unmet=tuple(unmet),
        possible=done_later(fitted),
        moves=theirs,
        left=len(unmet) - sum(len(one.work) for one in theirs),
        still_with_cover=len(covered(works, time.there, time.lost)) if time.lost and unmet else None,
        more=tuple((more_hours(works, time.there) or ()) if unmet else ()),
    )


def _weeks(items: Sequence[Item], there: Mapping[date, int], unmet: set[str], today: date) -> tuple[Week, ...]:
    found = []
    for first, last in weeks(today):
        of_week = [item.work for item in items if first <= item.work.due_on <= last]
        found.append(
            Week(
                first,
                last,
                sum(work.minutes for work in of_week),
                sum(minutes for day, minutes in there.items() if first <= day <= last),
                sum(work.key in unmet for work in of_week),
            )
        )
    return tuple(found)
