"""Caseloads of each team for the weeks to come under a supposition: the middle, and the range of eight runs in ten."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from onechild.errors import CannotProceed
from onechild.knowledge.planning.whatif.crew import crew
from onechild.knowledge.planning.whatif.demand import draw, has_a_past
from onechild.knowledge.planning.whatif.model import (
    AS_THINGS_ARE,
    Forecast,
    Scenario,
    Staff,
    TeamForecast,
    TeamPast,
    Week,
)
from onechild.knowledge.planning.whatif.simulating import Runs, simulate

WEEKS, RUNS = 26, 400
RANGE = (0.1, 0.5, 0.9)  # eight runs in ten lie between the first and the last
HALVES = (("first half", 0), ("second half", 1))


def what_if(
    *, past: Sequence[TeamPast], staff: Sequence[Staff], waiting: Mapping[str, int], on: date,
    scenario: Scenario = AS_THINGS_ARE, full_time_target: float = 18.0, weeks: int = WEEKS, runs: int = RUNS,
    seed: int = 1,
) -> Forecast:  # fmt: skip
    """This function will return each team's weeks to come: cases per full-time worker and workers over target.

    `waiting` are children on each team's list. The same seed gives the same answer, and two suppositions the same luck.
    Nobody joins or leaves but those who are known to, or supposed to.
    Raises CannotProceed where a supposition names a team that is not there.
    """
    _refuse_unknown(past, scenario)
    found = []
    for team, own, waits, supposed in _split([team for team in past if has_a_past(team)], staff, waiting, scenario):
        runs_of = run_team(team, own, waits, on=on, scenario=supposed, full_time_target=full_time_target, weeks=weeks,
                           runs=runs, seed=seed)  # fmt: skip
        found.append(_team(team, runs_of, on))
    new = tuple(team.name for team in past if not has_a_past(team))
    return Forecast(scenario=scenario, teams=tuple(found), left_out=new)


def run_team(
    past: TeamPast, staff: Sequence[Staff], waiting: int, *, on: date, scenario: Scenario, full_time_target: float,
    weeks: int, runs: int, seed: int,
) -> Runs:  # fmt: skip
    """This function will run one team's weeks; its luck hangs on the seed and the team alone."""
    chance = np.random.default_rng([seed, zlib.crc32(past.team_id.encode())])
    drawn = draw(past, weeks=weeks, runs=runs, demand=scenario.demand, chance=chance)
    people = crew(staff, team_id=past.team_id, on=on, weeks=weeks, runs=runs, scenario=scenario,
                  full_time_target=full_time_target, chance=chance)  # fmt: skip
    return simulate(people, drawn, waiting=waiting, chance=chance)


def _refuse_unknown(past: Sequence[TeamPast], scenario: Scenario) -> None:
    known = {team.team_id for team in past}
    named = {one.team_id for one in scenario.joiners} | {one.team_id for one in scenario.sickness}
    if unknown := sorted((named | ({scenario.split} if scenario.split else set())) - known):
        raise CannotProceed(f"there is no team {unknown[0]} in this forecast")


def _split(
    past: Sequence[TeamPast], staff: Sequence[Staff], waiting: Mapping[str, int], scenario: Scenario
) -> list[tuple[TeamPast, list[Staff], int, Scenario]]:
    found = []
    for team in past:
        own = sorted((one for one in staff if one.team_id == team.team_id), key=lambda one: (-one.cases, one.worker_id))
        waits = waiting.get(team.team_id, 0)
        if team.team_id != scenario.split:
            found.append((team, own, waits, scenario))
            continue
        for words, turn in HALVES:
            # One with more cases here, one there; each half is half as likely to be sent a child.
            half = replace(team, name=f"{team.name}, {words}", starts=_half(team.starts, turn))
            found.append((half, own[turn::2], waits // 2 + (waits % 2) * (1 - turn), scenario))
    return found


def _half(starts: tuple[int, ...], turn: int) -> tuple[int, ...]:
    """Every other child: the odd one goes to each half in turn."""
    return tuple(number // 2 + (number % 2) * ((week + turn) % 2) for week, number in enumerate(starts))


def _team(team: TeamPast, runs: Runs, on: date) -> TeamForecast:
    each = np.quantile(runs.each, RANGE, axis=0)
    over = np.rint(np.quantile(runs.over, RANGE, axis=0)).astype(int)
    weeks = tuple(
        Week(
            week=week,
            day=on + timedelta(weeks=week),
            low=round(float(each[0, week]), 1),
            middle=round(float(each[1, week]), 1),
            high=round(float(each[2, week]), 1),
            over_low=int(over[0, week]),
            over_middle=int(over[1, week]),
            over_high=int(over[2, week]),
            waiting_middle=round(float(np.median(runs.waiting[:, week]))),
            full_time=round(float(np.median(runs.full_time[:, week])), 1),
        )
        for week in range(runs.each.shape[1])
    )
    return TeamForecast(team_id=team.team_id, name=team.name, weeks=weeks, said=_said(team.name, weeks))


def _said(name: str, weeks: Sequence[Week]) -> str:
    now, then = weeks[0], weeks[-1]
    over = f"{then.over_low} to {then.over_high}" if then.over_low < then.over_high else f"{then.over_low}"
    workers = "1 worker" if over == "1" else f"{over} workers"
    return (
        f"{name}: {now.middle:g} cases for each full-time worker now; in {then.week} weeks {then.middle:g}, and in "
        f"eight runs of ten between {then.low:g} and {then.high:g}, with {workers} over target."
    )
