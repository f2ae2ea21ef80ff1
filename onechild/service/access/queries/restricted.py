"""Who can open a restricted record, and how it came to be restricted."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection

from onechild.service.access.models import Restriction
from onechild.service.access.visible import BECAUSE

FOR_A_TIME = "opened it in an emergency, for a time"


@dataclass(frozen=True)
class Opener:
    """Somebody who can open a record, and why."""

    user_id: int
    name: str
    because: str
    named: bool


def who_can_open(child_id: str) -> list[Opener]:
    """This function will return the people who can open a child's record by name or because they hold the child."""
    with connection.cursor() as cursor:
        cursor.callproc("access_who_can_open", [child_id])
        found = [(int(user), str(name), str(why)) for user, name, why in cursor.fetchall()]
    words = {
        "own": "works with the child",
        "glass": FOR_A_TIME,
        "named": "named on the record",
    }
    return [
        Opener(user, name, words.get(why, BECAUSE.get(why, why)), why == "named")
        for user, name, why in sorted(found, key=lambda one: (one[1], one[2]))
    ]


def names_of_openers(child_id: str) -> list[str]:
    """This function will return the names of those to whom a record opens for good, for a page to say who can."""
    return sorted({one.name for one in who_can_open(child_id) if one.because != FOR_A_TIME})


def restriction_of(child_id: str) -> Restriction | None:
    """This function will return the restriction made here and not lifted, where the viewer may read it."""
    return Restriction.objects.filter(child_id=child_id, lifted_at=None).select_related("began_by").first()
