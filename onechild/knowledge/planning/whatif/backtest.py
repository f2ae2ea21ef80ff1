"""How often what came lay in the range that would have been given: the weeks held out, told in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onechild.knowledge.planning.whatif.model import TeamForecast


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Ranges given, how many held what came, how wide they were, and how far off their middles were, as shares."""

    ranges: int
    held: int
    width: float
    off: float

    @property
    def share(self) -> float:
        """The share of ranges that held what came: eight in ten is what they promise."""
        return self.held / self.ranges if self.ranges else 0.0


def coverage(pairs: Iterable[tuple[TeamForecast, float]], *, week: int) -> Coverage:
    """This function will count how often the cases per full-time worker that came lay in the range for that week."""
    told = [(team.weeks[week], came) for team, came in pairs]
    return Coverage(
        ranges=len(told),
        held=sum(one.low <= came <= one.high for one, came in told),
        width=_mean((one.high - one.low) / max(1.0, one.middle) for one, _came in told),
        off=_mean(abs(one.middle - came) / max(1.0, came) for one, came in told),
    )


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0
