"""Patterns in a child's life: not seen, moved, passed from worker to worker, bereaved, missing, a new adult at home."""

from __future__ import annotations

from datetime import timedelta

from onechild.service.journeys.assessment.history.model import Fact, Past, Pattern
from onechild.service.journeys.assessment.history.patterns.front_door import by_child, listed
from onechild.service.journeys.assessment.history.saying import month

A_YEAR, TWO_YEARS = timedelta(days=365), timedelta(days=730)
MANY, TWICE = 3, 2
FAMILY, CHILD = ("child", "sibling"), ("child",)
HOMES = ("home", "placement", "temporary")
# What in another child's record makes an adult's coming a question.
WEIGHS = ("protection_plan_began", "enquiry_began", "care_began", "proceedings_began", "permanence_ordered")


def not_seen(past: Past) -> Pattern | None:
    """Three or more visits in a year at which a child of the family was not seen."""
    facts = [fact for fact in past.of("visit", ties=FAMILY) if fact.on > past.today - A_YEAR]
    often = {child: found for child, found in by_child(facts).items() if len(found) >= MANY}
    if not often:
        return None
    each = listed(f"{past.name(child)} on {len(found)} visits" for child, found in often.items())
    return Pattern(
        key="not_seen",
        says=f"Not seen in the last year: {each}.",
        sources=tuple(fact for found in often.values() for fact in found),
    )


def moves(past: Past) -> Pattern | None:
    """Three or more new homes, or new schools, in two years."""
    recent = [fact for fact in past.of("address", "school_began", ties=CHILD) if fact.on > past.today - TWO_YEARS]
    homes = _each_day([fact for fact in recent if fact.what == "address" and fact.detail.get("kind") in HOMES])
    schools = _each_day([fact for fact in recent if fact.what == "school_began"])
    found = [kind for kind in (homes, schools) if len(kind) >= MANY]
    if not found:
        return None
    words = [f"{len(homes)} homes"] if len(homes) >= MANY else []
    words += [f"{len(schools)} schools"] if len(schools) >= MANY else []
    return Pattern(
        key="moves",
        says=f"{past.name(past.child_id)} has had {listed(words)} in two years.",
        sources=tuple(fact for kind in found for fact in kind),
    )


def workers(past: Past) -> Pattern | None:
    """Three or more lead workers in a year."""
    led = [fact for fact in past.of("allocated", ties=CHILD) if fact.detail.get("role") == "lead"]
    recent = [fact for fact in led if fact.on > past.today - A_YEAR and fact.detail.get("worker_id")]
    many = len({fact.detail["worker_id"] for fact in recent})
    if many < MANY:
        return None
    return Pattern(
        key="workers",
        says=f"{past.name(past.child_id)} has had {many} lead workers in a year.",
        sources=tuple(recent),
    )


def losses(past: Past) -> Pattern | None:
    """Somebody close died: an adult around the child, or a brother or sister."""
    facts = [*past.of("child_died", ties=("sibling",)), *past.of("adult_died", ties=CHILD)]
    if not facts:
        return None
    each = listed(f"{fact.detail.get('name') or past.name(fact.child_id)} ({month(fact.on)})" for fact in facts)
    return Pattern(key="losses", says=f"Somebody close has died: {each}.", sources=tuple(facts))


def missing(past: Past) -> Pattern | None:
    """A child of the family was missing twice or more in two years."""
    facts = [fact for fact in past.of("missing_began", ties=FAMILY) if fact.on > past.today - TWO_YEARS]
    often = {child: found for child, found in by_child(facts).items() if len(found) >= TWICE}
    if not often:
        return None
    each = listed(f"{past.name(child)} {len(found)} times" for child, found in often.items())
    return Pattern(
        key="missing",
        says=f"Missing in the last two years: {each}.",
        sources=tuple(fact for found in often.values() for fact in found),
    )


def new_adult(past: Past) -> Pattern | None:
    """An adult who came to live here within a year, and in whose other children's records something weighs."""
    said: list[str] = []
    found: list[Fact] = []
    for adult in past.adults:
        if not adult.at_home or adult.since is None or adult.since <= past.today - A_YEAR:
            continue
        others = set(past.children_of.get(adult.adult_id, ()))
        weighs = [fact for fact in past.of(*WEIGHS, ties=("adult",)) if fact.child_id in others]
        if weighs:
            came = {"name": adult.name}
            said.append(f"{adult.name or adult.relation}, since {month(adult.since)}")
            found.append(
                Fact(child_id=past.child_id, on=adult.since, what="adult_came", key=adult.adult_id, detail=came)
            )
            found += weighs
    if not found:
        return None
    return Pattern(
        key="new_adult",
        says=f"New to the home, with a record about other children: {listed(said)}.",
        sources=tuple(found),
    )


def _each_day(facts: list[Fact]) -> list[Fact]:
    return list({fact.on: fact for fact in facts}.values())
