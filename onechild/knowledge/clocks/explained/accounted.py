"""Every row of the reference's list of timescales and what became of it: clocks, or a reason and what serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from onechild.knowledge.clocks.catalogue import CLOCKS
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.not_clocks import NOT_CLOCKS, NotAClock

# How many rows the list of November 2026 has of each kind: CP-01 to CP-15 and so on, 131 together.
ROWS: Mapping[str, int] = {
    "FD": 5,
    "AS": 3,
    "CP": 15,
    "CIN": 5,
    "LAC": 30,
    "HLT": 6,
    "EDU": 3,
    "EHC": 6,
    "MIS": 3,
    "ADP": 11,
    "CL": 9,
    "PLO": 8,
    "PF": 3,
    "FOS": 7,
    "LADO": 2,
    "FGM": 1,
    "SI": 2,
    "WF": 8,
    "INF": 4,
}


@dataclass(frozen=True)
class Row:
    """One row of the list: the clocks that stand for it, or why it is none."""

    reference: str
    clocks: tuple[Clock, ...]
    instead: NotAClock | None

    @property
    def accounted(self) -> bool:
        """Whether something is said of it."""
        return bool(self.clocks) or self.instead is not None


def rows() -> tuple[Row, ...]:
    """This function will return all the rows in the order of the list."""
    instead = {one.reference: one for one in NOT_CLOCKS}
    return tuple(Row(one, _clocks_of(one), instead.get(one)) for one in references())


def references() -> Iterator[str]:
    """This function will yield FD-01, FD-02 and so on."""
    return (f"{kind}-{number:02}" for kind, count in ROWS.items() for number in range(1, count + 1))


def _clocks_of(reference: str) -> tuple[Clock, ...]:
    return tuple(clock for clock in CLOCKS if reference in clock.references)
