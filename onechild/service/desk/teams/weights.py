"""How much a child counts in a weighted load: a local standard that nobody has checked, and shown as such.

It is no table of the contract and no measure counts by it: whether a worker is over target is counted in children.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Weights:
    """What a child adds to a load, from a day: the greatest that applies, 1 where none does."""

    in_force_from: date
    by_standing: Mapping[str, float]
    label: str = "local standard, check"


WEIGHTS = (
    Weights(
        in_force_from=date(2026, 4, 1),
        by_standing={"proceedings": 1.5, "protection": 1.5, "assessed": 1.25, "looked_after": 1.25},
    ),
)
SAID = {
    "proceedings": "in care proceedings",
    "protection": "on a child protection plan",
    "assessed": "being assessed",
    "looked_after": "looked after",
}
# A child in several of these is counted once by the database, in the first.
ORDER = ("proceedings", "protection", "assessed", "looked_after")


def weights_on(day: date) -> Weights:
    """This function will return the weights in force on a day; before the first, the first."""
    held = [one for one in WEIGHTS if one.in_force_from <= day]
    return held[-1] if held else WEIGHTS[0]


def weighted(cases: int, counts: Mapping[str, int], *, day: date) -> float:
    """This function will return a load: each case by its weight. `counts` has the cases of each standing, each once."""
    weights = weights_on(day).by_standing
    return cases + sum((weights[key] - 1) * counts.get(key, 0) for key in ORDER)


def weights_said(day: date) -> str:
    """ "1.5 for a child in care proceedings or on a child protection plan, 1.25 for …; 1 for any other." """
    weights = weights_on(day).by_standing
    values = sorted({weights[key] for key in ORDER}, reverse=True)
    parts = [
        f"{value:g} for a child {' or '.join(SAID[key] for key in ORDER if weights[key] == value)}" for value in values
    ]
    return f"{', '.join(parts)}; 1 for any other"
