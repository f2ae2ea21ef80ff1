"""The shapes of a statutory timescale. A clock is data only: it names kinds of spells and events, never a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypedDict, Unpack

from onechild.knowledge.workdays.lengths import Length, Unit

BEGINNING = date(1990, 1, 1)
FOREVER = date(9999, 12, 31)


class Standing(StrEnum):
    """How binding a timescale is."""

    STATUTE = "statute"
    REGULATION = "regulation"
    COURT = "court"
    STATUTORY_GUIDANCE = "statutory_guidance"
    MINIMUM_STANDARD = "minimum_standard"
    PROGRAMME = "programme"
    DATA_STANDARD = "data_standard"
    LOCAL = "local"


class Topic(StrEnum):
    """The part of the work a timescale belongs to; boards and the rules pages are grouped by it."""

    FRONT_DOOR = "front_door"
    ASSESSMENT = "assessment"
    CHILD_PROTECTION = "child_protection"
    CHILD_IN_NEED = "child_in_need"
    IN_CARE = "in_care"
    PERMANENCE = "permanence"
    HEALTH = "health"
    EDUCATION = "education"
    SEND = "send"
    MISSING = "missing"
    ADOPTION = "adoption"
    LEAVING_CARE = "leaving_care"
    COURT = "court"
    PRIVATE_FOSTERING = "private_fostering"
    FOSTERING = "fostering"
    SAFETY = "safety"
    WORKFORCE = "workforce"
    INFORMATION = "information"


class Confidence(StrEnum):
    """How sure we are: V read in the law itself, V2 in another's account of it, K by practice, to be checked."""

    V = "V"
    V2 = "V2"
    K = "K"


@dataclass(frozen=True)
class Source:
    """The text a timescale comes from, where in it, and the month somebody last looked."""

    title: str
    at: str = ""
    checked: str = "2026-11"

    def __str__(self) -> str:
        return ", ".join(part for part in (self.title, self.at, f"checked {self.checked}") if part)


@dataclass(frozen=True)
class Standard:
    """A length that the council sets for itself: the key of its setting, the unit, and the number where none is set.

    With no default nothing is owed until the council sets it. `before` counts back, `beginning_with` has the day that
    it is counted from as day 1.
    """

    setting: str
    unit: Unit
    default: int | None
    before: bool = False
    beginning_with: bool = False

    def of(self, n: int) -> Length:
        """This function will return the length that a number of the council's makes."""
        return Length(-n if self.before else n, self.unit, self.beginning_with)


@dataclass(frozen=True)
class OwnInterval:
    """Every n days, where the plan itself says so and n is shorter than what the council asks anyway."""

    most: int = 60


@dataclass(frozen=True)
class Rule:
    """How long the duty lasts: first, second, ... length; with `repeats` the last goes on.

    `during` narrows the rule to the days that a spell of that kind holds, and rules earlier in a clock go before later
    ones. With `restarts` the law counts from the day that spell begins; without, the duty under way is re-timed from
    what it was counted from. `reference` is the rule's own in our list of timescales. `confidence` and `source` are the
    rule's own where it is less or more certain than the rest of its clock; `says` is the rule in a sentence. Its first
    length is that of turn `from_turn`, so that later turns can be a rule of their own.
    """

    lengths: tuple[Length | Standard | OwnInterval, ...]
    repeats: bool = False
    during: str | None = None
    restarts: bool = False
    reference: str = ""
    in_force_from: date = BEGINNING
    in_force_to: date = FOREVER
    confidence: Confidence | None = None
    source: Source | None = None
    says: str = ""
    from_turn: int = 1


@dataclass(frozen=True)
class MetBy:
    """A kind of event that meets the duty, on the days that the law let it."""

    kind: str
    in_force_from: date = BEGINNING
    in_force_to: date = FOREVER


