"""The shapes of a history: people, what happened to them, and a pattern in it. Plain data: knows no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

# Which table a thing that happened stands in, by its kind without "_began" or "_ended"; so that a source can be found.
TABLES: dict[str, str] = {
    "contact": "contacts",
    "front_door_decision": "front_door_decisions",
    "referral": "referrals",
    "early_help": "early_help_episodes",
    "assessment": "assessments",
    "factor": "assessment_factors",
    "enquiry": "section_47_enquiries",
    "conference": "conferences",
    "protection_plan": "child_protection_plans",
    "need_plan": "child_in_need_plans",
    "care": "periods_of_care",
    "legal_status": "legal_statuses",
    "proceedings": "proceedings",
    "pre_proceedings": "pre_proceedings",
    "placement": "placements",
    "earlier_permanence": "previous_permanence",
    "permanence": "permanence_cases",
    "edge_of_care": "edge_of_care_episodes",
    "missing": "missing_episodes",
    "visit": "visits",
    "allocated": "allocations",
    "address": "addresses",
    "school": "school_places",
    "warning": "warnings",
    "child_died": "children",
    "adult_died": "adults",
    "adult_came": "adults",
}

# What each kind of pattern is called, by its key. It names nobody, so whoever may read an assessment may read it.
TITLES: dict[str, str] = {
    "contacts_unassessed": "Contacts, and no assessment",
    "came_back": "Sent away, and came back",
    "earlier_plans": "Child protection plans before",
    "removed": "Children who were removed or looked after",
    "neglect_over_years": "Neglect over years",
    "not_seen": "Not seen",
    "missing": "Missing more than once",
    "moves": "Many moves",
    "workers": "Many workers",
    "losses": "Bereavement",
    "new_adult": "An adult new to the home",
    "found_again:domestic_abuse": "Domestic abuse, found again",
    "found_again:substance_misuse": "Alcohol or drugs, found again",
    "found_again:mental_health": "Mental health, found again",
}


def title_of(key: str) -> str:
    """This function will return what a kind of pattern is called; plain words for a kind that is known no more."""
    return TITLES.get(key, "A pattern in the history")


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing that happened to a child, out of one row. `detail` has codes as codes."""

    child_id: str
    on: date
    what: str
    key: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    recorded_on: date | None = None

    @property
    def table(self) -> str:
        """The table that the row stands in."""
        kind = next((kind for kind in TABLES if self.what == kind or self.what.startswith(f"{kind}_")), self.what)
        return TABLES.get(kind, kind)

    @property
    def source(self) -> tuple[str, str]:
        """The table and the key of the row."""
        return self.table, self.key


@dataclass(frozen=True, kw_only=True)
class Person:
    """A child whose past belongs to the history. `tie` is child, sibling or adult: another child of an adult here."""

    child_id: str
    la_child_id: str
    name: str
    first_name: str
    tie: str
    through: str = ""
    age: str = ""


@dataclass(frozen=True, kw_only=True)
class Around:
    """An adult around the child. `since` is when a new one came; `sealed` that a childhood record can't be opened."""

    adult_id: str
    name: str
    relation: str
    at_home: bool = False
    since: date | None = None
    has_childhood: bool = False
    sealed: bool = False


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Records that belong to the history and that this reader may not open: how many, why, and whom to ask."""

    many: int
    standing: str
    teams: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Past:
    """All that the patterns are drawn from, as at a day; the assessment being written is no part of it.

    `children_of` has, by adult, the ids of the other children whom that adult was or is around.
    """

    child_id: str
    today: date
    people: tuple[Person, ...]
    facts: tuple[Fact, ...]
    adults: tuple[Around, ...] = ()
    children_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: tuple[Kept, ...] = ()

    def of(self, *what: str, ties: Iterable[str] = ("child", "sibling", "adult")) -> list[Fact]:
        """The facts of these kinds, of people with these ties, the oldest first."""
        wanted = set(ties)
        tied = {one.child_id for one in self.people if one.tie in wanted}
        found = [fact for fact in self.facts if fact.what in what and fact.child_id in tied]
        return sorted(found, key=lambda fact: (fact.on, fact.what, fact.key))

    def name(self, child_id: str) -> str:
        """What a person is called in a sentence."""
        return next((one.first_name for one in self.people if one.child_id == child_id), "")


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """Something in the past that repeats or weighs: a sentence, and the rows that it was drawn from."""

    key: str
    says: str
    sources: tuple[Fact, ...]

    @property
    def title(self) -> str:
        """What the kind of pattern is called."""
        return title_of(self.key)

    @property
    def keys(self) -> frozenset[tuple[str, str]]:
        """The rows by table and key."""
        return frozenset(fact.source for fact in self.sources)
