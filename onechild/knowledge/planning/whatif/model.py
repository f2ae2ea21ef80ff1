"""The shapes of a what-if: a team's past weeks, its staff, what is supposed, and the range of weeks to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onechild.errors import CannotProceed


@dataclass(frozen=True, kw_only=True)
class TeamPast:
    """A team's weeks, oldest first: children who came, who left, and whom it had at the week's end."""

    team_id: str
    name: str
    starts: tuple[int, ...]
    closures: tuple[int, ...]
    cases: tuple[int, ...]

    def __post_init__(self) -> None:
        if len({len(self.starts), len(self.closures), len(self.cases)}) > 1:
            raise CannotProceed(f"the weeks of {self.name} are not of one length")


@dataclass(frozen=True, kw_only=True)
class Staff:
    """A worker who holds cases. `target` is their own today; it is a full one for the hours after the first year."""

    worker_id: str
    team_id: str
    cases: int
    target: float
    fte: float = 1.0
    newly_qualified_to: date | None = None
    starts_on: date | None = None
    leaves_on: date | None = None
    away: tuple[tuple[date, date | None], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Joiners:
    """More workers for a team from a week on (1 is the next). They are given children little by little."""

    team_id: str
    number: int
    from_week: int = 1
    fte: float = 1.0
    newly_qualified: bool = False


@dataclass(frozen=True, kw_only=True)
class Sickness:
    """So many of a team's workers away for so many weeks; which of them is left to chance."""

    team_id: str
    number: int = 3
    from_week: int = 1
    weeks: int = 8


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """What is supposed. `split` is a team made two; `target` a full-time worker's; `demand` 1.1 is a tenth more."""

    name: str = "As things are"
    joiners: tuple[Joiners, ...] = ()
    split: str | None = None
    target: float | None = None
    sickness: tuple[Sickness, ...] = ()
    demand: float = 1.0


AS_THINGS_ARE = Scenario()


@dataclass(frozen=True, kw_only=True)
class Week:
    """One week: cases per full-time worker at work and workers over target, in eight runs of ten between low and high.

    Week 0 is today, and known. `full_time` is the middle of the full-time equivalents at work.
    """

    week: int
    day: date
    low: float
    middle: float
    high: float
    over_low: int
    over_middle: int
    over_high: int
    waiting_middle: int
    full_time: float


@dataclass(frozen=True, kw_only=True)
class TeamForecast:
    """A team's weeks, and what they come to, in words."""

    team_id: str
    name: str
    weeks: tuple[Week, ...]
    said: str


@dataclass(frozen=True, kw_only=True)
class Forecast:
    """The weeks of every team under one supposition; `left_out` are names of teams that are too new for a range."""

    scenario: Scenario
    teams: tuple[TeamForecast, ...]
    left_out: tuple[str, ...] = ()
