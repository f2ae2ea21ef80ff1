"""The weeks to come as chance makes them from the weeks that were: children who come, children who leave."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from onechild.errors import CannotProceed
from onechild.knowledge.planning.whatif.model import TeamPast

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]

BLOCK = 4  # weeks drawn together, so that a busy month stays a busy month
RECENT = 52  # weeks from which they are drawn
HALF_YEAR = 26
LEAST_WEEKS = 26
SETTLING = 4  # weeks after a team opened, when children come in one heap
LEAST_SPREAD = 0.05  # of a half-year's level against the one before: less is not believed
MOST_SPREAD = 0.5


@dataclass(frozen=True)
class Drawn:
    """Runs by weeks: children who come, and the share of those held who leave."""

    starts: Whole
    leaving: Floats


def draw(past: TeamPast, *, weeks: int, runs: int, demand: float, chance: np.random.Generator) -> Drawn:
    """This function will draw the weeks to come: blocks of the last year, at a level as uncertain as it has been.

    Raises CannotProceed where the team has less than half a year of weeks.
    """
    past = since_open(past)
    if len(past.starts) < LEAST_WEEKS:
        raise CannotProceed(f"{past.name} has {len(past.starts)} weeks behind it; a range needs {LEAST_WEEKS}")
    starts = np.asarray(past.starts[-RECENT:], float)
    before = np.asarray((past.cases[0], *past.cases[:-1])[-RECENT:], float)
    leaving = np.asarray(past.closures[-RECENT:], float) / np.maximum(before, 1)
    places = _blocks(len(starts), weeks, runs, chance)
    level = np.exp(chance.normal(0, _unsteady(past.starts), (runs, 1)))
    ends = np.exp(chance.normal(0, _unsteady(past.closures), (runs, 1)))
    return Drawn(
        starts=_whole(starts[places] * level * demand, chance),
        leaving=np.clip(leaving[places] * ends, 0, 1),
    )


def since_open(past: TeamPast) -> TeamPast:
    """This function will return the weeks since a team began to hold cases, but for its first few."""
    first = next((week for week, cases in enumerate(past.cases) if cases), len(past.cases))
    begin = first + SETTLING if first else 0
    return replace(past, starts=past.starts[begin:], closures=past.closures[begin:], cases=past.cases[begin:])


def has_a_past(past: TeamPast) -> bool:
    """Whether a team has the half-year of weeks that a range needs."""
    return len(since_open(past).starts) >= LEAST_WEEKS


def _blocks(length: int, weeks: int, runs: int, chance: np.random.Generator) -> Whole:
    begin = chance.integers(0, length - BLOCK + 1, (runs, -(-weeks // BLOCK)))
    return np.asarray((begin[:, :, None] + np.arange(BLOCK)).reshape(runs, -1)[:, :weeks], dtype=np.int64)


def _whole(expected: Floats, chance: np.random.Generator) -> Whole:
    """Children are whole: a half is one in every other run."""
    return np.asarray(np.floor(expected + chance.random(expected.shape)), dtype=np.int64)


def _unsteady(values: tuple[int, ...]) -> float:
    """How far one half-year's level stands from the one before, as a standard deviation of the logarithm."""
    weeks = np.asarray(values, float)
    levels = [
        max(0.1, weeks[end - HALF_YEAR : end].mean()) for end in range(len(weeks), HALF_YEAR - 1, -HALF_YEAR // 2)
    ]
    apart = [float(np.log(later / earlier)) for later, earlier in zip(levels, levels[2:], strict=False)]
    spread = float(np.sqrt(np.mean(np.square(apart)))) if apart else LEAST_SPREAD * 2
    return min(MOST_SPREAD, max(LEAST_SPREAD, spread))
