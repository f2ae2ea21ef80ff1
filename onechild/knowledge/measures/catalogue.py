"""All measures there are, by key."""

from __future__ import annotations

from difflib import SequenceMatcher

from onechild.errors import CannotProceed
from onechild.knowledge.measures.model import Measure
from onechild.knowledge.measures.topics import (
    caseload,
    court,
    front_door,
    homes,
    in_care,
    leaving_care,
    money,
    protection,
    visits,
    workers,
    workforce,
)
from onechild.knowledge.measures.topics.care import (
    adoption,
    education,
    health,
    missing,
    numbers,
    permanence,
    planning,
)
from onechild.knowledge.measures.topics.care import (
    homes as homes_in_care,
)
from onechild.knowledge.measures.topics.help import assessment, children_in_need, plans, quality, step_down

TOPICS: dict[str, tuple[Measure, ...]] = {
    "Caseload": caseload.MEASURES,
    "Visits": visits.MEASURES,
    "The front door": front_door.MEASURES,
    "Assessment": assessment.MEASURES,
    "Children in need": (*children_in_need.MEASURES, *step_down.MEASURES),
    "Child protection": (*protection.MEASURES, *plans.MEASURES),
    "Looked after": (
        *in_care.MEASURES,
        *numbers.MEASURES,
        *homes_in_care.MEASURES,
        *planning.MEASURES,
        *missing.MEASURES,
    ),
    "Permanence": permanence.MEASURES,
    "Health and education": (*health.MEASURES, *education.MEASURES),
    "Adoption": adoption.MEASURES,
    "Leaving care": leaving_care.MEASURES,
    "Before court and in it": court.MEASURES,
    "Edge of care and homelessness": (*court.EDGE_OF_CARE, *money.EDGE_OF_CARE, quality.HOMELESS_ASSESSED),
    "Fostering and private fostering": homes.MEASURES,
    "Workers": (*workers.MEASURES, *workforce.MEASURES),
    "Money and others": money.MEASURES,
    "Quality": quality.MEASURES,
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
