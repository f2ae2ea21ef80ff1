"""Makes the people around a child into what is drawn and what is listed: one source for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onechild.service.govuk.charts import safe_drawing
from onechild.service.govuk.words import date_only, short_age
from onechild.service.journeys.people.network.drawing import draw, fitted
from onechild.service.journeys.people.network.layout import NARROW, WIDE, Somebody, in_order, lay_out
from onechild.service.journeys.people.queries import NO_NAME, Person
from onechild.service.record.queries.names import Head

NOT_OPEN = "A child whose record you may not open"


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A person of the list: name, what they are, and every mark of the drawing in words."""

    name: str
    words: str


def network_of(head: Head, sex: str, found: Sequence[Person], *, today: date, ended_too: bool) -> dict[str, Any]:
    """This function will return the drawings and the list. Relationships that ended are left out unless asked for."""
    people = people_of(head, sex, found, today=today, ended_too=ended_too)
    title = f"The family network of {head.first_name}: {_many(len(people) - 1)}"
    return {
        "wide": safe_drawing(draw(lay_out(people, fitted(people, WIDE)), title=title, name="network-wide")),
        "narrow": safe_drawing(draw(lay_out(people, fitted(people, NARROW)), title=title, name="network-narrow")),
        "rows": [(name, [listed(who) for who in row]) for name, row in in_order(people)],
        "title": title,
        "past": sum(1 for one in found if not one.now),
    }


def people_of(head: Head, sex: str, found: Sequence[Person], *, today: date, ended_too: bool) -> list[Somebody]:
    """This function will return the child and everybody around it, each once.

    Somebody who is two things to the child stands in the row of the nearer and is told as both.
    """
    child = Somebody(
        key=head.child_id,
        name=head.name,
        relation="",
        relation_words="The child",
        sex=sex,
        age=head.age(today),
        dead=head.died_on is not None,
        is_child=True,
        lives_with=True,
    )
    grouped: dict[str, list[Person]] = {}
    for one in found:
        if one.now or ended_too:
            key = one.row.related_adult_id or one.row.related_child_id or one.row.pk
            grouped.setdefault(key, []).append(one)
    return [child, *(_somebody(key, ties, today) for key, ties in grouped.items())]


def listed(who: Somebody) -> Listed:
    """This function will return what the list says of a person: all that the drawing shows of them."""
    sexes = {"M": "male", "1": "male", "F": "female", "2": "female"}
    told = [who.relation_words, who.age, sexes.get(who.sex, "sex not known")]
    told += ["lives with the child"] if who.lives_with and not who.is_child else []
    told += ["no longer so"] if who.ended else []
    return Listed(name=who.name, words=", ".join(part for part in (*told, *map(_small, who.marks)) if part))


def _somebody(key: str, ties: Sequence[Person], today: date) -> Somebody:
    """One person, of whom there may be several relationships: those that hold come first."""
    first = next((one for one in ties if one.now), ties[0])
    now = [one for one in ties if one.now] or list(ties)
    return Somebody(
        key=key,
        name=NOT_OPEN if first.hidden else first.name or NO_NAME,
        relation=first.row.relation,
        relation_words=" and ".join(dict.fromkeys(one.relation_words for one in now)),
        sex=first.sex,
        age=_age(first, today),
        dead=first.died_on is not None,
        ended=not first.now,
        lives_with=any(one.lives_with for one in ties),
        marks=tuple(_marks(first, now)),
    )


def _marks(first: Person, now: Sequence[Person]) -> list[str]:
    marks = []
    if any(one.row.parental_responsibility for one in now) and first.now:
        marks.append("Parental responsibility")
    if first.died_on:
        marks.append(f"Died {date_only(first.died_on)}")
    if not first.now and first.row.ended_on:
        marks.append(f"Until {date_only(first.row.ended_on)}")
    if first.risk:
        marks.append("Warning: may be a risk")
    elif first.warned:
        marks.append(f"Warning: {_small(first.warned[0])}")
    return marks


def _age(one: Person, today: date) -> str:
    return short_age(one.born_on, today) if one.born_on and not one.died_on else ""


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"


def _many(count: int) -> str:
    return "nobody is recorded" if count == 0 else f"{count} {'person' if count == 1 else 'people'}"
