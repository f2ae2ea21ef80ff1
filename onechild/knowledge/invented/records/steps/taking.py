"""Writes a step down, and decides when something that was owed was done: in time, late or never."""

from __future__ import annotations

import random
from dataclasses import dataclass

from onechild.knowledge.invented.council.model import Council
from onechild.knowledge.invented.days import working_after
from onechild.knowledge.invented.records.timeline import Timelines

FAR = 10**6


@dataclass(frozen=True)
class Taker:
    """Where steps are written, with who held the child on the day."""

    council: Council
    times: Timelines

    def take(
        self,
        key: str,
        step: str,
        child: str,
        day: int,
        *,
        about: str | None = None,
        set_for: int | None = None,
        recorded: int | None = None,
    ) -> None:
        """This function will write one step; written down on its own day unless said otherwise."""
        self.council.book.write(
            "steps_taken",
            step_id=key, child_id=child, happened_on=day, step=step, about_id=about, set_for_on=set_for,
            worker_id=self.times.on(child, day).worker, recorded_on=day if recorded is None else recorded,
        )  # fmt: skip


def done(
    chance: random.Random, start: int, due: int, *, late: float = 0.12, never: float = 0.06, over: int = 15
) -> int | None:
    """This function will return the day that something was done which was owed by `due`; None where it never was.

    In time it is a working day from `start` to `due`, oftener near the end; late, up to `over` working days after.
    """
    point = chance.random()
    if point < never:
        return None
    if point < never + late:
        return working_after(due, 1 + int(chance.random() * over))
    return max(start, working_by(due - int((due - start) * chance.random() ** 2)))


def working_by(day: int) -> int:
    """This function will return the last working day up to and including a day."""
    return working_after(day, 0)


def open_until(row: dict[str, object]) -> int:
    """This function will return the day a spell ends, or a day that never comes."""
    ended = row.get("ended_on")
    return ended if isinstance(ended, int) else FAR
