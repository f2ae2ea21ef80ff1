"""Repeatable chance: a stream of random numbers for each family, worker or desk, and quotas that keep a rate."""

from __future__ import annotations

import hashlib
import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


def stream(seed: int, *names: object) -> random.Random:
    """This function will return the random numbers that belong to these names, whatever else has been drawn."""
    text = "|".join(str(part) for part in (seed, *names))
    return random.Random(int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big"))


def share_of(seed: int, *names: object) -> float:
    """This function will return one number from 0 to 1 that belongs to these names; quicker than a whole stream."""
    text = "|".join(str(part) for part in (seed, *names))
    return zlib.crc32(text.encode()) / 2**32


@dataclass
class Quota:
    """Says yes to a share of what it is asked, so evenly that a year's count strays by a family at most."""

    chance: random.Random
    owed: float = 0.0

    def says(self, share: float, *, weight: int = 1) -> bool:
        """This function will answer for `weight` children together, and remember what is owed."""
        self.owed += share * weight
        if self.owed < weight * self.chance.uniform(0.15, 0.95):
            return False
        self.owed -= weight
        return True


@dataclass
class Quotas:
    """One quota for each kind of decision, each with its own stream."""

    seed: int
    kept: dict[str, Quota] = field(default_factory=dict)

    def says(self, kind: str, share: float, *, weight: int = 1) -> bool:
        """This function will ask the quota of that kind."""
        return self._of(kind).says(share, weight=weight)

    def gave(self, kind: str, *, weight: int = 1) -> None:
        """This function will count a yes that came about by itself, so that fewer are given."""
        self._of(kind).owed -= weight

    def _of(self, kind: str) -> Quota:
        if kind not in self.kept:
            self.kept[kind] = Quota(stream(self.seed, "quota", kind))
        return self.kept[kind]


def choose(chance: random.Random, weighted: Sequence[tuple[T, float]]) -> T:
    """This function will pick one of (value, weight); weights need not add up to 1."""
    point = chance.random() * sum(weight for _, weight in weighted)
    for value, weight in weighted:
        point -= weight
        if point < 0:
            return value
    return weighted[-1][0]
