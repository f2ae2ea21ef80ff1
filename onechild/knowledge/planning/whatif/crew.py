"""Who is at work in a team week by week, and how many cases each should hold at most, in every run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from onechild.knowledge.planning.whatif.model import Joiners, Scenario, Sickness, Staff

Floats = npt.NDArray[np.float64]
Yes = npt.NDArray[np.bool_]

LONG_AWAY = timedelta(weeks=2)  # whoever is away longer is not counted among those at work
RAMP, FIRST_YEAR_RAMP = 8, 26  # weeks until somebody new may be given a whole target
FIRST_YEAR_SHARE = 0.7


@dataclass
class Crew:
    """Workers by weeks (week 0 is today) or runs by workers by weeks. `room` is the most that each may be given up to;
    `stays` is False from the week somebody has left."""

    cases: Floats
    fte: Floats
    target: Floats
    room: Floats
    stays: Yes
    at_work: Yes
    counted: Yes


def crew(
    staff: Sequence[Staff], *, team_id: str, on: date, weeks: int, runs: int, scenario: Scenario,
    full_time_target: float, chance: np.random.Generator,
) -> Crew:  # fmt: skip
    """This function will set out the workers of a team, those supposed to join and fall sick included."""
    scale = 1.0 if scenario.target is None else scenario.target / full_time_target
    days = [on + timedelta(weeks=week) for week in range(weeks + 1)]
    here = [[_is_here(one, day) for day in days] for one in staff]
    present = [[_is_present(one, day) for day in days] for one in staff]
    counted = [[_counts(one, day) for day in days] for one in staff]
    targets = [[scale * _target(one, day, full_time_target) for day in days] for one in staff]
    fte, cases = [one.fte for one in staff], [float(one.cases) for one in staff]
    rooms = [list(row) for row in targets]
    for joiners in scenario.joiners:
        for _number in range(joiners.number if joiners.team_id == team_id else 0):
            target, room, there = _joins(joiners, weeks, scale * full_time_target)
            for rows, row in ((targets, target), (rooms, room)):
                rows.append(row)
            for told in (here, present, counted):
                told.append(there)
            fte.append(joiners.fte)
            cases.append(0.0)
    shape = (runs, len(fte), weeks + 1)
    whole = np.broadcast_to(np.asarray(here, bool).reshape(len(fte), -1), shape)
    made = Crew(
        cases=np.asarray(cases),
        fte=np.asarray(fte),
        target=np.asarray(targets, float).reshape(len(fte), -1),
        room=np.asarray(rooms, float).reshape(len(fte), -1),
        stays=np.asarray(here, bool).reshape(len(fte), -1),
        at_work=whole & np.asarray(present, bool).reshape(len(fte), -1),
        counted=whole & np.asarray(counted, bool).reshape(len(fte), -1),
    )
    for sickness in scenario.sickness:
        if sickness.team_id == team_id:
            _fall_sick(made, sickness, len(staff), chance)
    return made


def _is_here(one: Staff, day: date) -> bool:
    return (one.starts_on is None or one.starts_on <= day) and (one.leaves_on is None or one.leaves_on > day)


def _is_present(one: Staff, day: date) -> bool:
    return not any(first <= day and (back is None or back > day) for first, back in one.away)


def _counts(one: Staff, day: date) -> bool:
    return not any(
        first <= day and (back is None or (back > day and back - first > LONG_AWAY)) for first, back in one.away
    )


def _target(one: Staff, day: date, full_time_target: float) -> float:
    ended = one.newly_qualified_to is not None and one.newly_qualified_to <= day
    return max(one.target, full_time_target * one.fte) if ended else one.target


def _joins(joiners: Joiners, weeks: int, full_time_target: float) -> tuple[list[float], list[float], list[bool]]:
    share = FIRST_YEAR_SHARE if joiners.newly_qualified else 1.0
    ramp = FIRST_YEAR_RAMP if joiners.newly_qualified else RAMP
    target = full_time_target * joiners.fte * share
    since = [week - joiners.from_week + 1 for week in range(weeks + 1)]
    return [target] * (weeks + 1), [target * min(1, max(0, one) / ramp) for one in since], [one > 0 for one in since]


def _fall_sick(made: Crew, sickness: Sickness, staff: int, chance: np.random.Generator) -> None:
    number = min(sickness.number, staff)
    who = np.argsort(chance.random((made.at_work.shape[0], staff)), axis=1)[:, :number]
    made.at_work, made.counted = made.at_work.copy(), made.counted.copy()
    for week in range(sickness.from_week, min(sickness.from_week + sickness.weeks, made.at_work.shape[2])):
        for told in (made.at_work, made.counted):
            np.put_along_axis(told[:, :, week], who, values=False, axis=1)
