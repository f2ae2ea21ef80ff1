"""What would mend it when work does not fit: other hands, cover for leave, more hours; each is worked out again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from onechild.knowledge.forecast.fitting import added, first_excess, fit
from onechild.knowledge.forecast.model import Minutes, Work

QUARTER = 15  # hours are asked for in quarters of an hour
MOST_ROUNDS = 60


@dataclass(frozen=True)
class Move:
    """Work that another worker has room for, whose own work is all still met."""

    to: str
    work: tuple[Work, ...]


@dataclass(frozen=True)
class More:
    """Minutes more that are needed by a day."""

    minutes: int
    by: date


def moves(unmet: Sequence[Work], others: Mapping[str, tuple[Sequence[Work], Minutes]]) -> tuple[list[Move], list[Work]]:
    """This function will return who could do what is not met, and what nobody has room for.

    `others` are workers with their own work and time. Only those are asked whose own work is all met, and work goes to
    whoever has most time left by its day; each step is fitted again with what was taken on before.
    """
    holding = {who: list(work) for who, (work, _time) in others.items()}
    willing = [who for who, (work, time) in others.items() if not fit(work, time).unmet]
    given: dict[str, list[Work]] = {}
    left = []
    for one in sorted(unmet):
        room = []
        for who in willing:
            fitted = fit([*holding[who], one], others[who][1])
            if not fitted.unmet:
                room.append((sum(n for day, n in fitted.free.items() if day <= one.due_on), who))
        if room:
            who = max(room)[1]
            holding[who].append(one)
            given.setdefault(who, []).append(one)
        else:
            left.append(one)
    return [Move(who, tuple(work)) for who, work in sorted(given.items())], left


def covered(work: Sequence[Work], time: Minutes, cover: Minutes) -> tuple[Work, ...]:
    """This function will return what is still not met with the time of an absence given back by somebody who covers."""
    return fit(work, added(time, cover)).unmet


def more_hours(work: Sequence[Work], time: Minutes) -> list[More] | None:
    """This function will return the least time more, in quarters of an hour, and by when each, with which all is met.

    What is asked for first is needed first, and is put as late as it can be, where it helps most of what comes after.
    None where no time would do: something was due before the first day.
    """
    asked: dict[date, int] = {}
    for _round in range(MOST_ROUNDS):
        excess = first_excess(work, added(time, asked))
        if excess is None:
            break
        if excess.by < excess.from_on:
            return None
        asked[excess.by] = asked.get(excess.by, 0) + -(-excess.minutes // QUARTER) * QUARTER
    if fit(work, added(time, asked)).unmet:
        return None
    return [More(minutes, by) for by, minutes in sorted(asked.items())]
