"""Runs a team's weeks many times at once: children leave, come, and are shared out to whoever has most room."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onechild.knowledge.planning.whatif.crew import Crew
from onechild.knowledge.planning.whatif.demand import Drawn

Floats = npt.NDArray[np.float64]
Yes = npt.NDArray[np.bool_]
A_HAIR = 0.000001


@dataclass(frozen=True)
class Runs:
    """Runs by weeks (week 0 is today): cases held, full-time equivalents at work, workers over target, who wait."""

    cases: Floats
    full_time: Floats
    over: Floats
    waiting: Floats

    @property
    def each(self) -> Floats:
        """Cases per full-time worker; all of them, where nobody is at work."""
        return self.cases / np.maximum(self.full_time, 1.0)


def simulate(crew: Crew, drawn: Drawn, *, waiting: int, chance: np.random.Generator) -> Runs:
    """This function will run a team's weeks, as often as `drawn` has runs."""
    runs, weeks = drawn.starts.shape
    held = np.broadcast_to(crew.cases, (runs, len(crew.cases))).copy()
    wait = np.full(runs, float(waiting))
    found: list[tuple[Floats, Floats, Floats, Floats]] = [_told(crew, held, wait, 0)]
    for week in range(1, weeks + 1):
        held -= chance.binomial(held.astype(int), drawn.leaving[:, week - 1 : week])
        gone = ~crew.stays[:, week]
        wait += drawn.starts[:, week - 1] + held[:, gone].sum(axis=1)
        held[:, gone] = 0
        wait = _share_out(crew, held, wait, week)
        found.append(_told(crew, held, wait, week))
    return Runs(*(np.stack(column, axis=1) for column in zip(*found, strict=True)))


def _share_out(crew: Crew, held: Floats, wait: Floats, week: int) -> Floats:
    """Child after child to whoever has most room; with nobody at work, they wait."""
    able = crew.at_work[:, :, week]
    left = np.where(able.any(axis=1), wait, 0).astype(int)
    rows = np.arange(len(held))
    over = np.where(able, held - crew.room[:, week], np.inf)
    for turn in range(int(left.max(initial=0))):
        some = rows[left > turn]
        goes = over[some].argmin(axis=1)
        held[some, goes] += 1
        over[some, goes] += 1
    return np.asarray(wait - left)


def _told(crew: Crew, held: Floats, wait: Floats, week: int) -> tuple[Floats, Floats, Floats, Floats]:
    full_time = (crew.counted[:, :, week] * crew.fte).sum(axis=1)
    over = (held > crew.target[:, week] + A_HAIR).sum(axis=1)
    return held.sum(axis=1), full_time, over.astype(float), wait.copy()
