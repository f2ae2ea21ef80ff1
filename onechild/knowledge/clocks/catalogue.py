"""All clocks, in the order of a child's journey."""

from __future__ import annotations

from onechild.errors import CannotProceed
from onechild.knowledge.clocks.model import Clock
from onechild.knowledge.clocks.rules import (
    adoption,
    assessment,
    child_in_need,
    court,
    education_plans,
    front_door,
    health,
    in_care,
    leaving_care,
    oversight,
    private_fostering,
    protection,
    safety,
)
from onechild.knowledge.clocks.rules.care import away, education, permanence, placements, reviews_in_care
from onechild.knowledge.clocks.rules.hours import police_and_orders, seen_and_missing
from onechild.knowledge.clocks.rules.others import fostering, information, workforce

CLOCKS: tuple[Clock, ...] = (
    *front_door.CLOCKS,
    *assessment.CLOCKS,
    *protection.CLOCKS,
    *child_in_need.CLOCKS,
    *safety.CLOCKS,
    *court.CLOCKS,
    *private_fostering.CLOCKS,
    *oversight.CLOCKS,
    *in_care.CLOCKS,
    *placements.CLOCKS,
    *reviews_in_care.CLOCKS,
    *permanence.CLOCKS,
    *away.CLOCKS,
    *health.CLOCKS,
    *education.CLOCKS,
    *adoption.CLOCKS,
    *leaving_care.CLOCKS,
    *education_plans.CLOCKS,
    *seen_and_missing.CLOCKS,
    *police_and_orders.CLOCKS,
    *fostering.CLOCKS,
    *workforce.CLOCKS,
    *information.CLOCKS,
)


def clock(key: str) -> Clock:
    """This function will return a clock by its key, or raise CannotProceed with the keys there are."""
    for one in CLOCKS:
        if one.key == key:
            return one
    raise CannotProceed(f"there is no clock {key}: the clocks are {', '.join(one.key for one in CLOCKS)}")
