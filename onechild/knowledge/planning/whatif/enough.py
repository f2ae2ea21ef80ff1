"""How many more full-time workers bring each team under a caseload by a week, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from onechild.knowledge.planning.whatif.demand import has_a_past
from onechild.knowledge.planning.whatif.forecast import RUNS, WEEKS, run_team
from onechild.knowledge.planning.whatif.model import AS_THINGS_ARE, Scenario, Staff, TeamPast
from onechild.knowledge.planning.whatif.simulating import Runs

MOST_MORE = 12
LIKELY, NEARLY_SURE = 0.5, 0.95


@dataclass(frozen=True, kw_only=True)
class Enough:
    """The fewest more full-time workers (None: more than twelve), in what share of runs they are enough; and words."""

    team_id: str
    name: str
    more: int | None
    held_in: float
    said: str


def enough(
    *, past: Sequence[TeamPast], staff: Sequence[Staff], waiting: Mapping[str, int], on: date, most: float = 18.0,
    by_week: int = WEEKS, sure: float = 0.8, scenario: Scenario = AS_THINGS_ARE, full_time_target: float = 18.0,
    runs: int = RUNS, seed: int = 1,
) -> tuple[Enough, ...]:  # fmt: skip
    """This function will say for each team how many more bring cases per full-time worker under `most` by a week.

    Teams too new for a range are left out. The workers are full-time, at work by that week, and enough in at least the
    share `sure` of the runs. A split in the supposition is left aside.
    """
    found = []
    for team in filter(has_a_past, past):
        own = [one for one in staff if one.team_id == team.team_id]
        ran = run_team(team, own, waiting.get(team.team_id, 0), on=on, scenario=scenario, weeks=by_week, runs=runs,
                       full_time_target=full_time_target, seed=seed)  # fmt: skip
        found.append(_of(team, ran, most=most, by_week=by_week, sure=sure))
    return tuple(found)


def _of(team: TeamPast, ran: Runs, *, most: float, by_week: int, sure: float) -> Enough:
    more, share = _fewest(ran, most, sure)
    likely, _share = _fewest(ran, most, LIKELY)
    nearly, _share = _fewest(ran, most, NEARLY_SURE)
    ends = [_number(one) for one in (likely, nearly)]
    between = f"{ends[0]} in half of the runs, {ends[1]} in nineteen of twenty"
    if more is None:
        said = f"{team.name}: not even {MOST_MORE} more full-time workers bring it under {most:g} by week {by_week}."
    elif more == 0:
        said = f"{team.name}: the staff it has keep it under {most:g} by week {by_week}, in {share:.0%} of runs."
    else:
        workers = "1 more full-time worker brings" if more == 1 else f"{more} more full-time workers bring"
        said = f"{team.name}: {workers} it under {most:g} by week {by_week}, in {share:.0%} of runs ({between})."
    return Enough(team_id=team.team_id, name=team.name, more=more, held_in=share, said=said)


def _fewest(ran: Runs, most: float, sure: float) -> tuple[int | None, float]:
    """More workers share the same cases: no need to run the weeks again."""
    cases, full_time = ran.cases[:, -1] + ran.waiting[:, -1], ran.full_time[:, -1]
    share = 0.0
    for more in range(MOST_MORE + 1):
        share = float(np.mean(cases < most * (full_time + more)))
        if share >= sure:
            return more, share
    return None, share


def _number(more: int | None) -> str:
    return f"more than {MOST_MORE}" if more is None else "none" if not more else f"{more}"
