"""Draws a history: each line with a link to the day on its own child's timeline, and what is kept from the reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from onechild.service.govuk.parts import Happening
from onechild.service.journeys.assessment.history.assembled import History
from onechild.service.journeys.assessment.history.model import Fact, Kept, Person
from onechild.service.journeys.assessment.history.saying import line
from onechild.service.journeys.assessment.views.opening import elsewhere

DECISIVE = ("protection_plan_began", "care_began", "enquiry_began", "proceedings_began", "child_died", "adult_died")
FIRST = 12  # so many lines of a person stand open; the rest are a tap away


@dataclass(frozen=True)
class Sourced:
    """A line with whose it is, and where it stands in the record."""

    on: date
    name: str
    words: str
    href: str


@dataclass(frozen=True)
class OfPerson:
    """The past of one child, the newest first."""

    person: Person
    first: list[Happening]
    rest: list[Happening]
    today: date


def columns(history: History, *, today: date) -> list[OfPerson]:
    """This function will return the past of each child; one of whom nothing is recorded has no lines."""
    found = []
    for person in history.past.people:
        drawn = [_drawn(fact, person) for fact in history.lines(person)]
        found.append(OfPerson(person, drawn[:FIRST], drawn[FIRST:], today))
    return found


def linked(facts: Iterable[Fact], history: History) -> list[Sourced]:
    """This function will return facts with their sources, the newest first."""
    ids = {one.child_id: one for one in history.past.people}
    ordered = sorted(facts, key=lambda fact: fact.on, reverse=True)
    return [
        Sourced(fact.on, ids[fact.child_id].first_name, line(fact), _source(fact, ids[fact.child_id]))
        for fact in ordered
        if fact.child_id in ids
    ]


def kept_words(kept: Iterable[Kept]) -> list[str]:
    """This function will say how much of the history this reader may not open, why, and whom to ask."""
    said = []
    for one in kept:
        records = "1 record" if one.many == 1 else f"{one.many} records"
        if one.standing == "restricted":
            said.append(
                f"Part of the history is in {records} that {'is' if one.many == 1 else 'are'} restricted. "
                "Ask your manager: people named on a restricted record can open it."
            )
        else:
            teams = f" Ask {' or '.join(one.teams)}." if one.teams else " Ask your manager."
            said.append(f"Part of the history is in {records} of children whom you don’t work with.{teams}")
    return said


def _drawn(fact: Fact, person: Person) -> Happening:
    kind = "decision" if fact.what in DECISIVE else ""
    return Happening(on=fact.on, title=f"{line(fact)}.", kind=kind, href=_source(fact, person))  # type: ignore[arg-type]


def _source(fact: Fact, person: Person) -> str:
    """The day of the fact on the timeline of the child whose it is."""
    page = elsewhere("child-timeline", person.la_child_id)
    return f"{page}?since={fact.on.isoformat()}&until={fact.on.isoformat()}" if page else ""
