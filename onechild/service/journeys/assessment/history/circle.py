"""Whose past belongs to the history of a child, and what of it this reader may open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import connection

from onechild.service.journeys.assessment.history.model import Around, Kept, Person
from onechild.service.record.models.fields import code_in_words
from onechild.service.record.queries.names import Head, heads
from onechild.service.record.queries.people import Relation, relations

NEW_WITHIN_DAYS = 365


@dataclass(frozen=True)
class Tie:
    """Another child whose past belongs here, as the database says it."""

    child_id: str
    tie: str
    adult_id: str | None
    relation: str
    standing: str
    team: str


@dataclass(frozen=True, kw_only=True)
class Circle:
    """The child first, then the others; the adults around the child; and what is kept from this reader."""

    people: tuple[Person, ...]
    adults: tuple[Around, ...]
    children_of: dict[str, tuple[str, ...]]
    kept: tuple[Kept, ...]
    heads: dict[str, Head]
    relations: tuple[Relation, ...]


def circle_of(child_id: str, *, today: date) -> Circle:
    """This function will return who belongs to a child's history: four queries."""
    with connection.cursor() as cursor:
        cursor.callproc("assessment_circle", [child_id])
        ties = [Tie(*row) for row in cursor.fetchall()]
        cursor.callproc("assessment_childhoods", [child_id])
        childhoods = dict(cursor.fetchall())
    around = relations(child_id)
    opened = [tie for tie in ties if tie.standing == "open"]
    named = heads({child_id, *(tie.child_id for tie in opened)}, today=today)
    adults = _adults(around, childhoods)
    names = {one.adult_id: one.name or one.relation for one in adults}
    others = [_person(tie, named[tie.child_id], names, today) for tie in opened if tie.child_id in named]
    others.sort(key=lambda one: (one.tie != "sibling", one.name))
    own = named[child_id]
    me = Person(
        child_id=child_id,
        la_child_id=own.la_child_id,
        name=own.name,
        first_name=own.first_name,
        tie="child",
        age=own.age(today),
    )
    children_of: dict[str, list[str]] = defaultdict(list)
    for tie in opened:
        if tie.adult_id:
            children_of[tie.adult_id].append(tie.child_id)
    return Circle(
        people=(me, *others),
        adults=tuple(adults),
        children_of={adult: tuple(ids) for adult, ids in children_of.items()},
        kept=tuple(_kept([tie for tie in ties if tie.standing != "open"])),
        heads=named,
        relations=tuple(around),
    )


def _person(tie: Tie, head: Head, names: dict[str, str], today: date) -> Person:
    how = code_in_words("relation", tie.relation) if tie.tie == "sibling" else "Another child"
    through = names.get(tie.adult_id or "", "")
    return Person(
        child_id=tie.child_id,
        la_child_id=head.la_child_id,
        name=head.name,
        first_name=head.first_name,
        tie=tie.tie,
        through=f"{how} of {through}" if tie.tie == "adult" and through else how,
        age=head.age(today),
    )


def _adults(around: list[Relation], childhoods: dict[str, bool]) -> list[Around]:
    found: dict[str, Around] = {}
    for one in around:
        if one.adult_id and one.adult_id not in found and one.relation != "professional":
            found[one.adult_id] = Around(
                adult_id=one.adult_id,
                name=one.name,
                relation=one.relation_words,
                at_home=bool(one.same_household) and one.ended_on is None,
                since=one.started_on,
                has_childhood=one.adult_id in childhoods,
                sealed=childhoods.get(one.adult_id, False),
            )
    return list(found.values())


def _kept(hidden: list[Tie]) -> list[Kept]:
    by: dict[str, list[Tie]] = defaultdict(list)
    for tie in hidden:
        by[tie.standing].append(tie)
    return [
        Kept(
            many=len(ties),
            standing=standing,
            teams=tuple(sorted({tie.team for tie in ties if tie.team})) if standing == "elsewhere" else (),
        )
        for standing, ties in sorted(by.items())
    ]
