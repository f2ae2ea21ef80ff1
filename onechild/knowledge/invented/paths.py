"""Where Hatterton is steered: how many workers each team should have, and how many cases each of them, by day.

The council's totals follow the published workforce census; the teams' own paths are invented, and between the springs
of 2020 and 2021 they are set so that the story of the scrutiny report repeats (docs/invented-council.md says how).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from onechild.knowledge.invented.days import number
from onechild.knowledge.invented.published import SEPTEMBER, between, points_of

Points = tuple[tuple[int, float], ...]

# The day of the report and the day it is held against, with days around them on which the same path is kept.
BEFORE = (date(2020, 4, 5), date(2020, 6, 20))
AFTER = (date(2021, 3, 25), date(2021, 6, 20))


@dataclass(frozen=True)
class TeamPath:
    """A team's share of case-holders, and its caseload against the council's; then both, at the two report dates."""

    share: float
    against_average: float
    before: tuple[float, float]
    after: tuple[float, float]


TEAM_PATHS = {
    "ASM": TeamPath(0.205, 1.03, before=(17.6, 24.3), after=(19.4, 16.6)),
    "FSC": TeamPath(0.101, 1.02, before=(8.7, 23.8), after=(9.6, 16.2)),
    "FSE": TeamPath(0.101, 1.05, before=(7.7, 27.4), after=(10.2, 22.0)),
    "FSN": TeamPath(0.101, 0.99, before=(9.2, 17.5), after=(8.6, 23.0)),
    "FSS": TeamPath(0.101, 1.01, before=(8.6, 23.6), after=(9.6, 16.2)),
    "FSW": TeamPath(0.101, 0.97, before=(9.3, 17.3), after=(8.6, 22.8)),
    "LA1": TeamPath(0.088, 0.98, before=(6.0, 23.8), after=(8.3, 20.8)),
    "LA2": TeamPath(0.080, 0.90, before=(7.6, 16.6), after=(6.8, 18.8)),
    "CWD": TeamPath(0.122, 1.00, before=(10.6, 23.8), after=(10.8, 16.4)),
}

# Family workers who lead work with families: always with disabled children, and since 2023 in the five areas too.
FAMILY_WORKERS: dict[str, Points] = {
    "CWD": tuple(
        (number(date(year, 6, 30)), fte) for year, fte in ((2015, 9), (2018, 9), (2019, 6), (2023, 5), (2026, 7))
    ),
    "FS": tuple((number(date(year, 6, 30)), fte) for year, fte in ((2023, 0), (2024, 1.6), (2025, 3.4), (2027, 3.6))),
}

# Young people for each full-time personal adviser of the leaving care team.
ADVISER_LOAD: Points = (
    (number(date(2015, 4, 1)), 25.5),
    (number(date(2019, 9, 30)), 24.0),
    (number(BEFORE[0]), 24.3),
    (number(BEFORE[1]), 24.3),
    (number(AFTER[0]), 16.6),
    (number(AFTER[1]), 16.6),
    (number(date(2025, 9, 30)), 18.5),
)

# The year before the first census of the series: the published average of 2016 (28.7) and its 1,707 cases.
_FIRST = ((number(date(2015, 4, 1)), 58.0, 28.0), (number(date(2016, 9, 30)), 59.5, 28.7))


@cache
def workers_due(team: str, day: int) -> float:
    """This function will return the full-time equivalents of case-holding social workers a team should have."""
    return between(_team_points(team)[0], day)


@cache
def cases_each(team: str, day: int) -> float:
    """This function will return the cases for each full-time worker that the team's managers steer towards."""
    return between(_team_points(team)[1], day)


@cache
def family_workers_due(team: str, day: int) -> float:
    """This function will return the full-time equivalents of family workers who lead cases in a team."""
    kind = "FS" if team.startswith("FS") else team
    return between(FAMILY_WORKERS[kind], day) if kind in FAMILY_WORKERS else 0.0


@cache
def _team_points(team: str) -> tuple[Points, Points]:
    path = TEAM_PATHS[team]
    workers = {day: fte * path.share for day, fte, _ in _council()}
    loads = {day: load * path.against_average for day, _, load in _council()}
    for window, (fte, load) in ((BEFORE, path.before), (AFTER, path.after)):
        for day in window:
            workers[number(day)] = fte
            loads[number(day)] = load
    return tuple(sorted(workers.items())), tuple(sorted(loads.items()))


@cache
def _council() -> tuple[tuple[int, float, float], ...]:
    fte = dict(points_of("caseholder_fte", SEPTEMBER))
    loads = dict(points_of("caseload", SEPTEMBER))
    return (*_FIRST, *((day, fte[day], loads[day]) for day in sorted(fte)))
