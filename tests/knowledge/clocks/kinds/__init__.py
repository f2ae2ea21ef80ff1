"""The kinds of each topic for the oracle, and rows of them drawn for contradictory children.

A topic is a module with SPELLS, CONDITIONS and EVENTS (as in oracle_journey.py; leave out what it has none of) and
`draw(chance, child, rows)`, which adds rows to the tables that only it draws.
"""

from __future__ import annotations

import random
from functools import cache
from types import ModuleType
from typing import Any

from tests.knowledge.clocks.kinds import (
    adoption,
    court_and_oversight,
    education_plans,
    front_door,
    health_and_schooling,
    hours,
    leaving_care,
    placements,
    steps,
)

TOPICS: tuple[ModuleType, ...] = (
    steps,
    leaving_care,
    adoption,
    education_plans,
    placements,
    health_and_schooling,
    front_door,
    court_and_oversight,
    hours,
)


@cache
def known(which: str) -> dict[str, Any]:
    """SPELLS, CONDITIONS or EVENTS of all topics."""
    return {name: kind for topic in TOPICS for name, kind in getattr(topic, which, {}).items()}


def draw(seed: str, child: str, rows: dict[str, list[dict[str, Any]]]) -> None:
    """Add the rows of every topic, each from a chance of its own, so that a new topic disturbs no other."""
    for topic in TOPICS:
        topic.draw(random.Random(f"{seed} {topic.__name__}"), child, rows)
