"""Patterns of harm: earlier plans, children removed, the same worry found again, neglect that built up over years."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta

from onechild.service.journeys.assessment.history.model import Fact, Past, Pattern
from onechild.service.journeys.assessment.history.patterns.front_door import listed
from onechild.service.journeys.assessment.history.saying import line, month

A_YEAR = timedelta(days=365)
NEGLECT, NEGLECT_CATEGORY = "16A", "NEG"
PLACED_AWAY = ("care_began", "earlier_permanence", "permanence_placement_order", "permanence_ordered")
# Factors of one worry, whoever it is about: the same one in several assessments is a question of its own.
WORRIES: dict[str, tuple[str, Collection[str]]] = {
    "domestic_abuse": ("Domestic abuse", ("3A", "3B", "3C")),
    "substance_misuse": (
        "Alcohol or drug misuse",
        ("1A", "1B", "1C", "2A", "2B", "2C"),
    ),
    "mental_health": ("Mental ill health", ("4A", "4B", "4C")),
}


def earlier_plans(past: Past) -> Pattern | None:
    """A child protection plan of this child, of a brother or sister, or of another child of an adult here."""
    found = past.of("protection_plan_began")
    return _of_people(
        past, found, key="earlier_plans",
        says="There were child protection plans in this family before",
    )  # fmt: skip


def removed(past: Past) -> Pattern | None:
    """This child, a brother or sister or another child of an adult here was looked after, or left home for good."""
    return _of_people(
        past, past.of(*PLACED_AWAY), key="removed",
        says="Children of this family were looked after, or live elsewhere for good",
    )  # fmt: skip


def found_again(past: Past) -> list[Pattern]:
    """The same worry in assessments of two or more days: one pattern for each worry that came again."""
    found = []
    for key, (words, codes) in WORRIES.items():
        facts = [fact for fact in past.of("factor") if fact.detail.get("factor") in codes]
        days = sorted({fact.on for fact in facts})
        if len(days) > 1:
            says = f"{words} was found in {len(days)} assessments between {month(days[0])} and {month(days[-1])}."
            found.append(Pattern(key=f"found_again:{key}", says=says, sources=tuple(facts)))
    return found


def neglect_over_years(past: Past) -> Pattern | None:
    """Neglect found, or a plan for neglect, on days at least a year apart."""
    facts = [
        *(fact for fact in past.of("factor") if fact.detail.get("factor") == NEGLECT),
        *(fact for fact in past.of("protection_plan_began") if fact.detail.get("category") == NEGLECT_CATEGORY),
    ]
    days = sorted(fact.on for fact in facts)
    if not days or days[-1] - days[0] < A_YEAR:
        return None
    return Pattern(
        key="neglect_over_years",
        says=f"Neglect was found {len(set(days))} times between {month(days[0])} and {month(days[-1])}.",
        sources=tuple(sorted(facts, key=lambda fact: fact.on)),
    )


def _of_people(past: Past, facts: Iterable[Fact], *, key: str, says: str) -> Pattern | None:
    found = list(facts)
    if not found:
        return None
    alike: dict[tuple[str, str], list[str]] = {}
    for fact in found:
        alike.setdefault((month(fact.on), _small(line(fact))), []).append(past.name(fact.child_id))
    each = "; ".join(f"{listed(names)}, {when}: {words}" for (when, words), names in alike.items())
    return Pattern(
        key=key,
        says=f"{says}. {each}.",
        sources=tuple(found),
    )


def _small(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
