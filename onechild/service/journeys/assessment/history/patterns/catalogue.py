"""All the patterns there are, in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable

from onechild.service.journeys.assessment.history.model import Past, Pattern
from onechild.service.journeys.assessment.history.patterns import front_door, harm, life

FINDERS: tuple[Callable[[Past], Pattern | None], ...] = (
    front_door.contacts_unassessed,
    front_door.came_back,
    harm.earlier_plans,
    harm.removed,
    harm.neglect_over_years,
    life.not_seen,
    life.missing,
    life.moves,
    life.workers,
    life.losses,
    life.new_adult,
)


def patterns_in(past: Past) -> list[Pattern]:
    """This function will return the patterns of a past: none where there is nothing that repeats or weighs."""
    found = [finder(past) for finder in FINDERS]
    return [*(one for one in found if one is not None), *harm.found_again(past)]
