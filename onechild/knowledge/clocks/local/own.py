"""How long an interval of a plan's own may be: shorter than what the council asks of every such plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from onechild.knowledge.clocks import law
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.standards import InForce


def most_days(clock: Clock, *, standards: Iterable[InForce], on: date) -> int:
    """This function will return the longest interval in days that the engine counts for a duty that begins on a day.

    0 for a clock that no plan can make stricter.
    """
    own = [step for step in law.steps(clock, standards=standards) if step.during and step.during.endswith("_days")]
    return max((step.within.n for step in own if step.in_force_from <= on < step.in_force_to), default=0)
