"""All clocks, in the order of a child's journey."""

from __future__ import annotations

from onechild.errors import CannotProceed
from onechild.knowledge.clocks import front_door, health, in_care, leaving_care, protection
from onechild.knowledge.clocks.model import Clock

CLOCKS: tuple[Clock, ...] = (
    *front_door.CLOCKS,
    *protection.CLOCKS,
    *in_care.CLOCKS,
    *health.CLOCKS,
    *leaving_care.CLOCKS,
)


def clock(key: str) -> Clock:
    """This function will return a clock by its key, or raise CannotProceed with the keys there are."""
    for one in CLOCKS:
        if one.key == key:
            return one
    raise CannotProceed(f"there is no clock {key}: the clocks are {', '.join(one.key for one in CLOCKS)}")
