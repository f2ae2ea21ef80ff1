"""A reader who wants to know what was kept back: writes down everything a table shows and solves for the rest.

Linear programmes over totals, parts of wholes, and shares that are shown to one decimal give the least and the most
that each hidden number can be.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

UNKNOWN = 100_000
BEYOND = 1e9
Name = tuple[str, ...]


@dataclass
class Attack:
    """Numbers by name with what is known of each, and what is known of their sums."""

    bounds: dict[Name, tuple[float, float]] = field(default_factory=dict)
    sums: list[tuple[dict[Name, float], float, float]] = field(default_factory=list)

    def knows(self, name: Name, least: float, most: float) -> None:
        """A number lies between two others, for another reason too perhaps."""
        low, high = self.bounds.get(name, (0, UNKNOWN))
        self.bounds[name] = (max(low, least), min(high, most))

    def adds_up(self, parts: Sequence[Name], total: Name) -> None:
        """The parts are the total."""
        for name in (*parts, total):
            self.knows(name, 0, UNKNOWN)
        self.sums.append(({**dict.fromkeys(parts, 1.0), total: -1.0}, 0, 0))

    def between(self, weights: Mapping[Name, float], least: float, most: float) -> None:
        """A weighted sum lies between two numbers."""
        self.sums.append((dict(weights), least, most))

    def range(self, name: Name, *, whole: bool = False) -> tuple[float, float]:
        """The least and the most that a number can be; `whole` tries whole numbers only, which narrows it further."""
        names = list(self.bounds)
        matrix = np.array([[weights.get(one, 0.0) for one in names] for weights, _low, _high in self.sums])
        lows, highs = (np.array([row[end] for row in self.sums], dtype=float) for end in (1, 2))
        aim = np.array([1.0 if one == name else 0.0 for one in names])
        return self._solve(aim, matrix, lows, highs, whole), -self._solve(-aim, matrix, lows, highs, whole)

    def _solve(self, aim: np.ndarray, matrix: np.ndarray, lows: np.ndarray, highs: np.ndarray, whole: bool) -> float:
        bounds = list(self.bounds.values())
        if whole:
            limits = [] if not len(matrix) else [LinearConstraint(matrix, lows, highs)]
            found = milp(
                aim,
                constraints=limits,
                bounds=Bounds([low for low, _high in bounds], [high for _low, high in bounds]),
                integrality=np.ones(len(bounds)),
            )
        else:
            both = np.vstack([matrix, -matrix]) if len(matrix) else None
            found = linprog(aim, A_ub=both, b_ub=np.concatenate([highs, -lows]) if len(matrix) else None, bounds=bounds)
        assert found.success, found.message
        return float(found.fun)


OF = re.compile(r"^([\d,]+) of ([\d,]+)$")


def told(attack: Attack, name: Name, words: str) -> bool:
    """Write down what a cell says of a count; whether it says the number."""
    plain = words.replace(",", "")
    if plain.isdigit():
        attack.knows(name, int(plain), int(plain))
        return True
    attack.knows(name, *((1, 5) if words == "1 to 5" else (0, UNKNOWN)))
    return False


def told_share(attack: Attack, name: Name, parts: str, value: str, *, whole: int | None = None) -> bool:
    """Write down what a row says of a share, and what a per cent of a known whole gives away."""
    part, missed, total = ((*name, which) for which in ("part", "missed", "whole"))
    attack.adds_up([part, missed], total)
    if whole is not None:
        attack.knows(total, whole, whole)
    if match := OF.match(parts):
        counted, out_of = (int(number.replace(",", "")) for number in match.groups())
        attack.knows(part, counted, counted)
        attack.knows(total, out_of, out_of)
        return True
    if value.endswith("%"):
        share = float(value.removesuffix("%").removeprefix("over ").removeprefix("under "))
        attack.between({part: 100.0, total: -(share - 0.1)}, 0, BEYOND)
        attack.between({part: 100.0, total: -(share + 0.1)}, -BEYOND, 0)
        return False
    attack.knows(part, *((1, 5) if value == "1 to 5" else (0, UNKNOWN)))
    return value == "–"
