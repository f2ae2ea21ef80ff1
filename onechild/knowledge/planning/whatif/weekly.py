"""Counts a team's weeks from the spells that children spent with it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from onechild.knowledge.planning.whatif.model import TeamPast

WEEK = timedelta(weeks=1)
Spell = tuple[str, str, date, date | None]


def past_of(*, spells: Iterable[Spell], names: Mapping[str, str], on: date, weeks: int = 104) -> tuple[TeamPast, ...]:
    """This function will count the weeks to the end of a day, for each team named, from (child, team, from, to).

    A child who passes from one worker of a team to another neither comes nor leaves; one who moves to another team does
    both. Spells of other teams are left out, and what began after the day is not known on it.
    """
    ends = [on - WEEK * back for back in range(weeks, -1, -1)]
    came: dict[str, list[date]] = defaultdict(list)
    left: dict[str, list[date]] = defaultdict(list)
    for team_id, started_on, ended_on in _merged(spells, names):
        if started_on > on:
            continue
        came[team_id].append(started_on)
        if ended_on is not None and ended_on <= on:
            left[team_id].append(ended_on)
    return tuple(
        _team(team_id, name, sorted(came[team_id]), sorted(left[team_id]), ends) for team_id, name in names.items()
    )


def _team(team_id: str, name: str, came: Sequence[date], left: Sequence[date], ends: Sequence[date]) -> TeamPast:
    by_then = [(bisect_right(came, end), bisect_right(left, end)) for end in ends]
    pairs = list(pairwise(by_then))
    return TeamPast(
        team_id=team_id,
        name=name,
        starts=tuple(after[0] - before[0] for before, after in pairs),
        closures=tuple(after[1] - before[1] for before, after in pairs),
        cases=tuple(after[0] - after[1] for _before, after in pairs),
    )


def _merged(spells: Iterable[Spell], names: Mapping[str, str]) -> Iterable[tuple[str, date, date | None]]:
    found: dict[tuple[str, str], list[tuple[date, date | None]]] = defaultdict(list)
    for child_id, team_id, started_on, ended_on in spells:
        if team_id in names:
            found[child_id, team_id].append((started_on, ended_on))
    for (_child_id, team_id), mine in found.items():
        mine.sort(key=lambda spell: (spell[0], spell[1] or date.max))
        began, ends = mine[0]
        for started_on, ended_on in mine[1:]:
            if ends is not None and started_on > ends:
                yield team_id, began, ends
                began, ends = started_on, ended_on
            elif ends is not None:
                ends = None if ended_on is None else max(ends, ended_on)
        yield team_id, began, ends