@dataclass(frozen=True)
class Clock:
    """One timescale: what starts it, how long, what meets it, who owes it, and where that is written.

    `starts` is a kind of spell, the kinds of `met_by` are events. `needs` are the tables without a row of which nothing
    can be said; `needs_event` adds that something must have met it for somebody, or the source does not tell such
    things. `plain` is the rule in plain words, `exceptions` and `notes` are words for a page. `amber` is how long
    before the due day a duty shows amber, where the usual fifth of its length does not serve.
    """

    key: str
    title: str
    reference: str
    starts: str
    met_by: tuple[MetBy, ...]
    rules: tuple[Rule, ...]
    owed_by: str
    standing: Standing
    confidence: Confidence
    source: Source
    needs: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    subject_kind: str = "child"
    needs_event: bool = False
    topic: Topic = Topic.FRONT_DOOR
    plain: str = ""
    amber: Length | None = None

    @property
    def references(self) -> tuple[str, ...]:
        """The rows of our list of timescales that the clock's rules stand for, each once."""
        return tuple(dict.fromkeys((self.reference, *(rule.reference for rule in self.rules))))


class Law(TypedDict, total=False):
    """What every clock says of itself besides its timing."""

    reference: str
    owed_by: str
    standing: Standing
    confidence: Confidence
    source: Source
    needs: tuple[str, ...]
    exceptions: tuple[str, ...]
    notes: tuple[str, ...]
    subject_kind: str
    needs_event: bool
    topic: Topic
    plain: str
    amber: Length


type_of_length = Length | Standard


def once(key: str, title: str, *, starts: str, within: type_of_length, met_by: str, **law: Unpack[Law]) -> Clock:
    """A duty to be done once in a spell, within a length of its first day."""
    return by_precedence(key, title, starts=starts, met_by=(met_by,), rules=(Rule((within,)),), **law)


def repeating(key: str, title: str, *, starts: str, every: type_of_length, met_by: str, **law: Unpack[Law]) -> Clock:
    """A duty that comes round again: due a length after the spell's first day, then after each time it was done."""
    return by_precedence(key, title, starts=starts, met_by=(met_by,), rules=(Rule((every,), repeats=True),), **law)


def phased(
    key: str, title: str, *, starts: str, lengths: tuple[type_of_length, ...], met_by: str, **law: Unpack[Law]
) -> Clock:
    """A duty whose first, second and later turns have lengths of their own; the last length goes on."""
    return by_precedence(key, title, starts=starts, met_by=(met_by,), rules=(Rule(lengths, repeats=True),), **law)


def by_age(key: str, title: str, *, starts: str, age: int | Standard, met_by: str, **law: Unpack[Law]) -> Clock:
    """A duty to be done by a birthday, counted from the spell's day of birth; due at once if that is past."""
    within = Length(age, "birthday") if isinstance(age, int) else age
    return once(key, title, starts=starts, within=within, met_by=met_by, **law)


def counting_back(key: str, title: str, *, starts: str, before: Length, met_by: str, **law: Unpack[Law]) -> Clock:
    """A duty to be done a length before a day to come, which the spell is counted from."""
    if before.n <= 0:
        raise ValueError(f"{key}: say how long before as a length of 1 or more")
    return once(key, title, starts=starts, within=replace(before, n=-before.n), met_by=met_by, **law)


def by_precedence(
    key: str,
    title: str,
    *,
    starts: str,
    met_by: tuple[str | MetBy, ...],
    rules: tuple[Rule, ...],
    **law: Unpack[Law],
) -> Clock:
    """A duty with several rules, of which the first that holds on the day goes before the others."""
    events = tuple(MetBy(kind) if isinstance(kind, str) else kind for kind in met_by)
    referenced = tuple(rule if rule.reference else replace(rule, reference=law["reference"]) for rule in rules)
    return Clock(key=key, title=title, starts=starts, met_by=events, rules=referenced, **law)


def days(n: int) -> Length:
    """A number of calendar days."""
    return Length(n, "day")


def weeks(n: int) -> Length:
    """A number of weeks."""
    return Length(n, "week")


def months(n: int) -> Length:
    """A number of calendar months."""
    return Length(n, "month")


def working_days(n: int) -> Length:
    """A number of working days."""
    return Length(n, "working_day")
