"""The council while it is simulated: its families, children, teams and workers, and the books they are written in."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

import simpy

from onechild.knowledge.invented.chance import Quotas, stream
from onechild.knowledge.invented.rows import Book, Row


@dataclass(eq=False)
class Child:
    """A child, and what is open for them now."""

    key: str
    family: Family
    born: int
    sex: str
    ethnicity: str
    row: Row
    disabled: bool = False
    unaccompanied: bool = False
    died: int | None = None
    unit: Unit | None = None
    lead: Row | None = None
    adviser: Row | None = None
    reviewer: Row | None = None
    referral: Row | None = None
    enquiry: Row | None = None
    assessment: Row | None = None
    plan: Row | None = None
    need: Row | None = None
    care: Row | None = None
    leaving: bool = False
    plans: int = 0
    care_kind: str = ""


@dataclass(eq=False)
class Family:
    """A family with its children, its own stream of chance, and its history with the council."""

    key: str
    chance: random.Random
    heritage: str
    children: list[Child] = field(default_factory=list)
    unit: Unit | None = None
    team: str = ""
    known: int = 0
    referred: int = -100_000
    adults: list[Row] = field(default_factory=list)
    size: int = 1


@dataclass(eq=False)
class Unit:
    """Children of one family who are held together: by one team, by one worker."""

    family: Family
    children: list[Child]
    team: Team
    stage: str
    since: int
    worker: Worker | None = None
    waiting_until: int = 0
    ready: int | None = None
    in_enquiry: bool = False

    @property
    def size(self) -> int:
        """How many cases it counts."""
        return len(self.children)


@dataclass(eq=False)
class Worker:
    """A worker: role, hours, team, and how many cases now."""

    key: str
    role: str
    fte: float
    kind: str
    team: Team
    started: int
    employment: Row
    membership: Row
    slack: float
    lean: float
    newly_to: int | None = None
    absent_until: int = 0
    leaves: int | None = None
    load: int = 0
    units: dict[Unit, None] = field(default_factory=dict)
    beside: dict[Child, Row] = field(default_factory=dict)


@dataclass(eq=False)
class Team:
    """A team with the units it holds, in the order they came."""

    key: str
    name: str
    kind: str
    caseholding: bool
    units: dict[Unit, None] = field(default_factory=dict)
    workers: dict[Worker, None] = field(default_factory=dict)
    managers: list[Worker] = field(default_factory=list)
    cases: int = 0
    vacant: list[tuple[int, Row]] = field(default_factory=list)


@dataclass
class Council:
    """Everything at once: the simulation's clock, the books, the quotas, the families known and the teams."""

    seed: int
    scale: float
    env: Any
    book: Book
    quotas: Quotas
    desk: random.Random
    teams: dict[str, Team] = field(default_factory=dict)
    families: list[Family] = field(default_factory=list)
    workers: dict[str, Worker] = field(default_factory=dict)
    slack: dict[str, float] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    born: dict[str, int] = field(default_factory=dict)
    team_of: dict[str, str] = field(default_factory=dict)
    first_day: int = 0
    referred: list[tuple[int, Family]] = field(default_factory=list)
    forget: int = 0
    on_plan: dict[Child, None] = field(default_factory=dict)
    in_care: dict[Child, None] = field(default_factory=dict)
    leavers: dict[Child, None] = field(default_factory=dict)
    owed: dict[str, float] = field(default_factory=dict)
    overflow: tuple[int, float] = (0, 0.0)

    @property
    def day(self) -> int:
        """The day it is in the simulation."""
        return int(self.env.now)

    def stream(self, *names: object) -> random.Random:
        """This function will return the stream that belongs to these names in this council."""
        return stream(self.seed, *names)

    def key(self, letters: str) -> str:
        """This function will return the next key with these letters."""
        return self.book.key(letters)

    def due(self, kind: str, a_day: float) -> int:
        """This function will count how many of a kind fall due today, at so many a day on average."""
        owed = self.owed.get(kind, 0.0) + a_day * self.scale
        count = int(owed)
        self.owed[kind] = owed - count
        return count


def new_council(*, seed: int, scale: float, first_day: int) -> Council:
    """This function will return an empty council whose clock stands at the first day."""
    return Council(
        seed=seed,
        scale=scale,
        env=simpy.Environment(initial_time=first_day),
        book=Book(),
        quotas=Quotas(seed),
        desk=stream(seed, "desk"),
        first_day=first_day,
    )


def lag(chance: random.Random) -> int:
    """This function will return how many days later somebody wrote it down: mostly at once, at most ten."""
    return _LAGS[int(chance.random() * len(_LAGS))]


_LAGS = (0,) * 45 + (1,) * 25 + (2,) * 10 + (3,) * 7 + (4,) * 4 + (5,) * 3 + (6, 7, 8, 9, 10, 10)
