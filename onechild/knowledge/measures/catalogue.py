"""All measures there are, by key."""

from __future__ import annotations

from difflib import SequenceMatcher

from onechild.errors import CannotProceed
from onechild.knowledge.measures import caseload, front_door, in_care, protection, visits, workers
from onechild.knowledge.measures.model import Measure

TOPICS: dict[str, tuple[Measure, ...]] = {
    "Caseload": caseload.MEASURES,
    "Visits": visits.MEASURES,
    "The front door": front_door.MEASURES,
    "Assessment and protection": protection.MEASURES,
    "In care and leaving it": in_care.MEASURES,
    "Workers": workers.MEASURES,
}

MEASURES: dict[str, Measure] = {measure.key: measure for measures in TOPICS.values() for measure in measures}


def measure_called(key: str) -> Measure:
    """The measure with the key; CannotProceed, naming the three nearest, where there is none."""
    if key in MEASURES:
        return MEASURES[key]
    near = sorted(MEASURES, key=lambda known: _likeness(key.lower(), known), reverse=True)[:3]
    raise CannotProceed(f"there is no measure called {key}; the nearest are {', '.join(near)}")


def _likeness(asked: str, known: str) -> float:
    """Words in common first, then letters in common."""
    words = set(asked.replace("_", "-").split("-"))
    return len(words & set(known.split("-"))) + SequenceMatcher(None, asked, known).ratio()
